// Play: one step after another, slowly enough to read. Counterpart: timeline-controls.tsx has the buttons, steps.ts the
// steps. Rule: it plays until now and stops there; from now it begins where the shown journey began.

import { useEffect, useState } from 'react';

import { useBench, useBenchParts } from '../app/use-bench.ts';
import { type BenchStore, reachOf, showMoment } from '../store/bench-store.ts';
import type { Journey } from '../store/journeys.ts';
import { endsStep, stepBack, stepOn, type Stride } from './steps.ts';

/** Steps a second at speed 1: a line can be read in it. */
const STEPS_PER_SECOND = 2;
export const SPEEDS: readonly number[] = [1, 2, 4, 8, 16];
const USUAL_SPEED = 4;

export interface Playback {
  stride: Stride;
  setStride: (stride: Stride) => void;
  speed: number;
  setSpeed: (speed: number) => void;
  isPlaying: boolean;
  /** Plays, or stops. */
  toggle: () => void;
  /** A step by hand stops the playing. */
  step: (direction: 'on' | 'back', by?: Stride) => void;
}

export function usePlayback(journey: Journey | undefined): Playback {
  const { store } = useBenchParts();
  const isNow = useBench((state) => state.cursor === undefined);
  const [stride, setStride] = useState<Stride>('line');
  const [speed, setSpeed] = useState(USUAL_SPEED);
  const [isWanted, setWanted] = useState(false);
  const isPlaying = isWanted && !isNow;
  useEffect(() => {
    if (!isPlaying) return undefined;
    const timer = setInterval(
      () => {
        // A page that is still being read is waited for.
        if (store.getState().seeking === undefined) go(store, 'on', stride);
      },
      1000 / (STEPS_PER_SECOND * speed),
    );
    return () => clearInterval(timer);
  }, [isPlaying, speed, store, stride]);
  const toggle = () => {
    if (!isPlaying && isNow) showMoment(store, journey?.dialogs[0]?.openedAt ?? reachOf(store.getState()).first);
    setWanted(!isPlaying);
  };
  const step = (direction: 'on' | 'back', by: Stride = stride) => {
    setWanted(false);
    go(store, direction, by);
  };
  return { stride, setStride, speed, setSpeed, isPlaying, toggle, step };
}

/** One step; of a run in pages, into the next page where it leads there. */
function go(store: BenchStore, direction: 'on' | 'back', stride: Stride): void {
  const { history, cursor, pages, seeking } = store.getState();
  if (!pages) {
    showMoment(store, (direction === 'on' ? stepOn : stepBack)(history, cursor, stride));
    return;
  }
  const from = seeking ?? cursor ?? pages.run.last;
  const isBack = direction === 'back';
  pages.go(from, isBack ? -1 : 1, (event) => endsStep(event, stride));
}
