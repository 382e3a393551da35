// A zone as the authority reads it: every name absolute, records by name and type, names that only exist because
// something is below them. Counterpart: contract/topology.ts (what a person writes) and authority.ts.
// Rule: a zone with a defect isn't served; all its defects are reported at once, each with the record's position.

import { type Zone, ZONE_RECORDS, type ZoneRecord } from '../../contract/zone.ts';
import { ipv4Octets, ipv6Octets } from './addresses.ts';
import { DNS_LIMITS } from './limits.ts';
import type { NameProblem } from './names.ts';
import { canonicalName, isWithin, parentOf } from './names.ts';
import type { RecordData, ResourceRecord, StoredType } from './records.ts';

/** Record sets of one name; empty for a name that only has names below it (RFC 4592 section 2.2.2). */
export type ZoneNode = Map<StoredType, ResourceRecord[]>;

export interface ZoneData {
  origin: string;
  /** With the TTL of the zone; a negative answer shortens it. */
  soa: ResourceRecord;
  /** TTL of "no such name": the lesser of the SOA's own and its last field (RFC 2308 section 3). */
  negative_s: number;
  nodes: ReadonlyMap<string, ZoneNode>;
  /** Names below the origin with NS records: what is there belongs to another zone (RFC 1034 section 4.2.1). */
  cuts: ReadonlySet<string>;
}

export interface ZoneProblem {
  code:
    | NameProblem
    | 'outsideZone'
    | 'cnameAndOther'
    | 'severalCnames'
    | 'textTooLong'
    | 'badAddress'
    | 'tooManyRecords';
  /** Position in `records`; absent when the zone's name or SOA is meant. */
  index?: number;
  /** The name or value that is wrong, as it was written. */
  subject: string;
}

/** A zone that can't be served. `problems` has at least one entry. */
export class ZoneError extends Error {
  override readonly name = 'ZoneError';
  readonly zone: string;
  readonly problems: readonly ZoneProblem[];
  constructor(zone: string, problems: readonly ZoneProblem[]) {
    const list = problems.map(({ code, index, subject }) => `${index ?? 'soa'}: ${code} "${subject.slice(0, 80)}"`);
    super(`zone ${zone} can't be served: ${list.join('; ')}`);
    this.zone = zone;
    this.problems = problems;
  }
}

/** Makes `zone` ready to be served under `name`. Throws a ZoneError with every defect. */
export function buildZone(name: string, zone: Zone): ZoneData {
  const { length } = zone.records;
  if (length > ZONE_RECORDS) throw new ZoneError(name, [{ code: 'tooManyRecords', subject: String(length) }]);
  const builder = new ZoneBuilder(name, zone);
  zone.records.forEach((record, index) => builder.add(record, index));
  return builder.finish();
}

class ZoneBuilder {
  readonly #origin: string;
  readonly #ttl: number;
  readonly #soa: ResourceRecord;
  readonly #nodes = new Map<string, ZoneNode>();
  readonly #cuts = new Set<string>();
  readonly #seen = new Set<string>();
  readonly #problems: ZoneProblem[] = [];

  constructor(name: string, zone: Zone) {
    this.#origin = name;
    this.#origin = this.#absolute(`${name.replace(/\.$/, '')}.`, undefined) ?? name;
    this.#ttl = wholeSeconds(zone.ttl);
    const { primary, mailbox, serial, refresh_s, retry_s, expire_s, negative_s } = zone.soa;
    const data: RecordData = {
      type: 'SOA',
      primary: this.#absolute(primary, undefined) ?? '.',
      mailbox: this.#absolute(mailboxName(mailbox), undefined) ?? '.',
      serial: serial >>> 0,
      refresh_s: wholeSeconds(refresh_s),
      retry_s: wholeSeconds(retry_s),
      expire_s: wholeSeconds(expire_s),
      negative_s: wholeSeconds(negative_s),
    };
    this.#soa = { name: this.#origin, ttl: this.#ttl, data };
    this.#nodes.set(this.#origin, new Map([['SOA', [this.#soa]]]));
  }

  add(record: ZoneRecord, index: number): void {
    const name = this.#absolute(record.name, index);
    const data = this.#data(record, index);
    if (name === undefined || !data) return;
    if (!isWithin(name, this.#origin)) return this.#report('outsideZone', index, record.name);
    // The same record twice is one record (RFC 2181 section 5).
    const fingerprint = JSON.stringify([name, data]);
    if (this.#seen.has(fingerprint)) return;
    this.#seen.add(fingerprint);
    const node = this.#nodes.get(name) ?? new Map<StoredType, ResourceRecord[]>();
    // A CNAME stands alone (RFC 1034 section 3.6.2).
    if (data.type === 'CNAME' && node.has('CNAME')) return this.#report('severalCnames', index, record.name);
    if (data.type === 'CNAME' ? node.size > 0 : node.has('CNAME')) {
      return this.#report('cnameAndOther', index, record.name);
    }
    const set = node.get(data.type) ?? [];
    // Records of a set share one TTL, the first one's (RFC 2181 section 5.2).
    set.push({ name, ttl: set[0]?.ttl ?? wholeSeconds(record.ttl ?? this.#ttl), data });
    this.#nodes.set(name, node.set(data.type, set));
    if (data.type === 'NS' && name !== this.#origin) this.#cuts.add(name);
  }

  finish(): ZoneData {
    if (this.#problems.length > 0) throw new ZoneError(this.#origin, this.#problems);
    for (const name of this.#nodes.keys()) this.#addAncestors(name);
    const negative_s = this.#soa.data.type === 'SOA' ? Math.min(this.#ttl, this.#soa.data.negative_s) : this.#ttl;
    return { origin: this.#origin, soa: this.#soa, negative_s, nodes: this.#nodes, cuts: this.#cuts };
  }

  #addAncestors(name: string): void {
    if (name === this.#origin) return;
    for (let up = parentOf(name); up !== undefined && !this.#nodes.has(up); up = parentOf(up)) {
      this.#nodes.set(up, new Map());
    }
  }

  #data(record: ZoneRecord, index: number): RecordData | undefined {
    switch (record.type) {
      case 'A':
      case 'AAAA': {
        const address = record.type === 'A' ? ipv4Octets(record.address) : ipv6Octets(record.address);
        if (!address) this.#report('badAddress', index, record.address);
        return address && { type: record.type, address };
      }
      case 'MX': {
        const exchange = this.#absolute(record.exchange, index);
        return exchange === undefined ? undefined : { type: 'MX', preference: record.preference, exchange };
      }
      case 'CNAME':
      case 'PTR':
      case 'NS': {
        const target = this.#absolute(record.target, index);
        return target === undefined ? undefined : { type: record.type, target };
      }
      case 'TXT': {
        const strings = textStrings(record.text);
        if (!strings) this.#report('textTooLong', index, record.name);
        return strings && { type: 'TXT', strings };
      }
    }
  }

  /** `@` is the zone; a name without final dot is below it (RFC 1035 section 5.1). */
  #absolute(text: string, index: number | undefined): string | undefined {
    const full =
      text === '@' ? this.#origin : text.endsWith('.') ? text : `${text}.${this.#origin === '.' ? '' : this.#origin}`;
    const canonical = canonicalName(full);
    if ('name' in canonical) return canonical.name;
    this.#report(canonical.problem, index, text);
    return undefined;
  }

  #report(code: ZoneProblem['code'], index: number | undefined, subject: string): void {
    this.#problems.push(index === undefined ? { code, subject } : { code, index, subject });
  }
}

/** `hostmaster@ns.example.` is written with a dot for the @, dots before it escaped (RFC 1035 section 8). */
function mailboxName(mailbox: string): string {
  const at = mailbox.lastIndexOf('@');
  if (at < 1) return mailbox;
  return `${mailbox.slice(0, at).replaceAll('.', '\\.')}.${mailbox.slice(at + 1)}`;
}

/** One long string is cut where the wire's length octet ends; several must each fit. */
function textStrings(text: string | string[]): Uint8Array[] | undefined {
  const strings = Array.isArray(text)
    ? text.map((piece) => Buffer.from(piece, 'utf8'))
    : cut(Buffer.from(text, 'utf8'));
  if (strings.some((piece) => piece.length > DNS_LIMITS.textPiece_octets)) return undefined;
  const octets = strings.reduce((sum, piece) => sum + 1 + piece.length, 0);
  if (octets > DNS_LIMITS.recordData_octets) return undefined;
  return strings.length > 0 ? strings : [new Uint8Array(0)];
}

function cut(octets: Buffer): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0; at < octets.length; at += DNS_LIMITS.textPiece_octets) {
    pieces.push(octets.subarray(at, at + DNS_LIMITS.textPiece_octets));
  }
  return pieces;
}

function wholeSeconds(seconds: number): number {
  return Math.min(DNS_LIMITS.ttl_s, Math.max(0, Math.floor(seconds)));
}
