// Asks a resolver what an SPF evaluation wants to know. Counterpart: mail/spf/check.ts. Rule: no answer and an answer
// that says "later" are the same to SPF (RFC 7208 section 4.4); everything else is found or void.

import type { Seq } from '../../../contract/ids.ts';
import { type ByteString, toByteString } from '../../../mail/bytes.ts';
import type { SpfAnswer, SpfOutcome, SpfQuestion } from '../../../mail/spf/check.ts';
import { parseMx, parseName, parseTxtStrings } from '../../dns/presentation.ts';
import type { Lookup, Resolver } from '../../dns/resolver-types.ts';

export interface SpfEvidence {
  outcome: SpfOutcome;
  /** seq of the last answer: what decided. */
  evidence?: Seq;
}

/** Runs an evaluation to its end. */
export async function askDns(
  evaluation: Generator<SpfQuestion, SpfOutcome, SpfAnswer>,
  resolver: Resolver,
): Promise<SpfEvidence> {
  let evidence: Seq | undefined;
  let step = evaluation.next();
  while (step.done !== true) {
    const { name, type } = step.value;
    const lookup = await resolver.lookup(escaped(name), type, 'spf');
    evidence = lookup.seq;
    step = evaluation.next(answerOf(lookup, type));
  }
  return { outcome: step.value, ...(evidence === undefined ? {} : { evidence }) };
}

/** A macro may put any octet into a label; in a zone file it is written `\\ddd` (RFC 1035 section 5.1). */
function escaped(name: ByteString): string {
  return name.replace(/[^\x21-\x5b\x5d-\x7e]/g, (octet) => `\\${octet.charCodeAt(0).toString().padStart(3, '0')}`);
}

function answerOf({ rcode, answers }: Lookup, type: SpfQuestion['type']): SpfAnswer {
  if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') return { status: 'failed', data: [] };
  const data = answers.filter((answer) => answer.type === type).map((answer) => answer.data);
  if (data.length === 0) return { status: 'void', data };
  return { status: 'found', data: READERS[type](data) };
}

const READERS: Readonly<Record<SpfQuestion['type'], (data: string[]) => string[]>> = {
  A: (data) => data,
  AAAA: (data) => data,
  PTR: (data) => data.map(parseName),
  TXT: (data) => data.map((text) => (parseTxtStrings(text) ?? []).map(toByteString).join('')),
  MX: (data) =>
    data
      .flatMap((text) => parseMx(text) ?? [])
      .toSorted((one, other) => one.preference - other.preference)
      .map(({ exchange }) => exchange),
};
