// A plan put on the wire (RFC 1035 section 4.1), names compressed as section 4.1.4 allows. Counterpart: authority.ts.
// Rule: records go in whole, in order, until the limit; a record left out of answer or authority sets TC
// (RFC 2181 section 9), one left out of the additional section is simply not there. With EDNS a cut response holds
// nothing but the question, as with BIND: who reads TC asks again anyway.

import type { ResponsePlan } from './authority.ts';
import { readLabels } from './names.ts';
import type { DecodedQuery } from './query.ts';
import type { RecordData, ResourceRecord } from './records.ts';
import { RCODES, TYPES } from './records.ts';
import { DNS_LIMITS } from './limits.ts';

const HEADER_OCTETS = 12;
const OPT_OCTETS = 11;
const CLASS_IN = 1;
const POINTER = 0xc000;
const POINTER_REACH = 0x4000; // fourteen bits
const FLAGS = { QR: 0x8000, AA: 0x0400, TC: 0x0200, RD: 0x0100, CD: 0x0010 } as const;

/** The response to `query` as octets; the question is echoed as it came. */
export function writeResponse(query: DecodedQuery, plan: ResponsePlan): Uint8Array {
  // A malformed query has no EDNS to answer to; BIND is as terse.
  const edns = query.malformed ? undefined : query.edns;
  const writer = new MessageWriter(plan.limit_octets - (edns ? OPT_OCTETS : 0));
  writer.skip(HEADER_OCTETS);
  if (query.question) writer.question(query.question.name, query.question.octets);
  const empty = writer.length();
  let answers = writer.records(plan.answers);
  let authorities = answers === plan.answers.length ? writer.records(plan.authorities) : 0;
  const whole = answers === plan.answers.length && authorities === plan.authorities.length;
  const additionals = whole ? writer.records(plan.additionals) : 0;
  if (!whole && edns) {
    writer.cutTo(empty);
    answers = authorities = 0;
  }
  const rcode = RCODES[plan.rcode];
  if (edns) writer.opt(rcode >> 4, edns.dnssecOk);
  return writer.finish([
    query.id,
    FLAGS.QR |
      (query.opcode << 11) |
      (plan.authoritative ? FLAGS.AA : 0) |
      (whole ? 0 : FLAGS.TC) |
      (query.recursionDesired && query.opcode === 0 ? FLAGS.RD : 0) |
      (query.checkingDisabled && query.opcode === 0 ? FLAGS.CD : 0) |
      (rcode & 15),
    query.question ? 1 : 0,
    answers,
    authorities,
    additionals + (edns ? 1 : 0),
  ]);
}

/** Octets up to a limit. Past it nothing is written and `#full` is set, so that a record can be taken back. */
class MessageWriter {
  #limit: number;
  #bytes: Buffer;
  #at = 0;
  #full = false;
  /** Where each name, and each tail of a name, was written. Letter case counts, so that each owner keeps its own. */
  readonly #names = new Map<string, number>();

  constructor(limit_octets: number) {
    this.#limit = limit_octets;
    this.#bytes = Buffer.allocUnsafe(Math.min(limit_octets, DNS_LIMITS.ednsUdp_octets) + OPT_OCTETS);
  }

  skip(octets: number): void {
    this.#at += octets;
  }

  question(name: string, octets: Uint8Array): void {
    this.#remember(name);
    this.#octets(octets);
  }

  length(): number {
    return this.#at;
  }

  /** Takes back what was written since the message had this length. */
  cutTo(octets: number): void {
    this.#full = false;
    this.#at = octets;
    for (const [text, at] of this.#names) if (at >= octets) this.#names.delete(text);
  }

  /** Returns how many of the records fitted. */
  records(records: readonly ResourceRecord[]): number {
    let count = 0;
    for (const record of records) {
      if (!this.#record(record)) break;
      count += 1;
    }
    return count;
  }

  /** RFC 6891 section 6.1.2; its room was kept free. */
  opt(extendedRcode: number, dnssecOk: boolean): void {
    this.#limit += OPT_OCTETS;
    this.#room(OPT_OCTETS);
    const at = this.#at;
    this.#bytes.fill(0, at, at + OPT_OCTETS);
    this.#bytes.writeUInt16BE(TYPES.OPT, at + 1);
    this.#bytes.writeUInt16BE(DNS_LIMITS.ednsUdp_octets, at + 3);
    this.#bytes[at + 5] = extendedRcode;
    this.#bytes[at + 7] = dnssecOk ? 0x80 : 0;
    this.#at += OPT_OCTETS;
  }

  finish(header: readonly number[]): Uint8Array {
    header.forEach((value, index) => this.#bytes.writeUInt16BE(value, index * 2));
    return this.#bytes.subarray(0, this.#at);
  }

  #record({ name, ttl, data }: ResourceRecord): boolean {
    const start = this.#at;
    this.#name(name);
    this.#number(TYPES[data.type], 2);
    this.#number(CLASS_IN, 2);
    this.#number(ttl, 4);
    const length = this.#at;
    this.#number(0, 2);
    this.#data(data);
    if (this.#full) {
      this.cutTo(start);
      return false;
    }
    this.#bytes.writeUInt16BE(this.#at - length - 2, length);
    return true;
  }

  #data(data: RecordData): void {
    switch (data.type) {
      case 'A':
      case 'AAAA':
        return this.#octets(data.address);
      case 'MX':
        this.#number(data.preference, 2);
        return this.#name(data.exchange);
      case 'CNAME':
      case 'NS':
      case 'PTR':
        return this.#name(data.target);
      case 'TXT':
        for (const piece of data.strings) {
          this.#number(piece.length, 1);
          this.#octets(piece);
        }
        return undefined;
      case 'SOA':
        this.#name(data.primary);
        this.#name(data.mailbox);
        for (const field of [data.serial, data.refresh_s, data.retry_s, data.expire_s, data.negative_s]) {
          this.#number(field, 4);
        }
        return undefined;
    }
  }

  /** The labels that weren't written before, then a pointer to those that were. */
  #name(name: string): void {
    let rest = tails(name);
    while (rest[0] !== undefined) {
      const known = this.#names.get(rest[0].text);
      if (known !== undefined) return this.#number(POINTER | known, 2);
      if (this.#at < POINTER_REACH) this.#names.set(rest[0].text, this.#at);
      this.#number(rest[0].label.length, 1);
      this.#octets(Buffer.from(rest[0].label, 'latin1'));
      rest = rest.slice(1);
    }
    this.#number(0, 1);
  }

  /** The question's name is about to be copied to here. */
  #remember(name: string): void {
    let at = this.#at;
    for (const { text, label } of tails(name)) {
      this.#names.set(text, at);
      at += 1 + label.length;
    }
  }

  #number(value: number, octets: 1 | 2 | 4): void {
    if (!this.#room(octets)) return;
    this.#at = this.#bytes.writeUIntBE(value, this.#at, octets);
  }

  #octets(octets: Uint8Array): void {
    if (!this.#room(octets.length)) return;
    this.#bytes.set(octets, this.#at);
    this.#at += octets.length;
  }

  #room(octets: number): boolean {
    if (this.#full || this.#at + octets > this.#limit) this.#full = true;
    else if (this.#at + octets > this.#bytes.length) this.#grow(octets);
    return !this.#full;
  }

  #grow(octets: number): void {
    const wider = Buffer.allocUnsafe(Math.max(this.#at + octets, this.#bytes.length * 2));
    this.#bytes.copy(wider, 0, 0, this.#at);
    this.#bytes = wider;
  }
}

/** A name and what remains of it label by label: `a.b.c`, `b.c`, `c`. */
function tails(name: string): { text: string; label: string }[] {
  const labels = readLabels(name);
  if (typeof labels === 'string') return [];
  return labels.map((label, index) => ({ label, text: labels.slice(index).join('\0') }));
}
