// What two lists have in common, in order: the longest common subsequence. Counterpart: diff.ts asks it about fields, a
// screen about lines. Rule: cost is bounded; beyond DIFF_CELLS_COUNT only the equal start and end are matched, which is
// never wrong.

import { DIFF_CELLS_COUNT } from './limits.ts';

type Pair = [before: number, after: number];

/** Index pairs of equal items, rising on both sides. */
export function commonPairs(before: readonly string[], after: readonly string[]): Pair[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;

  const pairs: Pair[] = [];
  for (let at = 0; at < start; at += 1) pairs.push([at, at]);
  const middleBefore = before.slice(start, before.length - end);
  const middleAfter = after.slice(start, after.length - end);
  for (const [left, right] of longest(middleBefore, middleAfter)) pairs.push([start + left, start + right]);
  for (let at = end; at > 0; at -= 1) pairs.push([before.length - at, after.length - at]);
  return pairs;
}

/** None when the table would be too big. */
function longest(before: readonly string[], after: readonly string[]): Pair[] {
  const width = after.length + 1;
  if ((before.length + 1) * width > DIFF_CELLS_COUNT) return [];
  const lengths = new Uint32Array((before.length + 1) * width); // lengths[i, j]: of before[i..] and after[j..]
  const length = (left: number, right: number): number => lengths[left * width + right] ?? 0;
  for (let left = before.length - 1; left >= 0; left -= 1) {
    for (let right = after.length - 1; right >= 0; right -= 1) {
      lengths[left * width + right] =
        before[left] === after[right]
          ? length(left + 1, right + 1) + 1
          : Math.max(length(left + 1, right), length(left, right + 1));
    }
  }
  const pairs: Pair[] = [];
  let left = 0;
  let right = 0;
  while (left < before.length && right < after.length) {
    if (before[left] === after[right]) {
      pairs.push([left, right]);
      left += 1;
      right += 1;
    } else if (length(left + 1, right) > length(left, right + 1)) left += 1;
    else right += 1;
  }
  return pairs;
}
