// Asks a resolver what an evaluation wants to know. Counterpart: mail/dns/asking.ts. Rule: no answer and an answer that
// says "later" are the same (RFC 7208 section 4.4); everything else is found or void.

import type { Seq } from '../../contract/ids.ts';
import { type ByteString, toByteString } from '../../mail/bytes.ts';
import type { Asking, DnsAnswer, DnsQuestion } from '../../mail/dns/asking.ts';
import { parseMx, parseName, parseTxtStrings } from '../dns/presentation.ts';
import type { Lookup, Resolver } from '../dns/resolver-types.ts';

export interface Evidence<T> {
  outcome: T;
  /** seq of the last answer: what decided. */
  evidence?: Seq;
}

/** Runs an evaluation to its end. */
export async function askDns<T>(evaluation: Asking<T>, resolver: Resolver, purpose: string): Promise<Evidence<T>> {
  let evidence: Seq | undefined;
  let step = evaluation.next();
  while (step.done !== true) {
    const { name, type } = step.value;
    const lookup = await resolver.lookup(escaped(name), type, purpose);
    evidence = lookup.seq;
    step = evaluation.next(answerOf(lookup, type));
  }
  return { outcome: step.value, ...(evidence === undefined ? {} : { evidence }) };
}

/** A macro may put any octet into a label; in a zone file it is written `\\ddd` (RFC 1035 section 5.1). */
function escaped(name: ByteString): string {
  return name.replace(/[^\x21-\x5b\x5d-\x7e]/g, (octet) => `\\${octet.charCodeAt(0).toString().padStart(3, '0')}`);
}

function answerOf({ rcode, answers, seq: evidence }: Lookup, type: DnsQuestion['type']): DnsAnswer {
  if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') return { status: 'failed', data: [], evidence };
  const data = answers.filter((answer) => answer.type === type).map((answer) => answer.data);
  // An alias that leads nowhere exists itself (RFC 6604 section 3).
  const noSuchName = rcode === 'NXDOMAIN' && answers.length === 0;
  if (data.length === 0) return { status: 'void', data, noSuchName, evidence };
  return { status: 'found', data: READERS[type](data), evidence };
}

const READERS: Readonly<Record<DnsQuestion['type'], (data: string[]) => string[]>> = {
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
