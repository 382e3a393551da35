// Which host or link an arrow key leads to. Counterpart: map-canvas.tsx, stops.ts. Rule: the nearest one in that direction,
// and whoever goes there and back is where he was as often as the map allows.

import type { Stops } from './stops.ts';

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

export function isDirection(key: string): key is Direction {
  return key === 'ArrowLeft' || key === 'ArrowRight' || key === 'ArrowUp' || key === 'ArrowDown';
}

export function neighbour(stops: Stops, name: string, direction: Direction): string | undefined {
  const here = stops.get(name);
  if (!here) return undefined;
  const isAcross = direction === 'ArrowLeft' || direction === 'ArrowRight';
  const sign = direction === 'ArrowLeft' || direction === 'ArrowUp' ? -1 : 1;
  const candidates = [...stops].flatMap(([other, spot]) => {
    const [dx, dy] = [spot.x - here.x, spot.y - here.y];
    const [along, aside] = isAcross ? [dx * sign, Math.abs(dy)] : [dy * sign, Math.abs(dx)];
    return along > NEXT_TO && aside <= along * WIDE ? [{ other, distance: along + aside * 2 }] : [];
  });
  return candidates.toSorted((one, two) => one.distance - two.distance)[0]?.other;
}

/** Closer than this is beside, not ahead. */
const NEXT_TO = 12;
/** How far aside of its direction a host may stand, by how far ahead it is. */
const WIDE = 2;
