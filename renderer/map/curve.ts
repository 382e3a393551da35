// The lines of the map as cubic curves: between two hosts, and from a host that asks to the name server.
// Counterpart: layout.ts has the places. Rule: pure, and the way back is the way there; a point of a curve can be asked
// for, because a letter travels on it and signs stand on it.

import type { MapLayout, Point, Spot } from './layout.ts';

/** Begin, two control points, end. */
export type Curve = readonly [Point, Point, Point, Point];

export function curveBetween(layout: MapLayout, from: string, to: string): Curve | undefined {
  const [a, b] = [layout.hosts.get(from), layout.hosts.get(to)];
  if (!a || !b || from === to) return undefined;
  const isForward = a.x < b.x || (a.x === b.x && a.y <= b.y);
  return isForward ? bend(layout, a, b) : reverse(bend(layout, b, a));
}

/** A question flies over everything. */
export function arcBetween(layout: MapLayout, from: string, to: string): Curve | undefined {
  const [a, b] = [layout.hosts.get(from), layout.hosts.get(to)];
  if (!a || !b || from === to) return undefined;
  const top = Math.max(4, Math.min(a.y, b.y) - 30);
  return [a, { x: a.x + (b.x - a.x) / 4, y: top }, { x: b.x - (b.x - a.x) / 4, y: top }, b];
}

export function pathOf([a, b, c, d]: Curve): string {
  return `M${at(a)}C${at(b)} ${at(c)} ${at(d)}`;
}

/** The point at `part` (0 to 1) of the curve. */
export function pointAt([a, b, c, d]: Curve, part: number): Point {
  const rest = 1 - part;
  const mix = (axis: 'x' | 'y') =>
    rest ** 3 * a[axis] + 3 * rest ** 2 * part * b[axis] + 3 * rest * part ** 2 * c[axis] + part ** 3 * d[axis];
  return { x: mix('x'), y: mix('y') };
}

function at({ x, y }: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}

function reverse([a, b, c, d]: Curve): Curve {
  return [d, c, b, a];
}

/** `a` is left of `b`, or above it. */
function bend(layout: MapLayout, a: Spot, b: Spot): Curve {
  if (a.region === b.region && a.side !== 'middle') return within(layout, a, b);
  const lane = laneFor(layout, a, b);
  const ahead = (b.x - a.x) * 0.42;
  if (a.side === 'middle' && b.side === 'middle') return [a, { x: a.x, y: lane }, { x: b.x, y: lane }, b];
  if (a.side === 'middle') return [a, { x: a.x, y: lane }, { x: b.x - ahead, y: b.y }, b];
  if (b.side === 'middle') return [a, { x: a.x + ahead, y: a.y }, { x: b.x, y: lane }, b];
  if (a.side === b.side) return around(layout, a, b);
  return [a, { x: a.x + ahead, y: lane }, { x: b.x - ahead, y: lane }, b];
}

function within(layout: MapLayout, a: Spot, b: Spot): Curve {
  if (a.x !== b.x) {
    const x = (a.x + b.x) / 2;
    return [a, { x, y: a.y }, { x, y: b.y }, b];
  }
  const isBetween = [...layout.hosts.values()].some((one) => one.x === a.x && one.y > a.y && one.y < b.y);
  // Around whoever stands between, and a little past the names under the marks.
  const aside = isBetween ? 64 : 0;
  return [a, { x: a.x + aside, y: a.y + (b.y - a.y) / 3 }, { x: a.x + aside, y: b.y - (b.y - a.y) / 3 }, b];
}

/** Two organisations of one side meet by way of the Internet. */
function around({ width }: MapLayout, a: Spot, b: Spot): Curve {
  const x = a.side === 'left' ? Math.max(a.x, b.x) + 70 : Math.min(a.x, b.x) - 70;
  const inside = Math.min(width, Math.max(0, x));
  return [a, { x: inside, y: a.y }, { x: inside, y: b.y }, b];
}

/** Lines of different pairs lie a little apart in the lane. */
function laneFor({ lane }: MapLayout, a: Spot, b: Spot): number {
  const stray = ((a.y + b.y) / 2 - lane.y) * 0.5;
  return lane.y + Math.max(-lane.half, Math.min(lane.half, stray));
}
