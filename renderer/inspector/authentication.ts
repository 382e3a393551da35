// What servers found out about who a letter is from, and what each signature was made over. Counterpart:
// authentication-view.tsx; engine/policy/ decides. Rule: results come from the decisions; the canonical forms are made
// here, from the letter as it crossed the wire, because nobody needs them until somebody looks.

import type { PolicyDecision } from '../../contract/events.ts';
import type { BytesRef, MessageId } from '../../contract/ids.ts';
import type { ByteString } from '../../mail/bytes.ts';
import { canonicalBody, canonicalField } from '../../mail/dkim/canonical.ts';
import { coveredFields, type DkimSignature, parseSignature } from '../../mail/dkim/signature.ts';
import { fieldsNamed, splitMessage } from '../../mail/fields.ts';
import type { Dialog } from '../store/dialog.ts';
import type { HeaderLine } from '../store/letter.ts';

const CHECKS = ['spf', 'dkim', 'arc', 'dmarc', 'sender-id', 'domainkeys', 'adsp', 'authentication-results'];
const RESULT =
  /^(?:spf|dkim|arc|dmarc|senderId|domainkeys|adsp)\.(pass|fail|softfail|neutral|none|policy|unknown|discard|nxdomain|temperror|permerror)$/;

/** One check of a server. */
export interface Check extends PolicyDecision {
  host: string;
  /** In the words of RFC 8601, one for each signature. */
  results: string[];
}

/** The checks of the last server that checked anything, in the order in which they were made. */
export function checksOf(dialogs: readonly Dialog[], message: MessageId): Check[] {
  const made = dialogs.flatMap(({ server, facts }) =>
    facts.flatMap((fact): Check[] => {
      if (fact.type !== 'policy.decided' || fact.message !== message || !CHECKS.includes(fact.data.policy)) return [];
      const results = fact.data.reasons.flatMap(({ code }) => RESULT.exec(code)?.[1] ?? []);
      return [{ ...fact.data, host: server.host, results }];
    }),
  );
  const last = made.at(-1)?.host;
  const latest = new Map(made.filter(({ host }) => host === last).map((check) => [check.policy, check]));
  return [...latest.values()];
}

/** Where a letter lies on the wire. */
export interface Transfers {
  sent: BytesRef | undefined;
  checked: BytesRef;
}

/** The letter as its signer sent it, and as the server that checked it got it. */
export function transfersOf(
  dialogs: readonly Dialog[],
  header: readonly HeaderLine[],
  checkedBy: string,
): Partial<Transfers> {
  const signer = header.findLast(({ name }) => name.toLowerCase() === 'dkim-signature')?.host;
  const sent = dialogs.find(({ client }) => client.host === signer);
  const checked = dialogs.find(({ server }) => server.host === checkedBy);
  const to = dataOf(checked);
  return { sent: dataOf(sent), ...(to === undefined ? {} : { checked: to }) };
}

function dataOf(dialog: Dialog | undefined): BytesRef | undefined {
  const data = dialog?.items.findLast((item) => item.kind === 'bulk' && item.content === 'mailData');
  return data?.kind === 'bulk' ? data.ref : undefined;
}

/** A signature, and what it was made over. */
export interface Signed {
  signature: DkimSignature;
  fields: { before: ByteString; after: ByteString; changed: boolean }[];
  body: ByteString;
  /** The letter that was signed is known. */
  isCompared: boolean;
  /** Where the body stops being the one that was signed, the line and the octet in it; absent when it is, or when that isn't known. */
  change?: { line: number; at: number; was: ByteString; is: ByteString };
}

/** `sent`: the letter as it was signed, where that is known. */
export function signedParts(checked: ByteString, sent: ByteString | undefined): Signed[] {
  const { fields, body } = splitMessage(checked);
  const original = sent === undefined ? undefined : splitMessage(sent);
  return fieldsNamed(fields, 'DKIM-Signature').flatMap(({ value }): Signed[] => {
    const signature = parseSignature(value);
    if (!signature) return [];
    const { header, signed, length } = signature;
    const canonical = (text: ByteString) => canonicalBody(text, signature.body).slice(0, length);
    const known =
      original && new Set(coveredFields(original.fields, signed).map(({ raw }) => canonicalField(raw, header)));
    const hashed = canonical(body);
    const change = original && firstChange(canonical(original.body), hashed);
    return [
      {
        signature,
        fields: coveredFields(fields, signed).map(({ raw }) => {
          const after = canonicalField(raw, header);
          return { before: raw, after, changed: known !== undefined && !known.has(after) };
        }),
        body: hashed,
        isCompared: original !== undefined,
        ...(change === undefined ? {} : { change }),
      },
    ];
  });
}

function firstChange(before: ByteString, after: ByteString): Signed['change'] {
  if (before === after) return undefined;
  const [was, is] = [before.split('\r\n'), after.split('\r\n')];
  const line = is.findIndex((text, at) => text !== was[at]);
  const at = line < 0 ? is.length : line;
  const [signed, here] = [was[at] ?? '', is[at] ?? ''];
  // One that only goes on differs behind its end.
  let same = 0;
  while (same < signed.length && signed[same] === here[same]) same += 1;
  return { line: at + 1, at: same, was: signed, is: here };
}
