// Which rows are shown and which are folded away. Counterpart: pair-view.tsx. Rule: pure; where a difference begins is never
// folded, nor the lines right beside it; a few lines aren't worth a fold.

import { isDifference, type Row, type RowKind } from './align.ts';
import { COMPARE_LIMITS } from './limits.ts';

export interface Fold {
  /** `equal`, and those that stand on one side only, are folded away. */
  kind: 'shown' | 'equal' | 'one' | 'two';
  from: number;
  count: number;
}

/** All rows in order, in stretches. `unfolded`: where a person opened one, by its first row. */
export function foldsOf(rows: readonly Row[], unfolded: ReadonlySet<number>): Fold[] {
  const wishes = wishesOf(rows);
  const folds: Fold[] = [];
  for (let from = 0; from < rows.length;) {
    const wish = wishes[from] ?? 'shown';
    let to = from;
    while (to < rows.length && wishes[to] === wish) to += 1;
    const isFolded = to - from >= COMPARE_LIMITS.foldable && !unfolded.has(from);
    folds.push({ kind: isFolded ? wish : 'shown', from, count: to - from });
    from = to;
  }
  return folds;
}

/** What each row would be folded as. */
function wishesOf(rows: readonly Row[]): Fold['kind'][] {
  const { around, oneSided } = COMPARE_LIMITS;
  const wishes = rows.map((): Fold['kind'] => 'equal');
  let run = 0;
  let before: RowKind = 'same';
  rows.forEach(({ kind }, at) => {
    run = kind === before ? run + 1 : 1;
    before = kind;
    if (!isDifference(kind)) return;
    wishes[at] = (kind === 'one' || kind === 'two') && run > oneSided ? kind : 'shown';
    for (let by = 1; by <= around; by += 1) {
      for (const beside of [at - by, at + by]) if (wishes[beside] === 'equal') wishes[beside] = 'shown';
    }
  });
  return wishes;
}
