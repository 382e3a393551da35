// The lab's time, ticking. Counterpart: store/bench-store.ts labTime. Rule: it runs on between events, as the lab's own
// does; whoever shows it is drawn once a second, and nothing else is.

import { useEffect, useState } from 'react';

import { labTime } from '../store/bench-store.ts';
import { useBench, useBenchParts } from './use-bench.ts';

const TICK_MS = 1000;

/** Milliseconds since the Unix epoch; undefined before the lab is known. */
export function useLabTime(): number | undefined {
  const { store } = useBenchParts();
  const known = useBench((state) => state.live.lab.topology !== undefined);
  const [now_ms, setNow] = useState(0);
  useEffect(() => {
    const show = () => setNow(labTime(store.getState(), performance.now()));
    show();
    const timer = setInterval(show, TICK_MS);
    return () => clearInterval(timer);
  }, [store, known]);
  return known ? now_ms : undefined;
}
