// Brings a found line into view: its letter, its dialog, its explanation. Counterpart: filter-bar.tsx. Rule: a moment of
// the past is only left for one in which the line is there.

import type { BenchStore } from '../store/bench-store.ts';
import { showMoment } from '../store/bench-store.ts';
import type { FoundLine } from './search.ts';

export function goTo(store: BenchStore, { conn, seq }: FoundLine): void {
  const isThere = () =>
    store
      .getState()
      .moment.dialogs.byId.get(conn)
      ?.items.some((item) => item.seq === seq) === true;
  const { pages } = store.getState();
  if (!isThere() && !pages) showMoment(store, undefined);
  // What is too long ago to be among the dialogs of now is shown as it was then.
  if (!isThere()) showMoment(store, seq);
  store.setState({ chosen: conn, pointed: { conn, seq } });
}

/** The place of the line after (or before) `seq`, round and round; -1: there is none. */
export function nextPlace(lines: readonly FoundLine[], seq: number | undefined, step: 1 | -1): number {
  if (lines.length === 0) return -1;
  if (step === 1) {
    const next = lines.findIndex((line) => seq !== undefined && line.seq > seq);
    return next < 0 ? 0 : next;
  }
  const before = lines.findLastIndex((line) => seq !== undefined && line.seq < seq);
  return before < 0 ? lines.length - 1 : before;
}
