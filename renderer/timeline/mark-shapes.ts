// The signs of what was decided, changed and moved, in a row of their own. Counterpart: contract/marks.ts says what is one,
// mark-key.tsx what the signs mean. Rule: told apart by their shape; one path a kind; none touches another, and the
// rarer has the place.

import { MARK_KINDS, type MarkKind } from '../../contract/marks.ts';
import type { Seq } from '../../contract/ids.ts';
import { type Plot, xOf } from './plot.ts';

export interface Mark {
  seq: Seq;
  kind: MarkKind;
}

/** Strokes of each sign about its middle, 8 points wide and high. */
export const SIGNS: Readonly<Record<MarkKind, string>> = {
  clock: 'm-4 -3l3 3l-3 3m4 -6l3 3l-3 3',
  fault: 'm1 -4l-3 5h4l-3 3.500',
  setting: 'm0 -4l4 4l-4 4l-4 -4z',
  queue: 'm-4 -3h8m-8 3h8m-8 3h8',
  report: 'm-4 -3h8v6h-8zl4 3.500l4 -3.500',
  route: 'm-4 0h3l4 -3m-4 3l4 3',
};
/** Of two signs, from middle to middle. */
const GAP = 11;

export function markShapes(plot: Plot, marks: readonly Mark[], top: number): { kind: MarkKind; path: string }[] {
  const middle = top + plot.rowHeight / 2;
  const taken = new Set<number>();
  return MARK_KINDS.map((kind) => {
    let path = '';
    for (const mark of marks) {
      if (mark.kind !== kind) continue;
      const x = xOf(plot, plot.chart.axis.position(mark.seq));
      const cell = Math.floor(x / GAP);
      if (x < 0 || x > plot.width || [cell - 1, cell, cell + 1].some((one) => taken.has(one))) continue;
      taken.add(cell);
      path += `M${Math.round(x)} ${middle}${SIGNS[kind]}`;
    }
    return { kind, path };
  }).filter(({ path }) => path !== '');
}
