// The chart as shapes on a plot of a given width. Counterpart: timeline-plot.tsx draws them. Rule: one path a row and
// kind, whatever the number of bars; what would be thinner than a point is drawn together with its neighbour; what is
// out of view isn't drawn.

import type { HostName, Seq } from '../../contract/ids.ts';
import { type Bar, type ChartView, type Row } from './chart.ts';
import { COLUMN, columns } from './density-shapes.ts';
import type { Pause } from './axis.ts';
import { type Plot, xOf, positionAt } from './plot.ts';

/** Of a row, where there is room; and the least in which its name can be read. */
const ROW_HEIGHT = { usual: 20, least: 15 } as const;
/** Above and below a bar. */
const BAR_SPACE = 4;
/** Letters are thinner: they tell of what the bars below do. */
const LETTER_HEIGHT = 5;
/** A bar this narrow has no room for marks. */
const MARKED_WIDTH = 28;
/** Least distance of two marks, and of two labels. */
const MARK_GAP = 3;
const LABEL_GAP = 96;
/** How far from a bar a press still means it. */
const REACH = 3;

export interface RowShape {
  key: string;
  ends?: { client: HostName; server: HostName };
  top: number;
  /** Thickness of its bars. */
  thickness: number;
  bars: string;
  commands: string;
  refusals: string;
}

/** How high each of the chart's rows may be, so that all are in sight in `room`: letters, pairs of hosts, lookups, marks. */
export function rowHeightFor({ rows }: ChartView, room: number): number {
  const fitting = Math.floor(room / (rows.length + 3));
  return Math.max(ROW_HEIGHT.least, Math.min(ROW_HEIGHT.usual, fitting));
}

/** The rows from the top: letters, then each pair of hosts. */
export function rowShapes(plot: Plot): RowShape[] {
  const { letters, rows } = plot.chart;
  const shapeOf = plot.chart.density ? densityShape : rowShape;
  return [letters, ...rows].map((row, index) => shapeOf(plot, row, index * plot.rowHeight, index - 1));
}

/** `index`: of the pair; -1: letters. */
function densityShape(plot: Plot, { ends }: Row, top: number, index: number): RowShape {
  const bottom = top + plot.rowHeight - 2;
  const height = plot.rowHeight - BAR_SPACE;
  const opened = columns(plot, (part) => (ends ? (part.opened[index] ?? 0) : part.letters), bottom, height);
  return {
    key: ends ? `${ends.client} ${ends.server}` : 'letters',
    ...(ends === undefined ? {} : { ends }),
    ...{ top, thickness: COLUMN - 1, bars: opened, commands: '' },
    refusals: ends ? columns(plot, (part) => part.refused[index] ?? 0, bottom, height / 2) : '',
  };
}

/** In each row, the path of the bars that stand out: a handful, so that choosing others draws no other bar again. */
export function chosenBars(plot: Plot, chosen: ReadonlySet<string>): string[] {
  const { letters, rows, density } = plot.chart;
  if (density || chosen.size === 0) return [];
  return [letters, ...rows].map((row, index) => {
    const some = row.bars.filter(({ id }) => chosen.has(id));
    return lanes(plot, row, some, index * plot.rowHeight);
  });
}

function rowShape(plot: Plot, row: Row, top: number): RowShape {
  const key = row.ends ? `${row.ends.client} ${row.ends.server}` : 'letters';
  const { thickness, middle } = measures(plot, row, top);
  const inView = placed(plot, row.bars);
  const marked = inView.filter(({ left, right }) => right - left >= MARKED_WIDTH);
  return {
    key,
    ...(row.ends === undefined ? {} : { ends: row.ends }),
    top,
    thickness,
    bars: lanes(plot, row, row.bars, top),
    commands: marked.map(({ bar }) => marks(plot, bar.commands, middle(bar.lane) - thickness / 2, thickness)).join(''),
    refusals: inView
      .map(({ bar }) => marks(plot, bar.refusals, middle(bar.lane) - thickness / 2 - 2, thickness + 4))
      .join(''),
  };
}

function measures({ rowHeight }: Plot, { ends, busy }: Row, top: number) {
  const height = ends ? rowHeight - 2 * BAR_SPACE : LETTER_HEIGHT;
  const thickness = height / busy.length;
  return { thickness, middle: (lane: number) => top + (rowHeight - height) / 2 + (lane + 0.5) * thickness };
}

/** The bars that are in view, with their places. */
function placed(plot: Plot, some: readonly Bar[]) {
  return some
    .map((bar) => ({ bar, ...reach(plot, bar) }))
    .filter(({ left, right }) => right >= 0 && left <= plot.width);
}

/** Bars of a row as strokes, each in its lane. */
function lanes(plot: Plot, row: Row, some: readonly Bar[], top: number): string {
  const { middle } = measures(plot, row, top);
  const inView = placed(plot, some);
  const inLane = (lane: number) => inView.filter(({ bar }) => bar.lane === lane);
  return row.busy.map((_count, lane) => bars(inLane(lane), middle(lane))).join('');
}

function reach(plot: Plot, { from, to }: Bar): { left: number; right: number } {
  const { axis } = plot.chart;
  const left = xOf(plot, axis.position(from));
  const right = xOf(plot, to === undefined ? axis.end : axis.position(to));
  return { left, right: Math.max(right, left + 1) };
}

/** Horizontal strokes; neighbours that touch become one. */
function bars(some: readonly { left: number; right: number }[], y: number): string {
  let path = '';
  let left = 0;
  let right = -1;
  const put = () => {
    if (right > left) path += `M${round(left)} ${round(y)}H${round(right)}`;
  };
  for (const one of some) {
    const isNarrow = one.right - one.left < 2;
    if (right >= left && isNarrow && one.left <= right + 1) right = Math.max(right, one.right);
    else {
      put();
      ({ left, right } = one);
    }
  }
  put();
  return path;
}

function marks(plot: Plot, seqs: readonly Seq[], top: number, height: number): string {
  let path = '';
  let last = -Infinity;
  for (const seq of seqs) {
    const x = xOf(plot, plot.chart.axis.position(seq));
    if (x < 0 || x > plot.width || x - last < MARK_GAP) continue;
    path += `M${round(x)} ${round(top)}v${round(height)}`;
    last = x;
  }
  return path;
}

/** Marks of the lookups, in a row of their own. */
export function lookupMarks(plot: Plot, top: number): string {
  const height = plot.rowHeight - 2 * BAR_SPACE;
  if (plot.chart.density) return columns(plot, ({ lookups }) => lookups, top + BAR_SPACE + height, height);
  return marks(plot, plot.chart.lookups, top + BAR_SPACE, height);
}

/** Marks of what was found, over all rows. */
export function foundMarks(plot: Plot, lines: readonly { seq: Seq }[], height: number): string {
  return marks(
    plot,
    lines.map(({ seq }) => seq),
    0,
    height,
  );
}

/** Where there are more pauses than these, only what is longer than the usual one says more than the time of day would. */
const TOLD_PAUSES = 6;

/** The long pauses in view that there is room to tell of: the longest first, none that touches another. */
export function pauseLabels(plot: Plot): (Pause & { x: number })[] {
  const taken = [nowX(plot)];
  const told = plot.chart.axis.pauses
    .map((pause) => ({ ...pause, x: middleOf(plot, pause) }))
    .filter(({ x }) => x >= LABEL_GAP / 4 && x <= plot.width)
    .toSorted((one, other) => other.ms - one.ms)
    .filter(({ x }) => {
      const isClear = taken.every((other) => Math.abs(other - x) >= LABEL_GAP / 2);
      if (isClear) taken.push(x);
      return isClear;
    });
  const usual = told[TOLD_PAUSES];
  return usual ? told.filter(({ ms }) => ms > 2 * usual.ms) : told;
}

/** Where the word for now stands. */
function nowX(plot: Plot): number {
  return xOf(plot, plot.chart.axis.end) + LABEL_GAP / 4;
}

function middleOf(plot: Plot, { seq }: Pause): number {
  const { axis } = plot.chart;
  return xOf(plot, (axis.position(seq - 1) + axis.position(seq)) / 2);
}

/** Events whose times are written below the plot: spread evenly, and clear of the places in `taken`. */
export function tickSeqs(plot: Plot, taken: readonly number[]): { seq: Seq; x: number }[] {
  const { axis } = plot.chart;
  const ticks: { seq: Seq; x: number }[] = [];
  for (let wanted = LABEL_GAP / 2; wanted < plot.width; wanted += LABEL_GAP / 2) {
    const seq = axis.seqAt(positionAt(plot, wanted));
    const x = xOf(plot, axis.position(seq));
    const isClear = [nowX(plot), ...taken, ...ticks.map((tick) => tick.x)].every(
      (other) => Math.abs(other - x) >= LABEL_GAP,
    );
    if (x >= LABEL_GAP / 2 && isClear) ticks.push({ seq, x });
  }
  return ticks;
}

/** The bar at a place of the plot: the latest, where several lie over each other. */
export function barAt(plot: Plot, x: number, y: number): string | undefined {
  const row = [plot.chart.letters, ...plot.chart.rows][Math.floor(y / plot.rowHeight)];
  return row?.bars.findLast((bar) => {
    const { left, right } = reach(plot, bar);
    return x >= left - REACH && x <= right + REACH;
  })?.id;
}

export function barOf({ letters, rows }: ChartView, id: string): Bar | undefined {
  for (const row of [letters, ...rows]) {
    const bar = row.bars.findLast((one) => one.id === id);
    if (bar) return bar;
  }
  return undefined;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
