// How views reach the stores and the source. Counterpart: store/bench-store.ts, frame-store.ts, source/source.ts.
// Rule: views read by selector and act by command or action; none keeps a copy of the lab.

import { createContext, useContext, useState } from 'react';
import { useStore } from 'zustand';

import type { Topology } from '../../contract/topology.ts';
import type { Settings } from '../settings/settings.ts';
import type { CompareDesk } from '../compare/compare-desk.ts';
import type { InboxDesk } from '../inbox/inbox-desk.ts';
import type { LectureDoor } from '../lecture/lecture-door.ts';
import type { ErrorBook } from '../report/error-book.ts';
import type { SessionDesk } from '../session/session-desk.ts';
import type { ShellHand } from '../shell/shell-hand.ts';
import type { ShellFeed } from '../shell/shell-feed.ts';
import type { Source } from '../source/source.ts';
import type { BenchState, BenchStore } from '../store/bench-store.ts';
import type { Journey } from '../store/journeys.ts';
import { planOf } from '../store/plan.ts';
import type { FrameState, FrameStore } from './frame-store.ts';
import type { PanelSizes } from './panel-sizes.ts';

export interface Bench {
  store: BenchStore;
  source: Source;
  shells: ShellFeed;
  hand: ShellHand;
  lecture: LectureDoor;
  frame: FrameStore;
  sizes: PanelSizes;
  sessions: SessionDesk;
  compare: CompareDesk;
  errors: ErrorBook;
  settings: Settings;
  inbox: InboxDesk;
}

export const BenchContext = createContext<Bench | undefined>(undefined);

export function useBenchParts(): Bench {
  const bench = useContext(BenchContext);
  if (!bench) throw new Error('a view stands outside BenchContext');
  return bench;
}

export function useBench<T>(select: (state: BenchState) => T): T {
  return useStore(useBenchParts().store, select);
}

/** Who is who at the moment that is shown; the same object while that doesn't change. */
export function usePlan(): Topology | undefined {
  return useBench((state) => planOf(state.moment.lab.topology));
}

export function useFrame<T>(select: (state: FrameState) => T): T {
  return useStore(useBenchParts().frame, select);
}

interface ShownJourneys {
  /** Latest first. */
  journeys: readonly Journey[];
  /** The one to look at. */
  shown: Journey | undefined;
}

export const JourneysContext = createContext<ShownJourneys>({ journeys: [], shown: undefined });

export const useJourneys = () => useContext(JourneysContext);

/** What came within this time is new: its arrival is shown in hop order, slowly enough to see, unless more than one can watch arrives. */
const NEW_MS = 1500;

/** Whether a view that appears now shows something that has just happened (and not something read back). */
export function useArrival(conn: string | undefined): boolean {
  const { store } = useBenchParts();
  const [isArriving] = useState(() => {
    const { seenOpening, isPouring } = store.getState();
    const at = conn === undefined ? undefined : seenOpening.get(conn);
    return !isPouring && at !== undefined && performance.now() - at < NEW_MS;
  });
  return isArriving;
}
