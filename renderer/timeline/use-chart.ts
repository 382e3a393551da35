// The chart of the run, kept up with while it grows; of a run in pages its overview, or its bars where one looks closely.
// Counterpart: chart.ts, density.ts, detail.ts. Rule: redrawn a few times a second at most, however fast events come;
// `revision` says that it changed, for it is one object that grows.

import { useEffect, useMemo, useRef, useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { Chart, type ChartView } from './chart.ts';
import { DensityChart } from './density.ts';
import { detailOf, type Pages, pagesIn } from './detail.ts';
import { TIMELINE_LIMITS } from './limits.ts';
import type { Span } from './span.ts';

/** `span`: what is in view; undefined: everything. */
export function useChart(span: Span | undefined): { chart: ChartView; revision: number } {
  const growing = useGrowing();
  const paged = usePaged(span);
  return paged ? { chart: paged, revision: 0 } : growing;
}

function usePaged(span: Span | undefined): ChartView | undefined {
  const pages = useBench((state) => state.pages);
  const whole = useMemo(() => pages && new DensityChart(pages.run), [pages]);
  const [close, setClose] = useState<{ chart: ChartView; whole: DensityChart; wanted: string }>();
  const wanted = pages && whole && span && pagesIn(pages.run, whole.axis, span);
  const { first, last } = wanted ?? NO_PAGES;
  const name = `${first} ${last}`;
  useEffect(() => {
    if (!pages || !whole || first < 0) return undefined;
    let isLeft = false;
    const show = (chart: ChartView) => {
      if (!isLeft) setClose({ chart, whole, wanted: `${first} ${last}` });
    };
    // What can't be read is told when somebody goes there; until then there are columns.
    detailOf(pages.run, whole, { first, last }).then(show, () => undefined);
    return () => {
      isLeft = true;
    };
  }, [pages, whole, first, last]);
  return close?.whole === whole && close?.wanted === name ? close.chart : whole;
}

const NO_PAGES: Pages = { first: -1, last: -1 };

function useGrowing(): { chart: Chart; revision: number } {
  const { store } = useBenchParts();
  const [chart] = useState(() => new Chart());
  const [revision, setRevision] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const draw = () => {
      timer.current = undefined;
      const { history, pages } = store.getState();
      if (!pages && chart.follow(history)) setRevision((count) => count + 1);
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
