// A part of a chart on so many points: what everything drawn is measured by. Counterpart: layout.ts, density-shapes.ts and
// mark-shapes.ts draw on it.

import type { ChartView } from './chart.ts';
import type { Span } from './span.ts';

export interface Plot {
  chart: ChartView;
  span: Span;
  width: number;
  rowHeight: number;
}

export function xOf({ span, width }: Plot, position: number): number {
  const length = span.to - span.from;
  return length <= 0 ? width : ((position - span.from) / length) * width;
}

export function positionAt({ span, width }: Plot, x: number): number {
  return span.from + (x / Math.max(1, width)) * (span.to - span.from);
}
