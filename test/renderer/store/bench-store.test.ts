// The store: one moment per batch, the lab's clock between events, and what counts as new.

import { expect, it } from 'vitest';

import {
  applyEvents,
  ARRIVAL_MS,
  calmDown,
  createBenchStore,
  knownTopology,
  labTime,
} from '../../../renderer/store/bench-store.ts';
import { opened, Script } from './events.ts';

it('makes a new moment for each batch and keeps the passwords out of the lab state', () => {
  const store = createBenchStore();
  const before = store.getState().moment;
  const script = new Script();
  opened(script);
  applyEvents(store, script.events, 0);
  const { moment } = store.getState();
  expect(moment).not.toBe(before);
  expect(moment.logins).toContainEqual({ address: 'ann@a.example', password: 'secret' });
  expect(JSON.stringify(moment.lab)).not.toContain('secret');
});

it('tells the topology as soon as it is known', async () => {
  const store = createBenchStore();
  const known = knownTopology(store);
  const script = new Script();
  opened(script);
  applyEvents(store, script.events, 0);
  expect((await known).name).toBe('tiny');
  expect((await knownTopology(store)).name).toBe('tiny');
});

it('goes on with the lab clock between events, and jumps with it', () => {
  const store = createBenchStore();
  const script = new Script();
  opened(script);
  applyEvents(store, script.events, 100);
  store.setState({ clock: { lab_ms: 50_000, page_ms: 100 } });
  expect(labTime(store.getState(), 2100)).toBe(52_000);
  script.add('clock.advanced', 'lab', { from_ms: 52_000, to_ms: 652_000 }, { at_ms: 652_000 });
  applyEvents(store, script.events.slice(-1), 2100);
  expect(labTime(store.getState(), 3100)).toBe(653_000);
});

it('calls a connection new when the page watched it open, and for a while only', () => {
  const store = createBenchStore();
  const script = new Script();
  script.open('old#1', 'a', 'b');
  applyEvents(store, script.events, 0);
  expect(store.getState().seenOpening.size).toBe(0);
  store.setState({ clock: { lab_ms: 1002, page_ms: 0 } });
  script.open('new#1', 'a', 'b');
  applyEvents(store, script.events.slice(-1), 10);
  expect([...store.getState().seenOpening.keys()]).toEqual(['new#1']);
  script.open('new#2', 'a', 'b');
  applyEvents(store, script.events.slice(-1), 10 + ARRIVAL_MS);
  expect([...store.getState().seenOpening.keys()]).toEqual(['new#2']);
});

it('forgets what was chosen when a new run begins', () => {
  const store = createBenchStore();
  store.setState({ chosen: 'm1.1' });
  const script = new Script();
  opened(script);
  applyEvents(store, script.events, 0);
  expect(store.getState().chosen).toBeUndefined();
});

it('says that it pours when more connections open than one can follow, until it is quiet', () => {
  const store = createBenchStore();
  store.setState({ clock: { lab_ms: 0, page_ms: 0 } });
  const script = new Script();
  const open = (count: number, page_ms: number) => {
    for (let at = 0; at < count; at += 1) script.open(`new#${page_ms}.${at}`, 'a', 'b');
    applyEvents(store, script.events.slice(-count), page_ms);
  };
  open(8, 0);
  expect(store.getState().isPouring).toBe(false);
  open(40, 100);
  expect(store.getState().isPouring).toBe(true);
  open(15, ARRIVAL_MS + 200);
  expect(store.getState().isPouring).toBe(true);
  calmDown(store, 2 * ARRIVAL_MS + 300);
  expect(store.getState()).toMatchObject({ isPouring: false, seenOpening: new Map() });
});
