// How views reach the store and the source. Counterpart: store/bench-store.ts, source/source.ts. Rule: views read by
// selector and act by command; none keeps a copy of the lab.

import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';

import type { ShellFeed } from '../shell/shell-feed.ts';
import type { Source } from '../source/source.ts';
import type { BenchState, BenchStore } from '../store/bench-store.ts';
import { type Journey, journeysOf } from '../store/journeys.ts';

export interface Bench {
  store: BenchStore;
  source: Source;
  shells: ShellFeed;
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

/** All journeys, latest first, and the one to look at. */
export function useJourneys(): { journeys: Journey[]; shown: Journey | undefined } {
  const moment = useBench((state) => state.moment);
  const chosen = useBench((state) => state.chosen);
  const journeys = useMemo(() => journeysOf(moment), [moment]);
  const latest = useSteady(journeys[0]?.id);
  const wanted = chosen ?? latest;
  // A conversation may turn out to carry a letter: its connection still names the journey.
  const isWanted = ({ id, dialogs }: Journey) => id === wanted || dialogs.some((dialog) => dialog.id === wanted);
  return { journeys, shown: journeys.find(isWanted) ?? journeys[0] };
}

/** Nobody can read faster than this: while letters pour in, the one that is shown stays for so long. */
const STAY_MS = 1000;

/** `latest`, changing at once after a quiet while, and at most once in STAY_MS otherwise. */
function useSteady(latest: string | undefined): string | undefined {
  const [steady, setSteady] = useState(latest);
  const changedAt = useRef(-STAY_MS);
  useEffect(() => {
    if (latest === steady) return undefined;
    const change = () => {
      changedAt.current = performance.now();
      setSteady(latest);
    };
    const wait_ms = changedAt.current + STAY_MS - performance.now();
    const timer = setTimeout(change, Math.max(0, wait_ms));
    return () => clearTimeout(timer);
  }, [latest, steady]);
  return steady;
}

/** What came within this time is new: its arrival is shown in hop order, slowly enough to see. */
const NEW_MS = 1500;

/** Whether a view that appears now shows something that has just happened (and not something read back). */
export function useArrival(conn: string | undefined): boolean {
  const { store } = useBenchParts();
  const [isArriving] = useState(() => {
    const at = conn === undefined ? undefined : store.getState().seenOpening.get(conn);
    return at !== undefined && performance.now() - at < NEW_MS;
  });
  return isArriving;
}
