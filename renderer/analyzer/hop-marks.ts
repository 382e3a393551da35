// The marks of the servers that a pasted letter names. Counterpart: store/hosts.ts has those of the lab. Rule: one mark a
// server, wherever its name comes again; a host of the open lab has the one that it has on the map.

import type { Host, Topology } from '../../contract/topology.ts';
import type { Hop } from '../../mail/analysis/hops.ts';
import { lowerName } from '../../mail/dns/name.ts';
import { type HostView, hostView } from '../store/hosts.ts';
import { quote } from './quote.ts';

/** In the order of the way, as the lab's hosts have them. */
const LOOKS: readonly (readonly [colour: string, pattern: Host['pattern']])[] = [
  ['submit', 'solid'],
  ['relay', 'stripes'],
  ['mx', 'ring'],
  ['mail', 'cross'],
  ['visitor', 'dots'],
  ['lists', 'half'],
  ['ns', 'wave'],
  ['laptop', 'grid'],
];

/** For every hop, from the reader's end. */
export function hopMarks(hops: readonly Hop[], topology: Topology | undefined): HostView[] {
  const names = [...new Set(hops.toReversed().map(nameOf))];
  const isKnown = (name: string) => topology?.hosts.some((host) => host.name === name) ?? false;
  const views = new Map(names.filter(isKnown).map((name) => [name, hostView(topology, name)]));
  const taken = new Set([...views.values()].map(({ colour }) => colour));
  const free = LOOKS.filter(([colour]) => !taken.has(colour)).values();
  for (const name of names) {
    if (views.has(name)) continue;
    const [colour, pattern] = free.next().value ?? ['unknown', 'dots'];
    views.set(name, {
      ...hostView(undefined, name),
      short: shortOf(name),
      label: labelOf(name),
      colour,
      pattern,
    });
  }
  return hops.map((hop) => views.get(nameOf(hop)) ?? hostView(undefined, nameOf(hop)));
}

const nameOf = ({ received: { by = '' } }: Hop): string => quote(lowerName(by));

/** An address has no first label. */
const shortOf = (name: string): string => (/^[[\d]|:/.test(name) ? name : (name.split('.')[0] ?? name));

/** `mail` -> `Ma`, `mx1` -> `M1`: as the lab's hosts are labelled. */
function labelOf(name: string): string {
  const short = shortOf(name).replaceAll(/[^a-z\d]/g, '');
  const second = /\d$/.test(short) ? short.slice(-1) : short.slice(1, 2);
  return `${short.slice(0, 1).toUpperCase()}${second}` || '?';
}
