// The screen's store: the lab, its dialogs and what the person chose, fed by a source. It lives without React.
// Counterpart: source/source.ts feeds it, app/use-bench.ts reads it. Rule: `live` is the lab as it is, one per batch of
// events; `moment` is what is shown, the same unless the person looks at the past. Both are changed in place, and only
// their own identity says that they changed.

import { createStore, type StoreApi } from 'zustand/vanilla';

import type { LabEvent } from '../../contract/events.ts';
import type { ConnId, Seq } from '../../contract/ids.ts';
import type { Topology } from '../../contract/topology.ts';
import type { LinkState } from '../source/source.ts';
import { History } from './history.ts';
import { SCREEN_LIMITS } from './limits.ts';
import { emptyMoment, foldMoment, type Moment } from './moment.ts';
import type { PageTurner } from './page-turner.ts';

/** The lab's clock as last heard: `lab_ms` at the page's `page_ms`. */
export interface ClockReading {
  lab_ms: number;
  page_ms: number;
}

/** A line of a dialog that the person looks at: it is explained, and what came of it is marked. */
export interface PointedLine {
  conn: ConnId;
  seq: Seq;
}

export interface BenchState {
  link: LinkState;
  /** Events of the lab that the page hasn't read yet, where it has many to read back. */
  behind: number;
  /** The lab as it is. What acts on it reads this. */
  live: Moment;
  /** The lab as it is shown. */
  moment: Moment;
  /** The last event of the moment that is shown; undefined: now, whatever comes. */
  cursor: Seq | undefined;
  /** The run so far; `live` says when it grew. Of a paged run: the page that is shown. */
  history: History;
  /** A saved run of millions of events, whose pages are read when they are wanted. */
  pages: PageTurner | undefined;
  /** The moment of it that is wanted and not there yet. */
  seeking: Seq | undefined;
  clock: ClockReading | undefined;
  /** What the person calls the lab that is open; its topology has a title of its own. */
  labName: string | undefined;
  /** The journey that the person picked or began, or a connection of it; undefined follows the latest. */
  chosen: string | undefined;
  pointed: PointedLine | undefined;
  /** Times beside lines: of day, or since the connection opened. */
  clockTimes: boolean;
  /** When the page heard of a connection that was opened while it watched. */
  seenOpening: ReadonlyMap<ConnId, number>;
  /** So much comes that nobody can follow one letter: counts instead of films. */
  isPouring: boolean;
  /** One drags through the past: only what is in sight is worth its time (leaps.ts). */
  isLeaping: boolean;
}

export type BenchStore = StoreApi<BenchState>;

export function createBenchStore(): BenchStore {
  const now = emptyMoment();
  return createStore<BenchState>()(() => ({
    link: { name: 'connecting' },
    behind: 0,
    live: now,
    moment: now,
    cursor: undefined,
    history: new History(),
    pages: undefined,
    seeking: undefined,
    clock: undefined,
    labName: undefined,
    chosen: undefined,
    pointed: undefined,
    clockTimes: false,
    seenOpening: new Map(),
    isPouring: false,
    isLeaping: false,
  }));
}

/** The lab's topology, as soon as it is known. */
export function knownTopology(store: BenchStore): Promise<Topology> {
  return new Promise((resolve) => {
    const look = ({ live }: BenchState) => {
      if (!live.lab.topology) return;
      stop();
      resolve(live.lab.topology);
    };
    const stop = store.subscribe(look);
    look(store.getState());
  });
}

/** Folds a batch. `page_ms`: the page's own clock now. */
export function applyEvents(store: BenchStore, events: readonly LabEvent[], page_ms: number): void {
  const before = store.getState();
  const { history, seenOpening } = before;
  const live = { ...before.live };
  let { clock, chosen, cursor, pointed } = before;
  let opening: Map<ConnId, number> | undefined;
  for (const event of events) {
    const { run } = live.lab;
    // A run that begins while the page watches may begin earlier than the one before it ended.
    if (event.type === 'lab.opened' && run > 0 && event.run > run) clock = { lab_ms: event.at_ms, page_ms };
    foldMoment(live, event);
    history.add(event, live);
    if (event.type === 'lab.opened') {
      chosen = undefined;
      cursor = undefined;
      pointed = undefined;
    }
    const isJump = event.type === 'clock.advanced' || event.type === 'clock.rated';
    if (isJump && clock !== undefined) clock = { lab_ms: Math.max(event.at_ms, clock.lab_ms), page_ms };
    // The lab's clock was read when the page connected: what is older was only read back.
    const isNew = event.type === 'conn.opened' && clock !== undefined && event.at_ms >= clock.lab_ms;
    if (isNew && event.conn !== undefined) (opening ??= new Map()).set(event.conn, page_ms);
  }
  // A past that is so far back that it had to be forgotten is shown as far back as there is one.
  if (cursor !== undefined) cursor = Math.max(cursor, history.first);
  const shown = cursor === before.cursor ? before.moment : undefined;
  const seen = opening === undefined ? seenOpening : keepRecent([...seenOpening, ...opening], page_ms);
  store.setState({
    live,
    moment: cursor === undefined ? live : (shown ?? history.momentAt(cursor)),
    cursor,
    clock,
    chosen,
    pointed,
    seenOpening: seen,
    isPouring: pours(before.isPouring, seen.size),
  });
}

/** Forgets what isn't new any more; for when nothing comes that would do it. */
export function calmDown(store: BenchStore, page_ms: number): void {
  const { seenOpening, isPouring } = store.getState();
  const seen = keepRecent([...seenOpening], page_ms);
  if (seen.size < seenOpening.size) store.setState({ seenOpening: seen, isPouring: pours(isPouring, seen.size) });
}

/** Once it pours, it goes on until it is quiet: nothing is shown now one way, now the other. */
function pours(isPouring: boolean, arrivals: number): boolean {
  return arrivals >= (isPouring ? SCREEN_LIMITS.quietArrivals : SCREEN_LIMITS.pouringArrivals);
}

/** Shows the moment right after event `seq`; the latest event, or undefined, means now and whatever comes. */
export function showMoment(store: BenchStore, seq: Seq | undefined): void {
  const { history, live, cursor: before, pages } = store.getState();
  if (pages) {
    pages.show(seq);
    return;
  }
  const cursor = seq === undefined || seq >= history.last ? undefined : Math.max(seq, history.first);
  if (cursor === before) return;
  store.setState({ cursor, moment: cursor === undefined ? live : history.momentAt(cursor) });
}

/** The first and the last event of the run that is shown, whether they are in memory or not. */
export function reachOf({ pages, history }: Pick<BenchState, 'pages' | 'history'>): { first: Seq; last: Seq } {
  return pages?.run ?? history;
}

/** How long an arrival counts as new: the time in which its arrival is still being shown. */
export const ARRIVAL_MS = 4000;

function keepRecent(seen: readonly (readonly [ConnId, number])[], now_ms: number): ReadonlyMap<ConnId, number> {
  return new Map(seen.filter(([, at]) => now_ms - at < ARRIVAL_MS));
}

/** The lab's time at the page's `page_ms`, or what the last event said. */
export function labTime({ clock, live }: BenchState, page_ms: number): number {
  const { lab } = live;
  const reckoned = clock === undefined ? 0 : clock.lab_ms + (page_ms - clock.page_ms) * lab.rate;
  return Math.max(reckoned, lab.now_ms);
}
