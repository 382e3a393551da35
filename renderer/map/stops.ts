// Where the keyboard can be on the map: at a host, or half-way between two that have spoken. Counterpart: neighbour.ts goes
// from one to the next. Rule: pure; two hosts have one link, whoever called, because what disturbs it disturbs both ways.

import { type Curve, pointAt } from './curve.ts';
import type { MapLayout, Point } from './layout.ts';
import type { MapLink } from './links.ts';

/** Hosts by their names, links by `linkStop`. */
export type Stops = ReadonlyMap<string, Point>;

export function linkStop({ client, server }: Pick<MapLink, 'client' | 'server'>): string {
  return [client, server].toSorted().join(' ');
}

/** `links`: the names of those that can be gone to. */
export function stopsOf(
  { hosts }: MapLayout,
  curves: (from: string, to: string) => Curve | undefined,
  links: readonly string[],
): Stops {
  const stops = new Map<string, Point>(hosts);
  for (const link of links) {
    const [one = '', other = ''] = link.split(' ');
    const curve = curves(one, other);
    if (curve) stops.set(link, pointAt(curve, 0.5));
  }
  return stops;
}
