// The transport map: recipients and domains that don't go where DNS says. Counterpart: route.ts.
// Rule: pure; the order is Postfix's transport(5): address, domain, parent domains with a dot, `*`.

import type { Mta } from '../../contract/topology.ts';
import { addressKey, splitAddress } from '../../mail/address.ts';

export interface Transport {
  /** The key that fitted. */
  entry: string;
  to: string;
  port: number;
  /** `to` is a domain whose MX records are asked for; otherwise it is a server, as `[to]` is in Postfix. */
  mx: boolean;
  /** By LMTP. */
  lmtp?: true;
}

/** The entry for a recipient; undefined: DNS decides. */
export function transportFor(recipient: string, { routes }: Mta): Transport | undefined {
  const domain = domainOf(recipient);
  const labels = domain.split('.');
  const parents = labels.slice(1).map((_label, at) => `.${labels.slice(at + 1).join('.')}`);
  const key = addressKey(recipient);
  const entry = [key, domain, ...parents, '*'].find((one) => Object.hasOwn(routes, one));
  const route = entry === undefined ? undefined : routes[entry];
  return entry === undefined || route === undefined ? undefined : { entry, ...route };
}

/** Recipients with the same key have the same next hops, and share a transaction. */
export function nextHopKey(recipient: string, settings: Mta): string {
  const transport = transportFor(recipient, settings);
  return transport
    ? `${transport.lmtp ? 'lmtp ' : ''}${transport.mx ? 'mx ' : ''}${transport.to}:${transport.port}`
    : domainOf(recipient);
}

export function domainOf(recipient: string): string {
  return (splitAddress(recipient)?.domain ?? '').toLowerCase();
}
