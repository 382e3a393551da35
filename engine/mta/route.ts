// Which servers take the mail for a domain, best first (RFC 5321 section 5.1).
// Counterpart: delivery.ts tries them in turn. Rule: MX by preference, else the address itself; a
// domain that doesn't exist is refused for good, an answer that doesn't come is tried again later.

import type { Mta } from '../../contract/topology.ts';
import type { Seq } from '../../contract/ids.ts';
import type { Reply } from '../../mail/smtp/replies.ts';
import { parseMx } from '../dns/presentation.ts';
import type { Lookup, Resolver } from '../dns/resolver-types.ts';
import type { RandomStream } from '../world.ts';

export interface NextHop {
  name: string;
  address: string;
  port: number;
}

export type Route = { hops: NextHop[] } | { failure: Reply; permanent: boolean };

export interface RouteParts {
  settings: Mta;
  hostName: string;
  ownAddress: string;
  resolver: Resolver;
  /** Chooses among servers of equal preference. */
  random: RandomStream;
}

/** The next hops for mail to `domain`. */
export async function routeTo(domain: string, parts: RouteParts, cause: Seq): Promise<Route> {
  const { settings } = parts;
  const table = settings.routes[domain] ?? settings.routes['*'];
  if (table && !table.mx) return addressesOf([{ name: table.to, preference: 0 }], table.port, domain, parts, cause);
  const asked = table?.to ?? domain;
  const port = table?.port ?? 25;
  const lookup = await parts.resolver.lookup(asked, 'MX', 'mail exchanger', cause);
  if (isTemporary(lookup)) return temporary(domain, lookup);
  if (lookup.rcode === 'NXDOMAIN') return permanent(`Host or domain name not found: ${domain}`, '5.4.4');
  const exchanges = lookup.answers
    .filter((answer) => answer.type === 'MX')
    .flatMap((answer) => parseMx(answer.data) ?? [])
    .map(({ preference, exchange }) => ({ name: exchange.replace(/\.$/, ''), preference }));
  // RFC 7505: a single MX "." says that the domain takes no mail at all.
  if (exchanges.length === 1 && exchanges[0]?.name === '')
    return permanent(`Domain ${domain} does not accept mail`, '5.1.10');
  const candidates = exchanges.length > 0 ? exchanges : [{ name: asked, preference: 0 }];
  return addressesOf(betterThanUs(inOrder(candidates, parts.random), parts), port, domain, parts, lookup.seq);
}

/** Domains with the same key have the same next hops: their recipients share a transaction. */
export function nextHopKey(domain: string, settings: Mta): string {
  const table = settings.routes[domain] ?? settings.routes['*'];
  return table ? `${table.mx ? 'mx ' : ''}${table.to}:${table.port}` : domain;
}

interface Candidate {
  name: string;
  preference: number;
}

/** By preference; equal ones in an order of chance, to share the load. */
function inOrder(candidates: readonly Candidate[], random: RandomStream): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, lot: random.below(1_000_000) }))
    .toSorted((left, right) => left.candidate.preference - right.candidate.preference || left.lot - right.lot)
    .map(({ candidate }) => candidate);
}

/** A server that is itself an MX sends only to better ones, or mail would circle (section 5.1). */
function betterThanUs(candidates: readonly Candidate[], { hostName }: RouteParts): Candidate[] {
  const own = candidates.find((candidate) => candidate.name.toLowerCase() === hostName);
  return own ? candidates.filter((candidate) => candidate.preference < own.preference) : [...candidates];
}

async function addressesOf(
  candidates: readonly Candidate[],
  port: number,
  domain: string,
  { resolver, ownAddress }: RouteParts,
  cause: Seq,
): Promise<Route> {
  if (candidates.length === 0) return permanent(`mail for ${domain} loops back to myself`, '5.4.6');
  const hops: NextHop[] = [];
  let last: Lookup | undefined;
  for (const { name } of candidates) {
    last = await resolver.lookup(name, 'A', 'address of next hop', cause);
    for (const { type, data } of last.answers) if (type === 'A') hops.push({ name, address: data, port });
  }
  const others = hops.filter((hop) => hop.address !== ownAddress);
  if (others.length > 0) return { hops: others };
  if (hops.length > 0) return permanent(`mail for ${domain} loops back to myself`, '5.4.6');
  if (last && isTemporary(last)) return temporary(domain, last);
  return permanent(`Host or domain name not found: ${domain}`, '5.4.4');
}

function isTemporary(lookup: Lookup): boolean {
  return lookup.rcode !== 'NOERROR' && lookup.rcode !== 'NXDOMAIN';
}

function temporary(domain: string, lookup: Lookup): Route {
  const text = `Host or domain name not found. Name service error for ${domain}: ${lookup.rcode}`;
  return { failure: { code: 451, enhanced: '4.4.3', text }, permanent: false };
}

function permanent(text: string, enhanced: string): Route {
  return { failure: { code: 550, enhanced, text }, permanent: true };
}
