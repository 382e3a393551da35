// The bars of a few pages of a long run, for who looks closely. Counterpart: density.ts draws what is wider. Rule: they stand
// where the overview has them, so that nothing moves when bars take the place of columns.

import type { LabEvent } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import type { PagedRun } from '../store/paged-run.ts';
import type { AxisView } from './axis.ts';
import { Chart, type ChartView } from './chart.ts';
import type { DensityChart } from './density.ts';
import { TIMELINE_LIMITS } from './limits.ts';
import type { Span } from './span.ts';

export interface Pages {
  first: number;
  last: number;
}

/** The pages that a span shows, and one before, whose connections may go on; undefined: too many for bars. */
export function pagesIn(run: PagedRun, axis: AxisView, { from, to }: Span): Pages | undefined {
  const first = Math.max(0, run.pageOf(axis.seqAt(from)) - 1);
  const last = run.pageOf(axis.seqAt(to));
  return last - first >= TIMELINE_LIMITS.detailPages ? undefined : { first, last };
}

export async function detailOf(run: PagedRun, whole: DensityChart, { first, last }: Pages): Promise<ChartView> {
  const events: LabEvent[] = [];
  for (let index = first; index <= last; index += 1) events.push(...(await run.page(index)));
  const chart = Chart.of(whole.rows, run.overview.parts[first]?.from ?? 0, events);
  const { letters, rows, lookups, marks } = chart;
  const begin = first * run.length + 1;
  const axis = new CloseAxis(whole.axis, chart.axis, begin, begin + events.length - 1);
  const timeOf = (seq: Seq) => events[seq - begin]?.at_ms ?? whole.timeOf(seq);
  return { axis, letters, rows, lookups, marks, timeOf };
}

/** As long as the whole run's axis, and exact where every event is known. */
class CloseAxis implements AxisView {
  readonly start: number;
  readonly end: number;
  readonly pauses: AxisView['pauses'];
  readonly #whole: AxisView;
  readonly #close: AxisView;
  readonly #first: Seq;
  readonly #last: Seq;

  constructor(whole: AxisView, close: AxisView, first: Seq, last: Seq) {
    this.start = whole.start;
    this.end = whole.end;
    this.pauses = close.pauses;
    this.#whole = whole;
    this.#close = close;
    this.#first = first;
    this.#last = last;
  }

  position(seq: Seq): number {
    return (seq >= this.#first && seq <= this.#last ? this.#close : this.#whole).position(seq);
  }

  seqAt(position: number): Seq {
    return (position >= this.#close.start && position <= this.#close.end ? this.#close : this.#whole).seqAt(position);
  }
}
