// What an authoritative server answers, and in which section (RFC 1034 section 4.3.2). Pure: zones and a question in,
// a plan out. Counterpart: response.ts puts the plan on the wire. Rule: where the RFCs leave a choice, BIND 9.18 with
// `recursion no` decides, and test/interop/dns-bind.test.ts holds the two equal.

import { DNS_LIMITS } from './limits.ts';
import { isWithin, parentOf } from './names.ts';
import type { DecodedQuery, Question } from './query.ts';
import type { Rcode, ResourceRecord } from './records.ts';
import { TYPES, typeName } from './records.ts';
import type { ZoneData, ZoneNode } from './zone-data.ts';

export type Transport = 'udp' | 'tcp';

export interface ResponsePlan {
  rcode: Rcode;
  authoritative: boolean;
  answers: ResourceRecord[];
  authorities: ResourceRecord[];
  additionals: ResourceRecord[];
  /** The response may not be longer; what doesn't fit is left out and TC set. */
  limit_octets: number;
}

const CLASS = { reserved: 0, IN: 1, NONE: 254, ANY: 255 } as const;

/** The response to a query that deserves one. */
export function answer(zones: readonly ZoneData[], query: DecodedQuery, transport: Transport): ResponsePlan {
  const plan: ResponsePlan = {
    rcode: 'NOERROR',
    authoritative: false,
    answers: [],
    authorities: [],
    additionals: [],
    limit_octets: transport === 'tcp' ? DNS_LIMITS.tcp_octets : udpLimit(query),
  };
  const { question } = query;
  if (query.opcode !== 0) return { ...plan, rcode: 'NOTIMP' };
  if (query.malformed || !question) return { ...plan, rcode: 'FORMERR' };
  if (query.edns && query.edns.version > 0) return { ...plan, rcode: 'BADVERS' };
  const refusal = refusalOf(question);
  if (refusal) return { ...plan, rcode: refusal };
  const zone = nearestZone(zones, question.key);
  if (!zone) return { ...plan, rcode: 'REFUSED' };
  new Search(zone, zones, query.recursionDesired, plan).run(question);
  return plan;
}

/** RFC 6891 section 6.2.5: a size below 512 counts as 512. */
function udpLimit({ edns }: DecodedQuery): number {
  if (!edns) return DNS_LIMITS.plainUdp_octets;
  return Math.min(Math.max(edns.udp_octets, DNS_LIMITS.plainUdp_octets), DNS_LIMITS.ednsUdp_octets);
}

/** Questions that no zone is asked about: other classes, zone transfers, and types that only stand in messages. */
function refusalOf({ class: asked, type }: Question): Rcode | undefined {
  if (asked === CLASS.reserved || asked === CLASS.NONE || asked === CLASS.ANY) return 'FORMERR';
  if (asked !== CLASS.IN) return 'REFUSED';
  if (type === TYPES.AXFR || type === TYPES.IXFR) return 'REFUSED';
  if (type === TYPES.MAILA || type === TYPES.MAILB) return 'NOTIMP';
  const meta = type === TYPES.OPT || (type >= 128 && type < TYPES.ANY);
  return meta ? 'FORMERR' : undefined;
}

/** RFC 1034 section 4.3.2 step 2: the zone nearest to the name. */
function nearestZone(zones: readonly ZoneData[], name: string): ZoneData | undefined {
  let nearest: ZoneData | undefined;
  for (const zone of zones) {
    if (nearest && nearest.origin.length >= zone.origin.length) continue;
    if (isWithin(name, zone.origin)) nearest = zone;
  }
  return nearest;
}

type Found =
  | { kind: 'cut'; records: ResourceRecord[] }
  /** `wildcard`: records of a `*` name, to be shown under the name that was asked (RFC 4592 section 3.3). */
  | { kind: 'node'; node: ZoneNode; wildcard: boolean }
  | { kind: 'none' };

/** One question, followed through the CNAME records of its zone. */
class Search {
  readonly #zone: ZoneData;
  readonly #zones: readonly ZoneData[];
  readonly #recursionDesired: boolean;
  readonly #plan: ResponsePlan;

  constructor(zone: ZoneData, zones: readonly ZoneData[], recursionDesired: boolean, plan: ResponsePlan) {
    this.#zone = zone;
    this.#zones = zones;
    this.#recursionDesired = recursionDesired;
    this.#plan = plan;
  }

  run(question: Question): void {
    const plan = this.#plan;
    plan.authoritative = true;
    const seen = new Set([question.key]);
    for (let owner = question.key; ;) {
      const found = this.#find(owner, question.type);
      if (found.kind === 'cut') return this.#refer(found.records);
      if (found.kind === 'none') return this.#deny('NXDOMAIN');
      const target = this.#take(found, owner, question.type);
      if (target === undefined) return;
      // BIND's way with an endless chain: what was found, and SERVFAIL.
      if (seen.has(target) || plan.answers.length >= DNS_LIMITS.cnameSteps) {
        plan.rcode = 'SERVFAIL';
        return;
      }
      // Another zone's name is the resolver's business, even when that zone is served here too.
      if (nearestZone(this.#zones, target) !== this.#zone) return;
      seen.add(target);
      owner = target;
    }
  }

  /** Adds what the name has to the answer. Returns the next name when that is a CNAME to follow. */
  #take({ node, wildcard }: Found & { kind: 'node' }, owner: string, type: number): string | undefined {
    const { answers } = this.#plan;
    const show = (records: ResourceRecord[]): void => {
      for (const record of records) answers.push(wildcard ? { ...record, name: owner } : record);
    };
    if (type === TYPES.ANY && node.size > 0) {
      for (const records of node.values()) show(records);
      this.#finish([]);
      return undefined;
    }
    const sets: ReadonlyMap<string, ResourceRecord[]> = node;
    const wanted = sets.get(typeName(type));
    if (wanted) {
      show(wanted);
      this.#finish(wanted);
      return undefined;
    }
    const alias = node.get('CNAME')?.[0];
    if (alias?.data.type === 'CNAME') {
      show([alias]);
      return alias.data.target;
    }
    this.#deny('NOERROR');
    return undefined;
  }

  /** A good answer: the servers of the zone with it when recursion wasn't desired, and addresses of what it names. */
  #finish(records: readonly ResourceRecord[]): void {
    const { answers, authorities } = this.#plan;
    const servers = this.#zone.nodes.get(this.#zone.origin)?.get('NS') ?? [];
    const shown = answers.some((record) => record.data.type === 'NS' && record.name === this.#zone.origin);
    this.#addAddresses(records);
    if (this.#recursionDesired || shown) return;
    authorities.push(...servers);
    this.#addAddresses(servers);
  }

  /** NODATA or NXDOMAIN; the SOA says for how long that may be remembered (RFC 2308 sections 3 and 5). */
  #deny(rcode: Rcode): void {
    this.#plan.rcode = rcode;
    this.#plan.authorities.push({ ...this.#zone.soa, ttl: this.#zone.negative_s });
  }

  /** The name belongs to a zone below: who serves it, and where they are (RFC 1034 section 4.3.2 step 3b). */
  #refer(servers: ResourceRecord[]): void {
    // After a CNAME the answer that is there stays ours.
    this.#plan.authoritative = this.#plan.answers.length > 0;
    this.#plan.authorities.push(...servers);
    this.#addAddresses(servers);
  }

  /** Addresses of mail exchanges and name servers, as far as this zone knows them (RFC 1035 sections 3.3.9, 3.3.11). */
  #addAddresses(records: readonly ResourceRecord[]): void {
    const { additionals } = this.#plan;
    for (const { data } of records) {
      if (data.type !== 'MX' && data.type !== 'NS') continue;
      const node = this.#zone.nodes.get(data.type === 'MX' ? data.exchange : data.target);
      for (const record of [...(node?.get('A') ?? []), ...(node?.get('AAAA') ?? [])]) {
        if (!additionals.includes(record)) additionals.push(record);
      }
    }
  }

  #find(name: string, type: number): Found {
    const cut = this.#zone.cuts.size > 0 ? this.#cutAbove(name, type) : undefined;
    if (cut) return { kind: 'cut', records: cut };
    const { nodes } = this.#zone;
    const node = nodes.get(name);
    if (node) return { kind: 'node', node, wildcard: false };
    // RFC 4592 section 3.3.1: only the `*` directly below the closest name that exists may stand in.
    let encloser = parentOf(name);
    while (encloser !== undefined && !nodes.has(encloser)) encloser = parentOf(encloser);
    const wildcard = encloser === undefined ? undefined : nodes.get(`*.${encloser}`);
    return wildcard ? { kind: 'node', node: wildcard, wildcard: true } : { kind: 'none' };
  }

  /** NS records of the delegation that covers the name; the one nearest to the origin hides those below it. */
  #cutAbove(name: string, type: number): ResourceRecord[] | undefined {
    const { cuts, nodes, origin } = this.#zone;
    let covering: string | undefined;
    for (let up: string | undefined = name; up !== undefined && up !== origin; up = parentOf(up)) {
      // DS records of a delegation are kept above it (RFC 4035 section 3.1.4.1).
      if (cuts.has(up) && !(up === name && type === TYPES.DS)) covering = up;
    }
    return covering === undefined ? undefined : nodes.get(covering)?.get('NS');
  }
}
