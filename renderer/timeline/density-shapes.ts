// Counts along the axis as columns, one path a row. Counterpart: density.ts has the counts, layout.ts the bars of a run that
// is short enough. Rule: a column is higher the more there is, by the square root, so that one connection can still be
// seen beside a thousand; a row's highest column is as high as a bar.

import type { DensityPart } from './density.ts';
import { type Plot, xOf } from './plot.ts';

/** Width of a column. */
export const COLUMN = 3;

/** Columns that stand on `bottom` and reach up to `height`. */
export function columns(plot: Plot, countOf: (part: DensityPart) => number, bottom: number, height: number): string {
  const counts = new Float64Array(Math.ceil(plot.width / COLUMN) + 1);
  for (const part of plot.chart.density ?? []) spread(plot, part, countOf(part), counts);
  const most = counts.reduce((one, other) => Math.max(one, other), 0);
  if (most === 0) return '';
  let path = '';
  counts.forEach((count, index) => {
    if (count === 0) return;
    const tall = Math.max(1, height * Math.sqrt(count / most));
    path += `M${(index + 0.5) * COLUMN} ${bottom}v${-Math.round(tall * 10) / 10}`;
  });
  return path;
}

/** What a part holds is shared among the columns that it reaches over. */
function spread(plot: Plot, { from, to }: DensityPart, count: number, counts: Float64Array): void {
  if (count === 0) return;
  const left = xOf(plot, from) / COLUMN;
  const right = xOf(plot, to) / COLUMN;
  if (right < 0 || left > counts.length) return;
  const first = Math.max(0, Math.floor(left));
  const last = Math.min(counts.length - 1, Math.max(first, Math.ceil(right) - 1));
  const share = count / Math.max(1, right - left);
  for (let index = first; index <= last; index += 1) counts[index] = (counts[index] ?? 0) + share;
}
