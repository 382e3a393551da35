// What a fork begins with when nobody said: the line that is pointed at, an edit that lies ahead of the moment shown, what
// was typed, or else the latest line. Counterpart: actions/wire.ts, fork-sheet.tsx. Rule: pure.

import type { ForkStart } from '../app/frame-store.ts';
import type { BenchState } from '../store/bench-store.ts';
import { deedsOf } from './deeds.ts';
import { typedLines } from './typed-lines.ts';

export function usualFork({ pointed, cursor, history }: BenchState): ForkStart {
  if (cursor !== undefined && deedsOf(history).some(({ seq }) => seq >= cursor)) return { kind: 'undone' };
  if (typedLines(history, pointed?.seq ?? cursor ?? history.last, 1).length > 0) return { kind: 'typed' };
  return pointed ? { kind: 'line', at: pointed.seq } : { kind: 'line' };
}
