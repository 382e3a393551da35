// What a pointer does on the timeline: a press on a bar goes to its connection, anywhere else, and every drag, moves
// through time. Counterpart: layout.ts barAt. Rule: a hand that trembles hasn't dragged.

import { type PointerEvent, type RefObject, useMemo, useRef } from 'react';

import { useBenchParts } from '../app/use-bench.ts';
import { type BenchStore, showMoment } from '../store/bench-store.ts';
import { barAt, barOf } from './layout.ts';
import { type Plot, positionAt } from './plot.ts';

const TREMBLE = 4;

interface PressHandlers {
  onPointerDown: (event: PointerEvent) => void;
  onPointerMove: (event: PointerEvent) => void;
  onPointerUp: (event: PointerEvent) => void;
  onPointerCancel: () => void;
}

/** Handlers for the bars and for the axis. `slider` gets the focus, so that the keys go on where the pointer was. */
export function usePress(
  plot: Plot,
  slider: RefObject<HTMLElement | null>,
): { bars: PressHandlers; axis: PressHandlers } {
  const { store } = useBenchParts();
  const current = useRef(plot);
  current.current = plot;
  return useMemo(() => {
    let press: { x: number; isDrag: boolean } | undefined;
    const handlers = (meansBars: boolean): PressHandlers => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        slider.current?.focus({ preventScroll: true });
        press = { x: event.clientX, isDrag: !meansBars };
        if (!meansBars) scrub(store, current.current, offset(event).x);
      },
      onPointerMove: (event) => {
        if (!press) return;
        press.isDrag ||= Math.abs(event.clientX - press.x) > TREMBLE;
        if (press.isDrag) scrub(store, current.current, offset(event).x);
      },
      onPointerUp: (event) => {
        const { x, y } = offset(event);
        const bar = press?.isDrag === false ? barAt(current.current, x, y) : undefined;
        if (bar !== undefined) goTo(store, current.current, bar);
        else if (press?.isDrag === false) scrub(store, current.current, x);
        press = undefined;
      },
      onPointerCancel: () => (press = undefined),
    });
    return { bars: handlers(true), axis: handlers(false) };
  }, [slider, store]);
}

function offset({ clientX, clientY, currentTarget }: PointerEvent): { x: number; y: number } {
  const { left, top } = currentTarget.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

function scrub(store: BenchStore, plot: Plot, x: number): void {
  const { axis } = plot.chart;
  const position = positionAt(plot, x);
  showMoment(store, position >= axis.end ? undefined : axis.seqAt(position));
}

/** Shows the journey of a bar; a moment before it began gives way to its end. */
function goTo(store: BenchStore, plot: Plot, id: string): void {
  const { cursor } = store.getState();
  const bar = barOf(plot.chart, id);
  if (cursor !== undefined && bar && bar.from > cursor) showMoment(store, bar.to);
  store.setState({ chosen: id });
}
