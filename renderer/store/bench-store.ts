// The screen's store: the lab, its dialogs and what the person chose, fed by a source. It lives without React.
// Counterpart: source/source.ts feeds it, app/use-bench.ts reads it. Rule: one `moment` per batch of events; what is
// in it is changed in place, and only the moment's own identity says that it changed.

import { createStore, type StoreApi } from 'zustand/vanilla';

import type { LabEvent } from '../../contract/events.ts';
import { foldEvent } from '../../contract/fold/fold.ts';
import { emptyState, type LabState } from '../../contract/fold/state.ts';
import type { ConnId } from '../../contract/ids.ts';
import type { Topology } from '../../contract/topology.ts';
import type { LinkState } from '../source/source.ts';
import { type Beginnings, foldBeginnings } from './beginnings.ts';
import { type Dialogs, foldDialogs, noDialogs } from './dialogs.ts';
import type { Login } from './doors.ts';

export interface Moment {
  lab: LabState;
  dialogs: Dialogs;
  beginnings: Beginnings;
  /** The lab's users with their passwords, which the lab's state keeps starred: for the commands to copy. */
  logins: readonly Login[];
}

/** The lab's clock as last heard: `lab_ms` at the page's `page_ms`. */
export interface ClockReading {
  lab_ms: number;
  page_ms: number;
}

export interface BenchState {
  link: LinkState;
  moment: Moment;
  clock: ClockReading | undefined;
  /** The journey that the person picked or began, or a connection of it; undefined follows the latest. */
  chosen: string | undefined;
  /** When the page heard of a connection that was opened while it watched. */
  seenOpening: ReadonlyMap<ConnId, number>;
}

export type BenchStore = StoreApi<BenchState>;

export function createBenchStore(): BenchStore {
  return createStore<BenchState>()(() => ({
    link: { name: 'connecting' },
    moment: { lab: emptyState(), dialogs: noDialogs(), beginnings: new Map(), logins: [] },
    clock: undefined,
    chosen: undefined,
    seenOpening: new Map(),
  }));
}

/** The lab's topology, as soon as it is known. */
export function knownTopology(store: BenchStore): Promise<Topology> {
  return new Promise((resolve) => {
    const look = ({ moment }: BenchState) => {
      if (!moment.lab.topology) return;
      stop();
      resolve(moment.lab.topology);
    };
    const stop = store.subscribe(look);
    look(store.getState());
  });
}

/** Folds a batch. `page_ms`: the page's own clock now. */
export function applyEvents(store: BenchStore, events: readonly LabEvent[], page_ms: number): void {
  const { moment, seenOpening } = store.getState();
  let { clock } = store.getState();
  const { lab, dialogs, beginnings } = moment;
  let { logins } = moment;
  let { chosen } = store.getState();
  let opening: Map<ConnId, number> | undefined;
  for (const event of events) {
    // A run that begins while the page watches may begin earlier than the one before it ended.
    if (event.type === 'lab.opened' && lab.run > 0 && event.run > lab.run) clock = { lab_ms: event.at_ms, page_ms };
    foldEvent(lab, event);
    foldDialogs(dialogs, event);
    foldBeginnings(beginnings, event);
    if (event.type === 'lab.opened') {
      logins = event.data.topology.users.map(({ address, password }) => ({ address, password }));
      chosen = undefined;
    }
    const isJump = event.type === 'clock.advanced' || event.type === 'clock.rated';
    if (isJump && clock !== undefined) clock = { lab_ms: Math.max(event.at_ms, clock.lab_ms), page_ms };
    // The lab's clock was read when the page connected: what is older was only read back.
    const isNew = event.type === 'conn.opened' && clock !== undefined && event.at_ms >= clock.lab_ms;
    if (isNew && event.conn !== undefined) (opening ??= new Map()).set(event.conn, page_ms);
  }
  store.setState({
    moment: { lab, dialogs, beginnings, logins },
    clock,
    chosen,
    ...(opening === undefined ? {} : { seenOpening: keepRecent(seenOpening, opening, page_ms) }),
  });
}

/** How long an arrival counts as new: the time in which its arrival is still being shown. */
export const ARRIVAL_MS = 4000;

function keepRecent(seen: ReadonlyMap<ConnId, number>, fresh: ReadonlyMap<ConnId, number>, now_ms: number) {
  return new Map([...seen, ...fresh].filter(([, at]) => now_ms - at < ARRIVAL_MS));
}

/** The lab's time at the page's `page_ms`, or what the last event said. */
export function labTime({ clock, moment }: BenchState, page_ms: number): number {
  const { lab } = moment;
  const reckoned = clock === undefined ? 0 : clock.lab_ms + (page_ms - clock.page_ms) * lab.rate;
  return Math.max(reckoned, lab.now_ms);
}
