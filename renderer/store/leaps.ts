// Whether a person drags through the past, or stays at a moment of it. Counterpart: bench-store.ts `isLeaping`, which views
// ask that put what is out of sight on the page only when the hand rests. Rule: a step or a play is no leap.

import type { BenchStore } from './bench-store.ts';
import { LEAP_LIMITS } from './limits.ts';

/** `wait` calls back after so many milliseconds. Returns the way to stop. */
export function noticeLeaps(store: BenchStore, wait: (ms: number, then: () => void) => void): () => void {
  let leaps = 0;
  return store.subscribe(({ cursor, isLeaping }, { cursor: before }) => {
    if (cursor === before) return;
    if (cursor === undefined) {
      // Back at now there is nothing to drag.
      leaps += 1;
      if (isLeaping) store.setState({ isLeaping: false });
      return;
    }
    if (Math.abs(cursor - (before ?? Infinity)) <= LEAP_LIMITS.stepEvents) return;
    const leap = (leaps += 1);
    if (!isLeaping) store.setState({ isLeaping: true });
    wait(LEAP_LIMITS.rest_ms, () => {
      if (leap === leaps) store.setState({ isLeaping: false });
    });
  });
}
