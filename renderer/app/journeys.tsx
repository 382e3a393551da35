// All journeys and the one to look at, worked out once for everybody. Counterpart: useJourneys in use-bench.ts reads it.
// Rule: views that don't ask for journeys aren't drawn again when these change.

import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';

import { type Journey, journeysOf } from '../store/journeys.ts';
import { JourneysContext, useBench } from './use-bench.ts';

export function Journeys({ children }: { children: ReactNode }) {
  const moment = useBench((state) => state.moment);
  const chosen = useBench((state) => state.chosen);
  const journeys = useMemo(() => journeysOf(moment), [moment]);
  const latest = useSteady(journeys[0]?.id);
  const wanted = chosen ?? latest;
  const value = useMemo(() => {
    // A conversation may turn out to carry a letter: its connection still names the journey.
    const isWanted = ({ id, dialogs }: Journey) => id === wanted || dialogs.some((dialog) => dialog.id === wanted);
    return { journeys, shown: journeys.find(isWanted) ?? journeys[0] };
  }, [journeys, wanted]);
  return <JourneysContext value={value}>{children}</JourneysContext>;
}

/** Nobody can read faster than this: one that is shown stays for so long. */
const STAY_MS = 1000;
/** While letters pour in, one is shown until it has arrived, and the others are passed over. */
const POURING_STAY_MS = 4000;
const POURING_LETTERS = 5;

/** `latest`, changing at once after a quiet while, and not more often than one can look otherwise. */
function useSteady(latest: string | undefined): string | undefined {
  const [steady, setSteady] = useState(latest);
  const changedAt = useRef(-STAY_MS);
  const passedOver = useRef(0);
  useEffect(() => {
    if (latest === steady) return undefined;
    passedOver.current += 1;
    const change = () => {
      changedAt.current = performance.now();
      passedOver.current = 0;
      setSteady(latest);
    };
    const stay_ms = passedOver.current > POURING_LETTERS ? POURING_STAY_MS : STAY_MS;
    const wait_ms = changedAt.current + stay_ms - performance.now();
    const timer = setTimeout(change, Math.max(0, wait_ms));
    return () => clearTimeout(timer);
  }, [latest, steady]);
  return steady;
}
