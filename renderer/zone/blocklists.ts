// Which zones are blocklists (RFC 5782), and which servers ask them. Counterpart: engine/policy/dnsbl.ts asks; the view is
// blocklist-view.tsx. Rule: what a server asks is one, and so is what answers in 127.0.0.0/8 only.

import type { Topology } from '../../contract/topology.ts';
import type { Zone } from '../../contract/zone.ts';

const LOOPBACK = /^127\./;

export function isBlocklist(topology: Topology, origin: string, { records }: Zone): boolean {
  const addresses = records.flatMap((record) => (record.type === 'A' ? [record.address] : []));
  const looksSo = addresses.length > 0 && addresses.every((address) => LOOPBACK.test(address));
  return looksSo || askersOf(topology, origin).length > 0;
}

/** Hosts that ask the list whether a client may come in. */
export function askersOf({ hosts }: Topology, origin: string): string[] {
  return hosts
    .filter(
      ({ policies }) => policies['dnsbl']?.['enabled'] === true && listsIn(policies['dnsbl']['zone']).includes(origin),
    )
    .map(({ name }) => name);
}

/** `a.example=127.0.0.2*2, b.example`: the names alone. */
function listsIn(sites: unknown): string[] {
  return typeof sites === 'string'
    ? sites.split(/[\s,]+/).map((site) => site.replace(/[=*].*$/, '').toLowerCase())
    : [];
}
