// All journeys and the one to look at, worked out once for everybody. Counterpart: useJourneys in use-bench.ts reads it.
// Rule: views that don't ask for journeys aren't drawn again when these change.

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';

import { type Journey, journeysOf, type KnownJourneys } from '../store/journeys.ts';
import { ARRIVAL_MS, calmDown } from '../store/bench-store.ts';
import { JourneysContext, useBench, useBenchParts } from './use-bench.ts';

export function Journeys({ children }: { children: ReactNode }) {
  const moment = useBench((state) => state.moment);
  const chosen = useBench((state) => state.chosen);
  const [known] = useState<KnownJourneys>(() => new Map());
  const journeys = useMemo(() => journeysOf(moment, known), [moment, known]);
  const latest = useSteady(journeys[0]?.id);
  const wanted = chosen ?? latest;
  const value = useMemo(() => {
    // A conversation may turn out to carry a letter: its connection still names the journey.
    const isWanted = ({ id, dialogs }: Journey) => id === wanted || dialogs.some((dialog) => dialog.id === wanted);
    return { journeys, shown: journeys.find(isWanted) ?? journeys[0] };
  }, [journeys, wanted]);
  useCalmingDown();
  return <JourneysContext value={value}>{children}</JourneysContext>;
}

/** When it has poured and nothing more comes, no event says that it is quiet. */
function useCalmingDown(): void {
  const { store } = useBenchParts();
  const isPouring = useBench((state) => state.isPouring);
  useEffect(() => {
    if (!isPouring) return undefined;
    const timer = setInterval(() => calmDown(store, performance.now()), ARRIVAL_MS / 4);
    return () => clearInterval(timer);
  }, [isPouring, store]);
}

/** Nobody can read faster than this: one that is shown stays for so long. */
const STAY_MS = 1000;
/** While letters pour in, one is shown until it has arrived and could be read a little; the others are passed over. */
const POURING_STAY_MS = 4000;

/** `latest`, changing at once after a quiet while or a leap, and not more often than one can look otherwise. */
function useSteady(latest: string | undefined): string | undefined {
  const [steady, setSteady] = useState(latest);
  const isLeaping = useBench((state) => state.isLeaping);
  if (isLeaping && latest !== steady) setSteady(latest);
  const changedAt = useRef(-STAY_MS);
  const isPouring = useBench((state) => state.isPouring);
  useEffect(() => {
    if (latest === steady) return undefined;
    const change = () => {
      changedAt.current = performance.now();
      setSteady(latest);
    };
    const wait_ms = changedAt.current + (isPouring ? POURING_STAY_MS : STAY_MS) - performance.now();
    const timer = setTimeout(change, Math.max(0, wait_ms));
    return () => clearTimeout(timer);
  }, [latest, steady, isPouring]);
  return steady;
}
