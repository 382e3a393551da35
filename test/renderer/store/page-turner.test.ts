// A run in pages: every moment is the one that folding from the beginning gives, wherever one comes from; what is wanted
// last is what is shown.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import type { LabEvent } from '../../../contract/events.ts';
import { foldEvent } from '../../../contract/fold/fold.ts';
import { stateHash } from '../../../contract/fold/hash.ts';
import { emptyState } from '../../../contract/fold/state.ts';
import { SessionFile } from '../../../contract/session/session-file.ts';
import { writeSession } from '../../../contract/session/write-session.ts';
import { deflation } from '../../../engine/deflation.ts';
import { endsInRefusal } from '../../../mail/answer.ts';
import { Search } from '../../../renderer/filter/search.ts';
import { searchPages } from '../../../renderer/filter/search-pages.ts';
import { type BenchStore, createBenchStore, reachOf, showMoment } from '../../../renderer/store/bench-store.ts';
import { History } from '../../../renderer/store/history.ts';
import { emptyMoment, foldMoment } from '../../../renderer/store/moment.ts';
import { PageTurner } from '../../../renderer/store/page-turner.ts';
import { PagedRun } from '../../../renderer/store/paged-run.ts';
import { Chart } from '../../../renderer/timeline/chart.ts';
import { DensityChart } from '../../../renderer/timeline/density.ts';
import { detailOf } from '../../../renderer/timeline/detail.ts';
import { rowShapes } from '../../../renderer/timeline/layout.ts';
import { everything } from '../../../renderer/timeline/span.ts';
import { realRun } from './real-run.ts';

const PAGE = 90;
let events: LabEvent[];
let run: PagedRun;
const hashes: string[] = [];
const problems: unknown[] = [];

beforeAll(async () => {
  events = (await realRun()).filter((event) => event.run === 1);
  const state = emptyState();
  hashes.push(stateHash(state));
  for (const event of events) hashes.push(stateHash(foldEvent(state, event)));
  const pieces = writeSession(
    {
      head: { schema: 1, app: '0', seed: 1, run: 1, seq: events.length },
      checkpoint: '{}',
      files: [],
      events: (async function* () {
        yield events;
      })(),
      capture: { length: 0, read: () => Promise.resolve(new Uint8Array()) },
    },
    { deflation, refuses: endsInRefusal, now_ms: 0, page: PAGE },
  );
  const bytes: Uint8Array[] = [];
  for await (const piece of pieces) bytes.push(...piece.bytes);
  run = await PagedRun.open(await SessionFile.open(Buffer.concat(bytes), deflation));
});

/** A turner whose rests are over at once, or never. */
async function turned(rests: boolean): Promise<{ store: BenchStore; turner: PageTurner }> {
  const store = createBenchStore();
  const wait = (_ms: number, then: () => void) => {
    if (rests) setImmediate(then);
  };
  const turner = await PageTurner.open(store, run, { wait, onProblem: (error) => problems.push(error) });
  return { store, turner };
}

/** Resolves when what was wanted is shown. */
function there(store: BenchStore): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (store.getState().seeking !== undefined) return;
      stop();
      resolve();
    };
    const stop = store.subscribe(look);
    look();
  });
}

describe('a run in pages', () => {
  it('shows every moment as folding from the beginning does', async () => {
    const { store } = await turned(false);
    expect(stateHash(store.getState().live.lab)).toBe(hashes.at(-1));
    expect(reachOf(store.getState())).toMatchObject({ first: 1, last: events.length });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: events.length }), { maxLength: 6 }), async (wanted) => {
        for (const seq of wanted) {
          showMoment(store, seq);
          await there(store);
          const { cursor, moment } = store.getState();
          expect([cursor ?? events.length, stateHash(moment.lab)]).toEqual([seq, hashes[seq]]);
        }
      }),
      { numRuns: 12 },
    );
    expect(problems).toEqual([]);
  });

  it('shows what is wanted last, and the end at once', async () => {
    const { store } = await turned(false);
    for (const seq of [10, 400, 200]) showMoment(store, seq);
    await there(store);
    expect(store.getState().cursor).toBe(200);
    showMoment(store, 500);
    showMoment(store, undefined);
    expect(store.getState()).toMatchObject({ cursor: undefined, seeking: undefined });
    expect(store.getState().moment).toBe(store.getState().live);
  });

  it('brings the dialogs from before a page when one stays there', async () => {
    const { store } = await turned(true);
    const whole = emptyMoment();
    for (const event of events.slice(0, 600)) foldMoment(whole, event);
    const all = [...whole.dialogs.byId.keys()];
    await new Promise<void>((resolve) => {
      store.subscribe(({ moment, cursor }) => {
        if (cursor === 600 && moment.dialogs.byId.size === all.length) resolve();
      });
      showMoment(store, 600);
    });
    const { moment } = store.getState();
    expect([...moment.dialogs.byId.keys()]).toEqual(all);
    const lines = (of: typeof moment) => [...of.dialogs.byId.values()].map(({ items }) => items.length);
    expect(lines(moment)).toEqual(lines(whole));
  });

  it('steps over the edge of a page, both ways', async () => {
    const { store, turner } = await turned(false);
    showMoment(store, PAGE);
    await there(store);
    const shown = (seq: number) =>
      new Promise<void>((resolve) => {
        const stop = store.subscribe(({ cursor }) => {
          if (cursor !== seq) return;
          stop();
          resolve();
        });
      });
    const on = shown(PAGE + 3);
    turner.go(PAGE, 1, ({ seq }) => seq === PAGE + 3);
    await on;
    const back = shown(PAGE - 7);
    turner.go(PAGE + 3, -1, ({ seq }) => seq === PAGE - 7);
    await back;
  });

  it('gives the live lab its history back', async () => {
    const { store, turner } = await turned(false);
    turner.close();
    expect(store.getState().pages).toBeUndefined();
    expect(store.getState().history.last).toBe(0);
  });

  it('finds what a search in memory finds, and stops where it is told to', async () => {
    const history = new History();
    for (const event of events) history.add(event, emptyMoment());
    const isMail = ({ verb }: { verb: string }) => verb === 'MAIL';
    const inMemory = new Search(isMail);
    inMemory.follow(history);
    const inPages = new Search(isMail);
    const nothing = { onPage: () => undefined, pause: () => Promise.resolve() };
    expect(await searchPages(run, inPages, { ...nothing, isStopped: () => false })).toBe(true);
    expect(inPages.lines).toEqual(inMemory.lines);
    expect(inPages.total).toBeGreaterThan(3);
    expect(await searchPages(run, new Search(isMail), { ...nothing, isStopped: () => true })).toBe(false);
  });
});

describe('its timeline', () => {
  it('has the places, rows and marks that bars would have', async () => {
    const history = new History();
    for (const event of events) history.add(event, emptyMoment());
    const chart = new Chart();
    chart.follow(history);
    const whole = new DensityChart(run);
    expect(whole.rows.map(({ ends }) => ends)).toEqual(chart.rows.map(({ ends }) => ends));
    expect(whole.axis.end).toBeCloseTo(chart.axis.end, 6);
    for (let seq = 1; seq <= events.length; seq += PAGE) {
      expect(whole.axis.position(seq)).toBeCloseTo(chart.axis.position(seq), 6);
    }
    for (const seq of [1, 50, 333, events.length]) {
      // Two events may stand at one place, and places are rounded.
      expect(Math.abs(whole.axis.seqAt(whole.axis.position(seq)) - seq)).toBeLessThanOrEqual(1);
    }
    const sum = (list: readonly number[]) => list.reduce((one, other) => one + other, 0);
    const bars = sum(chart.rows.map((row) => row.bars.length));
    expect(sum(whole.density.flatMap(({ opened }) => opened))).toBe(bars);
    expect(sum(whole.density.flatMap(({ refused }) => refused))).toBe(
      sum(chart.rows.flatMap((row) => row.bars.map(({ refusals }) => refusals.length))),
    );
    const plot = { chart: whole, span: everything(whole.axis), width: 900, rowHeight: 20, chosen: new Set<string>() };
    expect(rowShapes(plot).every(({ bars }) => bars.startsWith('M'))).toBe(true);
    expect(new Set(whole.marks.map(({ kind }) => kind))).toEqual(new Set(chart.marks.map(({ kind }) => kind)));
  });

  it('draws bars where one looks closely, in the same places', async () => {
    const history = new History();
    for (const event of events) history.add(event, emptyMoment());
    const chart = new Chart();
    chart.follow(history);
    const whole = new DensityChart(run);
    const close = await detailOf(run, whole, { first: 2, last: 4 });
    for (let seq = 2 * PAGE + 1; seq <= 5 * PAGE; seq += 17) {
      expect(close.axis.position(seq)).toBeCloseTo(chart.axis.position(seq), 6);
      expect(close.timeOf?.(seq)).toBe(events[seq - 1]?.at_ms);
    }
    expect(close.axis.end).toBe(whole.axis.end);
    expect(close.rows.map(({ ends }) => ends)).toEqual(chart.rows.map(({ ends }) => ends));
  });
});
