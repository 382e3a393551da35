// A comparison accounts for every field once, and names what a hop did.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffFields } from '../../mail/diff.ts';

const fields = fc.array(fc.constantFrom('A: 1', 'a: 2', 'B: 1', 'B: 2', 'C: 1'), { maxLength: 12 });

test('every field is in exactly one list, and what is kept is equal and in order', () => {
  fc.assert(
    fc.property(fields, fields, (before, after) => {
      const { kept, added, removed, changed } = diffFields(before, after);
      const both = [...kept, ...changed];
      expect([...both.map(([left]) => left), ...removed].toSorted((a, b) => a - b)).toEqual([...before.keys()]);
      expect([...both.map(([, right]) => right), ...added].toSorted((a, b) => a - b)).toEqual([...after.keys()]);
      for (const [left, right] of kept) expect(before[left]).toBe(after[right]);
      for (const [left, right] of changed) expect(before[left]).not.toBe(after[right]);
      for (const side of [0, 1] as const) {
        expect(kept.map((pair) => pair[side])).toEqual(kept.map((pair) => pair[side]).toSorted((a, b) => a - b));
      }
    }),
  );
});

test.each([
  ['a hop prepends', ['A: 1', 'B: 1'], ['Received: x', 'A: 1', 'B: 1'], { added: [0], removed: [], changed: [] }],
  [
    'a list rewrites',
    ['A: 1', 'Subject: x', 'B: 1'],
    ['A: 1', 'SUBJECT: [l] x', 'B: 1'],
    { added: [], removed: [], changed: [[1, 1]] },
  ],
  ['a server removes', ['A: 1', 'Bcc: x', 'B: 1'], ['A: 1', 'B: 1'], { added: [], removed: [1], changed: [] }],
  [
    'equal fields keep their order',
    ['R: a', 'R: b'],
    ['R: new', 'R: a', 'R: b'],
    { added: [0], removed: [], changed: [] },
  ],
])('%s', (_what, before, after, expected) => expect(diffFields(before, after)).toMatchObject(expected));

test('a huge header costs no time', () => {
  const many = (word: string) => Array.from({ length: 50_000 }, (_, at) => `${word}: ${at}`);
  // Were it more than linear, it would outlast the test's own time.
  expect(diffFields(['A: 1', ...many('X')], ['A: 1', ...many('Y')]).kept).toEqual([[0, 0]]);
});
