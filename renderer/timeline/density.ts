// A run of millions on the timeline: how much there is where, in place of bars. Counterpart: contract/session/overview.ts has
// the counts, detail.ts the bars once one looks closely. Rule: the same axis and the same rows as bars would have.

import type { Seq } from '../../contract/ids.ts';
import type { PagedRun } from '../store/paged-run.ts';
import type { AxisView, Pause } from './axis.ts';
import type { ChartView, Row } from './chart.ts';
import { TIMELINE_LIMITS } from './limits.ts';
import type { Mark } from './mark-shapes.ts';

/** A stretch of the axis and what it holds. */
export interface DensityPart {
  from: number;
  to: number;
  letters: number;
  lookups: number;
  /** Connections and refusals of each row. */
  opened: readonly number[];
  refused: readonly number[];
}

export type Density = readonly DensityPart[];

export class DensityChart implements ChartView {
  readonly axis: AxisView;
  readonly letters: Row = noBars();
  readonly rows: Row[];
  readonly lookups: readonly Seq[] = [];
  readonly marks: readonly Mark[];
  readonly density: Density;
  readonly timeOf: (seq: Seq) => number;

  constructor(run: PagedRun) {
    const { pairs, parts } = run.overview;
    this.axis = new PagedAxis(run);
    this.timeOf = (seq) => parts[run.pageOf(seq)]?.at_ms ?? 0;
    this.rows = pairs.map((ends) => ({ ...noBars(), ends }));
    this.marks = parts
      .flatMap(({ marks }) => Object.entries(marks).map(([kind, [, seq]]) => ({ kind: kind as Mark['kind'], seq })))
      .toSorted((one, other) => one.seq - other.seq);
    this.density = parts.map(({ from, letters, lookups, rows }, index) => ({
      ...{ from, to: parts[index + 1]?.from ?? this.axis.end, letters, lookups },
      opened: pairs.map((_pair, row) => rows[row]?.[0] ?? 0),
      refused: pairs.map((_pair, row) => rows[row]?.[1] ?? 0),
    }));
  }
}

const noBars = (): Row => ({ bars: [], busy: [0] });

/** The axis of a whole run: exact at the edges of pages, in proportion between. */
class PagedAxis implements AxisView {
  readonly start: number;
  readonly end: number;
  readonly pauses: readonly Pause[];
  /** Where each page begins, and the end. */
  readonly #places: readonly number[];
  readonly #run: PagedRun;

  constructor(run: PagedRun) {
    const { parts } = run.overview;
    this.#run = run;
    this.start = parts[0]?.from ?? 0;
    this.end = parts.at(-1)?.to ?? 0;
    this.#places = [...parts.map(({ from }) => from), this.end];
    this.pauses = parts
      .flatMap(({ pauses }) => pauses)
      .toSorted((one, other) => other.ms - one.ms)
      .slice(0, TIMELINE_LIMITS.pauses);
  }

  position(seq: Seq): number {
    const index = this.#run.pageOf(seq);
    const [from, to] = this.#reach(index);
    const part = (seq - this.#firstOf(index)) / this.#steps(index);
    return from + (to - from) * Math.min(1, Math.max(0, part));
  }

  seqAt(position: number): Seq {
    let low = 0;
    let high = this.#run.pages - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#places[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    const [from, to] = this.#reach(low);
    const part = to <= from ? 0 : Math.min(1, Math.max(0, (position - from) / (to - from)));
    return Math.min(this.#run.last, this.#firstOf(low) + Math.floor(part * this.#steps(low)));
  }

  #firstOf(index: number): Seq {
    return index * this.#run.length + 1;
  }

  #reach(index: number): [number, number] {
    return [this.#places[index] ?? this.end, this.#places[index + 1] ?? this.end];
  }

  /** From a page's first event to the next page's; of the last page to its last. */
  #steps(index: number): number {
    const { length, last } = this.#run;
    return Math.max(1, Math.min(length, last - this.#firstOf(index)));
  }
}
