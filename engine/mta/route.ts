// Which servers take the mail for a recipient, best first: transport map, else MX, else the address itself.
// Counterpart: delivery.ts tries them in turn; transport.ts and exchangers.ts decide. Rule: a domain that doesn't
// exist is refused for good, an answer that doesn't come is tried again later; every choice is one event.

import type { EventData, ReplyText } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import { parseIp } from '../../mail/dns/ip.ts';
import { parseMx } from '../dns/presentation.ts';
import type { Lookup, Resolver } from '../dns/resolver-types.ts';
import type { Scope } from '../scope.ts';
import type { RandomStream } from '../world.ts';
import { type Exchanger, rankExchangers } from './exchangers.ts';
import type { Transport } from './transport.ts';

const SMTP_PORT = 25;
const LOTS = 1_000_000; // more than exchangers anywhere: two rarely draw the same, and then the zone's order holds

export interface NextHop {
  name: string;
  address: string;
  port: number;
}

export type Route = { hops: NextHop[] } | { failure: ReplyText; permanent: boolean };

export interface RouteParts {
  hostName: string;
  ownAddress: string;
  resolver: Resolver;
  /** Chooses among servers of equal preference. */
  random: RandomStream;
}

type Choice = EventData['route.chosen'];

/** What is found out on the way to a route. */
interface Search {
  domain: string;
  port: number;
  by: Choice['by'];
  mistakes: Choice['mistakes'];
  /** The last server whose address nobody told for now. */
  temporary?: string;
}

/** The next hops for mail to `domain`, and the event that tells of the choice. */
export async function routeTo(
  domain: string,
  transport: Transport | undefined,
  parts: RouteParts,
  scope: Scope,
  cause: Seq,
): Promise<Route> {
  const by = transport === undefined ? 'mx' : transport.entry === '*' ? 'smarthost' : 'transport map';
  const search: Search = { domain, port: transport?.port ?? SMTP_PORT, by, mistakes: [] };
  const found = await exchangersOf(transport, search, parts, cause);
  const ranking = Array.isArray(found)
    ? rankExchangers(
        found,
        // As Postfix has it: at another port than SMTP's there may be another program, as a content filter.
        ({ name, addresses }) =>
          search.port === SMTP_PORT && (name.toLowerCase() === parts.hostName || addresses.includes(parts.ownAddress)),
        () => parts.random.below(LOTS),
      )
    : { use: [], passedOver: [] };
  const hops = ranking.use.flatMap(({ name, preference, addresses }) =>
    addresses.map((address) => ({ name, address, port: search.port, preference })),
  );
  const failure = Array.isArray(found) ? (hops.length > 0 ? undefined : unusable(search, ranking.passedOver)) : found;
  scope.emit(
    'route.chosen',
    {
      domain,
      by: search.by,
      ...(transport === undefined ? {} : { entry: transport.entry }),
      hops,
      passedOver: ranking.passedOver,
      mistakes: search.mistakes,
      ...(failure === undefined ? {} : { failure }),
    },
    cause,
  );
  return failure === undefined ? { hops } : { failure, permanent: failure.code >= 500 };
}

/** The servers to choose from, or why there are none. */
async function exchangersOf(
  transport: Transport | undefined,
  search: Search,
  { resolver }: RouteParts,
  cause: Seq,
): Promise<Exchanger[] | ReplyText> {
  if (transport && !transport.mx)
    return [await exchanger({ name: transport.to, preference: 0 }, search, resolver, cause)];
  const asked = transport?.to ?? search.domain;
  const literal = /^\[(.*)\]$/.exec(asked)?.[1];
  if (literal !== undefined) {
    search.by = 'literal';
    return [{ name: asked, preference: 0, addresses: [literal.replace(/^IPv6:/i, '')] }];
  }
  const lookup = await resolver.lookup(asked, 'MX', 'mail exchanger', cause);
  if (isTemporary(lookup)) return temporary(asked, 'MX');
  if (lookup.rcode === 'NXDOMAIN') return notFound(search.domain);
  const records = lookup.answers
    .filter((answer) => answer.type === 'MX')
    .flatMap((answer) => parseMx(answer.data) ?? [])
    .map(({ preference, exchange }) => ({ name: exchange.replace(/\.$/, ''), preference }));
  // RFC 7505: a single MX "." says that the domain takes no mail at all.
  if (records.length === 1 && records[0]?.name === '') {
    return { code: 556, enhanced: '5.1.10', text: `Domain ${search.domain} does not accept mail (nullMX)` };
  }
  // RFC 5321 section 5.1: without MX records the domain's own address is the exchanger.
  if (records.length === 0 && transport === undefined) search.by = 'address';
  const candidates = records.length > 0 ? records : [{ name: asked, preference: 0 }];
  const found: Exchanger[] = [];
  for (const candidate of candidates) found.push(await exchanger(candidate, search, resolver, lookup.seq));
  return found;
}

/** Looks up a server's addresses. What RFC 2181 section 10.3 forbids is used all the same, and marked. */
async function exchanger(
  { name, preference }: { name: string; preference: number },
  search: Search,
  resolver: Resolver,
  cause: Seq,
): Promise<Exchanger> {
  if (parseIp(name)) {
    if (search.by === 'mx') search.mistakes.push({ code: 'mx is an address', name });
    return { name, preference, addresses: [name] };
  }
  const lookup = await resolver.lookup(name, 'A', 'address of next hop', cause);
  const answers = [...lookup.answers];
  if (!answers.some((answer) => answer.type === 'A') && lookup.rcode === 'NOERROR') {
    answers.push(...(await resolver.lookup(name, 'AAAA', 'address of next hop', cause)).answers);
  }
  if (isTemporary(lookup)) search.temporary = name;
  if (search.by === 'mx' && answers.some((answer) => answer.type === 'CNAME')) {
    search.mistakes.push({ code: 'mx is an alias', name });
  }
  const addresses = answers.filter(({ type }) => type === 'A' || type === 'AAAA').map(({ data }) => data);
  return { name, preference, addresses };
}

/** Why none of the servers can be used. */
function unusable({ domain, temporary: unknown }: Search, passedOver: Choice['passedOver']): ReplyText {
  if (passedOver.some(({ why }) => why === 'ourselves')) {
    return { code: 554, enhanced: '5.4.6', text: `mail for ${domain} loops back to myself` };
  }
  return unknown === undefined ? notFound(domain) : temporary(unknown, 'A');
}

function isTemporary(lookup: Lookup): boolean {
  return lookup.rcode !== 'NOERROR' && lookup.rcode !== 'NXDOMAIN';
}

/** No answer, or none that says anything, in Postfix's words. */
function temporary(name: string, type: 'MX' | 'A'): ReplyText {
  const text = `Host or domain name not found. Name service error for name=${name} type=${type}: Host not found, try again`;
  return { code: 451, enhanced: '4.4.3', text };
}

function notFound(domain: string): ReplyText {
  const text = `Host or domain name not found. Name service error for name=${domain} type=A: Host not found`;
  return { code: 550, enhanced: '5.4.4', text };
}
