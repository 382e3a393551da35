// The axis: in order, in proportion where it counts, and never longer for a pause than a person has room for.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { LabEvent } from '../../../contract/events.ts';
import { shortened } from '../../../contract/pause.ts';
import { Axis } from '../../../renderer/timeline/axis.ts';

const DAY_MS = 86_400_000;

function event(seq: number, at_ms: number, mono_us: number): LabEvent {
  return { seq, run: 1, at_ms, mono_us, host: 'lab', type: 'lab.closed', data: { reason: '' } };
}

/** An axis over events of which each comes so many milliseconds after the last. */
function axisOf(pauses_ms: readonly number[]): Axis {
  const axis = new Axis();
  let at = 0;
  pauses_ms.forEach((pause, index) => {
    at += pause;
    axis.add(event(index + 1, at, at * 1000), false);
  });
  return axis;
}

describe('the axis', () => {
  it('keeps milliseconds in proportion and shortens pauses without a jump', () => {
    expect(shortened(2)).toBe(2 * shortened(1));
    expect(shortened(4.001)).toBeCloseTo(shortened(4), 2);
    expect(shortened(DAY_MS)).toBeLessThan(80);
    expect(shortened(DAY_MS)).toBeGreaterThan(shortened(600_000));
  });

  it('tells a jump of the lab clock, for which no time went by', () => {
    const axis = new Axis();
    axis.add(event(1, 0, 0), false);
    axis.add(event(2, DAY_MS, 30), false);
    axis.add(event(3, DAY_MS, 60), false);
    expect(axis.pauses).toEqual([{ seq: 2, ms: DAY_MS }]);
    expect(axis.position(2) - axis.position(1)).toBe(shortened(DAY_MS));
    expect(axis.position(3) - axis.position(2)).toBeCloseTo(0.03);
  });

  it('gives no room to what came before anything was to be seen', () => {
    const axis = new Axis();
    axis.add(event(1, 0, 0), true);
    axis.add(event(2, DAY_MS, 1000), true);
    expect([axis.start, axis.end, axis.pauses]).toEqual([0, 0, []]);
  });

  it('finds an event by its place and a place by its event, in order, also when the oldest are gone', () => {
    const pauses = fc.array(fc.double({ min: 0.001, max: DAY_MS, noNaN: true }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(pauses, fc.nat(30), (list, dropped) => {
        const axis = axisOf(list);
        const first = Math.min(dropped, list.length - 1) + 1;
        axis.forget(first);
        for (let seq = first; seq <= list.length; seq += 1) {
          expect(axis.seqAt(axis.position(seq))).toBe(seq);
          if (seq > first) expect(axis.position(seq)).toBeGreaterThan(axis.position(seq - 1));
        }
        expect(axis.seqAt(axis.start - 1)).toBe(first);
        expect(axis.seqAt(axis.end + 1)).toBe(list.length);
        expect(axis.position(first - 1)).toBe(axis.start);
      }),
    );
  });
});
