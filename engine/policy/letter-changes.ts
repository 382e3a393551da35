// What policies change about a letter: fields put on top, taken out or replaced, another body, more recipients; what a
// milter can do (SMFIR_ADDHEADER, CHGHEADER, REPLBODY, ADDRCPT). Counterpart: policy.ts decides; mail-server.ts carries
// out with provenance, mta/content-filter.ts on bare octets. Rule: the order is take out, replace, put on top.

import type { PolicyChanges } from '../../contract/events.ts';
import { type ByteString, fromByteString, toByteString } from '../../mail/bytes.ts';
import { headerLength, splitMessage } from '../../mail/fields.ts';

export interface LetterChanges {
  /** Raw fields to put on top, the last one last. */
  fields: ByteString[];
  /** Raw fields to take out. */
  removes: ByteString[];
  /** Raw fields to put in the place of others. */
  replaces: { was: ByteString; is: ByteString }[];
  /** All that follows the blank line. */
  body?: ByteString;
  /** Who gets it too. */
  recipients: string[];
}

export function noChanges(): LetterChanges {
  return { fields: [], removes: [], replaces: [], recipients: [] };
}

/** Adds what one policy wants to what others want; a later body takes the place of an earlier one. */
export function addChanges(to: LetterChanges, more: Partial<LetterChanges>): void {
  to.fields.push(...(more.fields ?? []));
  to.removes.push(...(more.removes ?? []));
  to.replaces.push(...(more.replaces ?? []));
  to.recipients.push(...(more.recipients ?? []));
  if (more.body !== undefined) to.body = more.body;
}

/** Them in short, for the event; undefined when there are none. */
export function tellChanges({
  fields,
  removes,
  replaces,
  body,
  recipients,
}: Partial<LetterChanges>): PolicyChanges | undefined {
  const told: PolicyChanges = {
    ...(fields?.length ? { added: fields.map(nameOf) } : {}),
    ...(removes?.length ? { removed: removes.map(nameOf) } : {}),
    ...(replaces?.length ? { replaced: replaces.map(({ is }) => nameOf(is)) } : {}),
    ...(recipients?.length ? { recipients } : {}),
    ...(body === undefined ? {} : { body: true }),
  };
  return Object.keys(told).length === 0 ? undefined : told;
}

const nameOf = (raw: ByteString): string => raw.slice(0, Math.max(0, raw.indexOf(':'))).trim();

/** The letter as it is then. */
export function changedLetter(octets: Uint8Array, { fields, removes, replaces, body }: LetterChanges): Uint8Array {
  if (fields.length + removes.length + replaces.length === 0 && body === undefined) return octets;
  const length = headerLength(octets);
  const header = splitMessage(toByteString(octets.subarray(0, length)));
  const kept = header.fields.map(({ raw }) => raw);
  for (const raw of removes) if (kept.includes(raw)) kept.splice(kept.indexOf(raw), 1);
  for (const { was, is } of replaces) if (kept.includes(was)) kept.splice(kept.indexOf(was), 1, is);
  const top = fields.toReversed();
  const head = fromByteString([...top, ...kept, header.separator].join(''));
  return Buffer.concat([head, body === undefined ? octets.subarray(length) : fromByteString(body)]);
}

/** A policy sends it to somebody more, who isn't asked for reports. */
export function withRecipients<T extends { recipients: readonly string[] }>(letter: T, more: readonly string[]): T {
  return { ...letter, recipients: [...letter.recipients, ...more] };
}
