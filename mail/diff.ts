// What a server did to a header: which fields it kept, added, removed or changed. Counterpart: fields.ts gives the raw
// fields; the engine compares a message before and after a hop with it. Rule: order counts, octets count, cost is bounded.

import type { ByteString } from './bytes.ts';
import { DIFF_CELLS_COUNT } from './limits.ts';

/** Indexes into `before` and `after`, each list in rising order. Every field stands in exactly one list. */
export interface FieldDiff {
  kept: [before: number, after: number][];
  /** Indexes into `after`. */
  added: number[];
  /** Indexes into `before`. */
  removed: number[];
  /** A removed and an added field of the same name between the same kept neighbours. */
  changed: [before: number, after: number][];
}

/**
 * Compares two lists of raw fields by longest common subsequence. Beyond DIFF_CELLS_COUNT only the equal start and end
 * are matched, which is right for a hop that only prepends, and never wrong: what isn't kept is added and removed.
 */
export function diffFields(before: readonly ByteString[], after: readonly ByteString[]): FieldDiff {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;

  const kept: [number, number][] = [];
  for (let at = 0; at < start; at += 1) kept.push([at, at]);
  const middleBefore = before.slice(start, before.length - end);
  const middleAfter = after.slice(start, after.length - end);
  for (const [left, right] of commonFields(middleBefore, middleAfter)) kept.push([start + left, start + right]);
  for (let at = end; at > 0; at -= 1) kept.push([before.length - at, after.length - at]);
  return pairChanges(before, after, kept);
}

/** The longest common subsequence as index pairs; none when the table would be too big. */
function commonFields(before: readonly ByteString[], after: readonly ByteString[]): [number, number][] {
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
  const pairs: [number, number][] = [];
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

/** Walks the gaps between kept fields; in each, the first unpaired fields of one name on both sides are a change. */
function pairChanges(before: readonly ByteString[], after: readonly ByteString[], kept: [number, number][]): FieldDiff {
  const diff: FieldDiff = { kept, added: [], removed: [], changed: [] };
  let left = 0;
  let right = 0;
  for (const [keptLeft, keptRight] of [...kept, [before.length, after.length] as const]) {
    const waiting = new Map<string, number[]>();
    for (let at = right; at < keptRight; at += 1) {
      const name = nameOf(after[at] ?? '');
      const list = waiting.get(name);
      if (list) list.push(at);
      else waiting.set(name, [at]);
    }
    for (let at = left; at < keptLeft; at += 1) {
      const partner = waiting.get(nameOf(before[at] ?? ''))?.shift();
      if (partner !== undefined && before[at] !== after[partner]) diff.changed.push([at, partner]);
      else {
        diff.removed.push(at);
        if (partner !== undefined) diff.added.push(partner); // equal but not kept: the table was too big, or it moved
      }
    }
    for (const list of waiting.values()) diff.added.push(...list);
    left = keptLeft + 1;
    right = keptRight + 1;
  }
  diff.added.sort((one, other) => one - other);
  return diff;
}

const nameOf = (raw: ByteString): string => /^[^:\s]*/.exec(raw)?.[0].toLowerCase() ?? '';
