// What a server did to a header: which fields it kept, added, removed or changed. Counterpart: fields.ts gives the raw
// fields; the engine compares a message before and after a hop with it. Rule: order counts, octets count, cost is bounded.

import type { ByteString } from './bytes.ts';
import { commonPairs } from './common-pairs.ts';

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
  const kept = commonPairs(before, after);
  return pairChanges(before, after, kept);
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
