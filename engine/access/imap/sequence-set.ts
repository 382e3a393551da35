// Sets like `1,3:5,*` (RFC 3501 section 9, sequence-set) and back. Counterpart: view.ts turns them into letters.
// Rule: ranges are sorted and joined at once, so that a set that names everything a thousand times
// costs as much as one that does so once.

import { ACCESS_LIMITS } from '../limits.ts';
import { type Scanner, SyntaxProblem } from './scanner.ts';

/** Both ends are in it. */
export type Range = readonly [from: number, to: number];

const SET = /[\d*:,]+/y;
const RANGE = /^(\*|[1-9]\d{0,9})(?::(\*|[1-9]\d{0,9}))?$/;

export interface SequenceSet {
  /** The set with a value for `*`, the highest number in use; undefined when there is none. */
  ranges(highest: number | undefined): Range[];
}

export function parseSequenceSet(scanner: Scanner): SequenceSet {
  const text = scanner.match(SET)?.[0] ?? '';
  const parsed = text.split(',').map((range) => RANGE.exec(range));
  if (parsed.length > ACCESS_LIMITS.setRanges) throw new SyntaxProblem('the set has too many ranges');
  const ends = parsed.map((range) => {
    if (!range) throw new SyntaxProblem('a set is numbers, ranges like 2:4, and * for the last, with commas');
    const [, from = '', to = from] = range;
    return [from, to] as const;
  });
  return {
    ranges(highest) {
      // `*` in an empty mailbox names nothing.
      const known = highest === undefined ? ends.filter(([from, to]) => from !== '*' && to !== '*') : ends;
      const numbers = known.map((pair) => pair.map((end) => (end === '*' ? (highest ?? 0) : Number(end))));
      return joined(numbers.map(([from = 0, to = 0]) => [Math.min(from, to), Math.max(from, to)]));
    },
  };
}

/** Numbers as a set, for COPYUID: `3,5:7`. Must be ascending. */
export function formatSet(numbers: readonly number[]): string {
  return joined(numbers.map((number) => [number, number]))
    .map(([from, to]) => (from === to ? String(from) : `${from}:${to}`))
    .join(',');
}

function joined(ranges: Range[]): Range[] {
  const result: Range[] = [];
  for (const [from, to] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && from <= last[1] + 1) result[result.length - 1] = [last[0], Math.max(last[1], to)];
    else result.push([from, to]);
  }
  return result;
}
