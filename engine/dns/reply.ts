// A reply read by the one who asked. Counterpart: stub.ts; the decoder is dns-packet, so that the server's own writer
// (response.ts) is checked by code of other people on every lookup. Rule: octets that aren't the answer to this very
// question are no reply at all (RFC 5452 section 9.1).

import { isIP } from 'node:net';
import type { Answer as WireAnswer, DecodedPacket } from 'dns-packet';
import { decode } from 'dns-packet';
import type { Answer } from '../../contract/events.ts';
import type { Outcome } from './cache.ts';
import { DNS_LIMITS } from './limits.ts';
import { parseName, present } from './presentation.ts';
import { questionEnd } from './query.ts';
import { rcodeName } from './records.ts';

export interface Reply extends Outcome {
  truncated: boolean;
}

const HEADER_OCTETS = 12;

/** The outcome that `bytes` give to `query`, asked for `type` at `name` (lower case); undefined when they give none. */
export function readReply(bytes: Uint8Array, query: Uint8Array, name: string, type: string): Reply | undefined {
  if (!answersQuery(bytes, query)) return undefined;
  let packet: DecodedPacket;
  try {
    packet = decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch {
    return undefined;
  }
  const section = packet.answers ?? [];
  if (section.some((record) => !sound(record))) return undefined;
  const rcode = rcodeName((packet.flags ?? 0) & 15);
  const { answers, next } = chain(section.filter(isPlain).map(present), name, type);
  const reply: Reply = { rcode, answers, truncated: packet.flag_tc };
  const soa = (packet.authorities ?? []).find((record) => record.type === 'SOA');
  const negative = rcode === 'NXDOMAIN' || next !== undefined || answers.length === 0;
  if (negative && soa) {
    const lifetime_s = Math.min(soa.ttl ?? 0, soa.data.minimum ?? 0, DNS_LIMITS.negative_s);
    return { ...reply, keep_s: shortest(answers, lifetime_s) };
  }
  if (rcode !== 'NOERROR' || answers.length === 0) return reply;
  reply.keep_s = shortest(answers, DNS_LIMITS.positive_s);
  return next === undefined ? reply : { ...reply, next };
}

/** Same id, a response, and the question as it was sent; an error may come without the question. */
function answersQuery(bytes: Uint8Array, query: Uint8Array): boolean {
  if (bytes.length < HEADER_OCTETS || bytes[0] !== query[0] || bytes[1] !== query[1]) return false;
  const [, , high = 0, low = 0, , questions] = bytes;
  if ((high & 0xf8) !== 0x80) return false;
  if (questions === 0) return bytes.length === HEADER_OCTETS && (low & 15) !== 0;
  const end = questionEnd(query);
  if (end === undefined || bytes.length < end || questions !== 1) return false;
  return Buffer.compare(bytes.subarray(HEADER_OCTETS, end), query.subarray(HEADER_OCTETS, end)) === 0;
}

/** The decoder reads past the end of a damaged address without a word. */
function sound(record: WireAnswer): boolean {
  return (record.type !== 'A' && record.type !== 'AAAA') || isIP(record.data) !== 0;
}

function isPlain(record: WireAnswer): boolean {
  return record.type !== 'OPT' && 'class' in record && record.class === 'IN';
}

/**
 * The records that belong to the question: CNAME steps from `name` on, then the type asked for at the last of them.
 * `next` is where the steps end without such a record.
 */
function chain(section: readonly Answer[], name: string, type: string): { answers: Answer[]; next?: string } {
  const owners = section.map((record) => parseName(record.name).toLowerCase());
  const answers: Answer[] = [];
  let owner = name;
  for (let steps = 0; steps <= DNS_LIMITS.cnameSteps; steps += 1) {
    const here = section.filter((_, index) => owners[index] === owner);
    const wanted = here.filter((record) => record.type === type);
    const alias = here.find((record) => record.type === 'CNAME');
    if (wanted.length > 0) return { answers: [...answers, ...wanted] };
    if (!alias) return owner === name ? { answers } : { answers, next: owner };
    if (answers.includes(alias)) break;
    answers.push(alias);
    owner = parseName(alias.data).toLowerCase();
  }
  return { answers };
}

function shortest(answers: readonly Answer[], limit_s: number): number {
  return answers.reduce((least, { ttl }) => Math.min(least, ttl), limit_s);
}
