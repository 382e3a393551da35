// Any moment of a run, in any order of asking, is what folding from the beginning gives.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import type { LabEvent } from '../../../contract/events.ts';
import { stateHash } from '../../../contract/fold/hash.ts';
import { applyEvents, createBenchStore, showMoment } from '../../../renderer/store/bench-store.ts';
import { History } from '../../../renderer/store/history.ts';
import { cloneMoment, emptyMoment, foldMoment, type Moment } from '../../../renderer/store/moment.ts';
import { opened, Script } from './events.ts';
import { realRun } from './real-run.ts';

/** Maps and sets as plain data, in order. */
function plain(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, one]) => [key, plain(one)]);
  if (value instanceof Set) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}

/** Which dialogs may be changed in place is no part of what a moment shows. */
const hashOf = ({ lab, dialogs: { own: _, ...dialogs }, beginnings, decisions, files }: Moment) =>
  stateHash(plain({ lab, dialogs, beginnings, decisions, files }));

describe('the history of a run', () => {
  let events: LabEvent[];
  /** The hash of the moment after each event, by folding alone. */
  const folded = new Map<number, string>();

  beforeAll(async () => {
    events = (await realRun()).filter((event) => event.run === 1);
    const moment = emptyMoment();
    for (const event of events) {
      foldMoment(moment, event);
      folded.set(event.seq, hashOf(moment));
    }
  });

  it('gives every moment again, whatever was asked before', () => {
    const seqs = fc.array(fc.integer({ min: 1, max: events.length }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(seqs, fc.integer({ min: 20, max: 400 }), (asked, step) => {
        const history = new History(100_000, step);
        const live = emptyMoment();
        for (const event of events) {
          foldMoment(live, event);
          history.add(event, live);
        }
        for (const seq of asked) expect([seq, hashOf(history.momentAt(seq))]).toEqual([seq, folded.get(seq)]);
        expect(hashOf(live)).toBe(folded.get(events.length));
      }),
      { numRuns: 25 },
    );
  });

  it('forgets the oldest first, and what is left stays right', () => {
    const history = new History(300, 40);
    const live = emptyMoment();
    for (const event of events) {
      foldMoment(live, event);
      history.add(event, live);
    }
    expect(history.first).toBeGreaterThan(events.length - 301);
    expect(history.last).toBe(events.length);
    for (const seq of [history.first, history.last, history.first + 100]) {
      expect(hashOf(history.momentAt(seq))).toBe(folded.get(seq));
    }
    expect(hashOf(history.momentAt(1))).toBe(folded.get(history.first - 1));
  });

  it('keeps a clone apart from what goes on', () => {
    const moment = emptyMoment();
    const half = Math.floor(events.length / 2);
    for (const event of events.slice(0, half)) foldMoment(moment, event);
    const clone = cloneMoment(moment);
    for (const event of events.slice(half)) foldMoment(moment, event);
    expect(hashOf(clone)).toBe(folded.get(half));
    for (const event of events.slice(half)) foldMoment(clone, event);
    expect(hashOf(clone)).toBe(folded.get(events.length));
  });

  it('shows the past while the lab goes on, and the present again', () => {
    const store = createBenchStore();
    const half = Math.floor(events.length / 2);
    applyEvents(store, events.slice(0, half), 0);
    showMoment(store, 10);
    applyEvents(store, events.slice(half), 0);
    const { live, moment, cursor } = store.getState();
    expect([cursor, hashOf(moment), hashOf(live)]).toEqual([10, folded.get(10), folded.get(events.length)]);
    showMoment(store, events.length);
    expect(store.getState()).toMatchObject({ cursor: undefined });
    expect(store.getState().moment).toBe(store.getState().live);
  });
});

it('begins anew with a new run, in the present', () => {
  const store = createBenchStore();
  const first = new Script();
  opened(first);
  first.open('a#1', 'a', 'b');
  first.line('a#1', 'server', '220 b\r\n');
  applyEvents(store, first.events, 0);
  showMoment(store, 2);
  const second = new Script();
  opened(second);
  applyEvents(
    store,
    second.events.map((event) => ({ ...event, run: 2 })),
    0,
  );
  const { cursor, history, moment, live } = store.getState();
  expect([cursor, history.first, history.last]).toEqual([undefined, 1, 1]);
  expect(moment).toBe(live);
  expect(moment.dialogs.byId.size).toBe(0);
});

it('starts where it can when the beginning is missing', () => {
  const script = new Script();
  opened(script);
  script.open('a#1', 'a', 'b');
  script.line('a#1', 'server', '220 b\r\n');
  const history = new History();
  const live = emptyMoment();
  for (const event of script.events) foldMoment(live, event);
  const [, , last] = script.events;
  if (last) history.add(last, live);
  expect([history.first, history.last]).toEqual([3, 3]);
  expect(history.momentAt(3).dialogs.byId.get('a#1')?.items).toHaveLength(1);
});
