// Which zones the lab has, who serves them, and what kind each is. Counterpart: zones-tab.tsx lists them; a lookup anywhere
// on the screen leads to its zone. Rule: of zones that lie within one another the longest has a name.

import type { Host, Topology } from '../../contract/topology.ts';
import { zoneOf } from '../../mail/dns/name.ts';
import { isBlocklist } from './blocklists.ts';

export interface ServedZone {
  host: string;
  zone: string;
}

/** The zone that a name belongs to. */
export function zoneWith({ hosts }: Topology, name: string): ServedZone | undefined {
  const served = hosts.flatMap((host) => Object.keys(host.zones).map((zone) => ({ host: host.name, zone })));
  const origin = zoneOf(
    name,
    served.map(({ zone }) => zone),
  );
  return served.find(({ zone }) => zone === origin);
}

const ZONE_KINDS = ['domains', 'blocklists', 'addresses'] as const;
type ZoneKind = (typeof ZONE_KINDS)[number];

/** Names of zones by kind, in the order of a list to choose from. */
export function zonesByKind({ zones }: Host, topology: Topology): { kind: ZoneKind; names: string[] }[] {
  const names = Object.keys(zones).toSorted();
  const kindOf = (name: string): ZoneKind => {
    if (name.endsWith('.arpa')) return 'addresses';
    const zone = zones[name];
    return zone && isBlocklist(topology, name, zone) ? 'blocklists' : 'domains';
  };
  return ZONE_KINDS.map((kind) => ({ kind, names: names.filter((name) => kindOf(name) === kind) })).filter(
    (group) => group.names.length > 0,
  );
}

/** The zone to begin with: one that mail goes to. */
export function firstZone({ zones }: Host): string {
  const names = Object.keys(zones);
  return names.find((name) => zones[name]?.records.some(({ type }) => type === 'MX') === true) ?? names[0] ?? '';
}
