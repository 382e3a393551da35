// Where everything stands on the map: nothing overlaps, everything is inside, and a letter's way reads from side to side.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { topologySchema } from '../../../contract/topology.ts';
import { twoDomains } from '../../../engine/topologies/two-domains.ts';
import { curveBetween, pointAt } from '../../../renderer/map/curve.ts';
import { CELL, layOut, type MapLayout } from '../../../renderer/map/layout.ts';
import { neighbour } from '../../../renderer/map/neighbour.ts';
import { linkStop, type Stops, stopsOf } from '../../../renderer/map/stops.ts';
import { anyTopology, labOf } from './topologies.ts';

const TWO_DOMAINS = topologySchema.parse(twoDomains);
const NARROW = { width: 534, height: 284 };
const WIDE = { width: 1232, height: 336 };

function reachedFrom(first: string, stops: Stops): string[] {
  const reached = new Set([first]);
  for (const name of reached) {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const) {
      const next = neighbour(stops, name, key);
      if (next !== undefined) reached.add(next);
    }
  }
  return [...reached].toSorted();
}

/** Pairs of hosts whose marks or captions touch. */
function overlaps({ hosts }: MapLayout): string[] {
  const all = [...hosts];
  return all.flatMap(([name, one], at) =>
    all
      .slice(at + 1)
      .filter(([, two]) => Math.abs(one.x - two.x) < CELL.width - 0.01 && Math.abs(one.y - two.y) < CELL.height - 0.01)
      .map(([other]) => `${name} ${other}`),
  );
}

function outside({ hosts, regions }: MapLayout): string[] {
  return [...hosts].flatMap(([name, { x, y, region: id }]) => {
    const region = regions.find((one) => one.id === id);
    const isInside =
      region !== undefined &&
      x - CELL.width / 2 >= region.x &&
      x + CELL.width / 2 <= region.x + region.width &&
      y - CELL.mark / 2 >= region.y &&
      y + CELL.height / 2 + CELL.lift <= region.y + region.height + 0.01;
    return isInside ? [] : [name];
  });
}

const at = (layout: MapLayout, host: string) => {
  const spot = layout.hosts.get(host);
  if (!spot) throw new Error(`${host} has no place`);
  return spot;
};

describe('the map of two domains', () => {
  it.each([NARROW, WIDE, { width: 900, height: 500 }, { width: 320, height: 200 }])('fits %o', (room) => {
    const layout = layOut(TWO_DOMAINS, room);
    expect(layout.hosts.size).toBe(TWO_DOMAINS.hosts.length);
    expect(overlaps(layout)).toEqual([]);
    expect(outside(layout)).toEqual([]);
    expect(layout.width / layout.height).toBeCloseTo(room.width / room.height);
  });

  it('is drawn at full size in the room that the bench gives it, with roles where it is wide', () => {
    expect(layOut(TWO_DOMAINS, NARROW)).toMatchObject({ ...NARROW, isRoomy: false });
    expect(layOut(TWO_DOMAINS, WIDE)).toMatchObject({ ...WIDE, isRoomy: true });
  });

  it('has the senders left, the Internet between, the receivers right', () => {
    const layout = layOut(TWO_DOMAINS, WIDE);
    const way = ['laptop.campus', 'submit.campus', 'relay.campus', 'ns', 'mx1.harbor', 'mail.harbor', 'desk.harbor'];
    const xs = way.map((name) => at(layout, `${name}.example`).x);
    expect(xs).toEqual(xs.toSorted((one, other) => one - other));
    expect(layout.regions.map((region) => [region.title, region.isInternet])).toEqual([
      ['campus.example', false],
      ['the Internet', true],
      ['harbor.example', false],
    ]);
  });

  it('keeps the way of a letter clear of the hosts that it passes', () => {
    for (const room of [NARROW, WIDE]) {
      const layout = layOut(TWO_DOMAINS, room);
      const ends = ['relay.campus.example', 'mx1.harbor.example'] as const;
      const curve = curveBetween(layout, ...ends);
      if (!curve) throw new Error('no curve');
      const points = Array.from({ length: 51 }, (_, step) => pointAt(curve, step / 50));
      const touched = [...layout.hosts].filter(
        ([name, spot]) =>
          !ends.some((end) => end === name) &&
          points.some(({ x, y }) => Math.abs(x - spot.x) < CELL.mark / 2 && Math.abs(y - spot.y) < CELL.mark / 2),
      );
      expect(touched).toEqual([]);
      expect(curveBetween(layout, ends[1], ends[0])).toEqual(curve.toReversed());
    }
  });

  it('leads the arrow keys to every host', () => {
    const layout = layOut(TWO_DOMAINS, NARROW);
    expect(reachedFrom('laptop.campus.example', layout.hosts)).toEqual([...layout.hosts.keys()].toSorted());
    expect(neighbour(layout.hosts, 'laptop.campus.example', 'ArrowLeft')).toBeUndefined();
  });

  it('leads the arrow keys by way of the links, where hosts have spoken', () => {
    const layout = layOut(TWO_DOMAINS, NARROW);
    const [laptop, submit, relay, mx1] = ['laptop.campus', 'submit.campus', 'relay.campus', 'mx1.harbor'].map(
      (name) => `${name}.example`,
    ) as [string, string, string, string];
    const links = [
      [laptop, submit],
      [submit, relay],
      [relay, mx1],
      [mx1, relay],
    ].map(([client = '', server = '']) => linkStop({ client, server }));
    const stops = stopsOf(layout, (from, to) => curveBetween(layout, from, to), links);
    expect(stops.size).toBe(layout.hosts.size + 3);
    const first = links[0] ?? '';
    expect(neighbour(stops, laptop, 'ArrowRight')).toBe(first);
    expect(neighbour(stops, first, 'ArrowRight')).toBe(submit);
    expect(neighbour(stops, submit, 'ArrowLeft')).toBe(first);
    expect(neighbour(stops, first, 'ArrowLeft')).toBe(laptop);
    expect(reachedFrom(laptop, stops)).toEqual([...stops.keys()].toSorted());
  });
});

describe('any map', () => {
  const rooms = fc.record({ width: fc.integer({ min: 300, max: 2000 }), height: fc.integer({ min: 180, max: 900 }) });

  it('has every host once, inside its region, and none over another', () => {
    fc.assert(
      fc.property(anyTopology, rooms, (topology, room) => {
        const layout = layOut(topology, room);
        expect([...layout.hosts.keys()].toSorted()).toEqual(topology.hosts.map((host) => host.name).toSorted());
        expect(overlaps(layout)).toEqual([]);
        expect(outside(layout)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('is the same for the same lab', () => {
    const lab = () =>
      labOf([
        ['desk', 'submit', 'relay'],
        ['ns', 'visitor'],
        ['mx', 'mail', 'desk'],
      ]);
    expect(layOut(lab(), NARROW)).toEqual(layOut(lab(), NARROW));
  });
});
