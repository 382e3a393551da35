// The chart of the run, kept up with while it grows. Counterpart: chart.ts. Rule: redrawn a few times a second at most,
// however fast events come; `revision` says that it changed, for it is one object that grows.

import { useEffect, useRef, useState } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import { Chart } from './chart.ts';
import { TIMELINE_LIMITS } from './limits.ts';

export function useChart(): { chart: Chart; revision: number } {
  const { store } = useBenchParts();
  const [chart] = useState(() => new Chart());
  const [revision, setRevision] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const draw = () => {
      timer.current = undefined;
      if (chart.follow(store.getState().history)) setRevision((count) => count + 1);
    };
    draw();
    const stop = store.subscribe(({ live, isPouring }, before) => {
      if (live === before.live) return;
      timer.current ??= setTimeout(draw, isPouring ? TIMELINE_LIMITS.pouring_ms : TIMELINE_LIMITS.redraw_ms);
    });
    return () => {
      stop();
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [chart, store]);
  return { chart, revision };
}
