// Patterns against the regular expressions of JavaScript, which know more and may take forever; and hostile patterns,
// which may not.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { Pattern } from '../../../mail/pattern/program.ts';

const isIn = (source: string, text: string, ignoreCase = false) => new Pattern(source, { ignoreCase }).isIn(text);

describe('a pattern', () => {
  test.each([
    ['lottery', 'you won the lottery!', true],
    ['^Subject: .*(win|won)', 'Subject: you have won', true],
    ['^Subject: .*(win|won)', 'X-Subject: you have won', false],
    ['[[:digit:]]{3,}', 'in 1995', true],
    ['[^a-z]+$', 'abc', false],
    ['\\bspam\\b', 'no spam here', true],
    ['\\bspam\\b', 'spammer', false],
    ['a{2}b?c', 'xaac', true],
    ['\\x41\\.', 'A.', true],
    ['[]x]', ']', true],
    ['a||b', '', true],
    ['', '', true],
  ])('/%s/ and “%s”', (source, text, found) => expect(isIn(source, text)).toBe(found));

  test('ignores case when it is to', () => {
    expect(isIn('LOTTERY[a-c]', 'lotteryB', true)).toBe(true);
    expect(isIn('LOTTERY', 'lottery')).toBe(false);
  });
});

test.each([
  ['(a', 'never closes'],
  ['a)', 'a ) too many'],
  ['[a', 'never closes'],
  ['*a', 'nothing to repeat'],
  ['(a)\\1', 'back references'],
  ['(?=a)', 'look-around'],
  ['a{999}', 'repetitions'],
  ['[z-a]', 'wrong order'],
  ['a\\', 'backslash at the end'],
  ['((a{200}){200}){200}', 'steps'],
  ['('.repeat(60), 'brackets'],
  ['x'.repeat(600), 'longer'],
  ['\\q', 'isn’t known'],
])('/%s/ is refused: %s', (source, problem) => {
  expect(() => new Pattern(source)).toThrow(problem);
});

// Both read this the same way; what they differ in (where `$` is, what `.` takes) isn't made.
const atom = fc.oneof(
  fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\w', '\\d', '\\s', '\\.', '-'),
  fc.constantFrom('^', '$', '\\b', '\\B'),
);
const source = fc.letrec<{ any: string; piece: string }>((tie) => ({
  piece: fc.oneof(
    { maxDepth: 3 },
    atom,
    tie('any').map((inside) => `(${inside})`),
    fc
      .tuple(
        fc.oneof(
          fc.constantFrom('a', 'b', '[ab]', '.'),
          tie('any').map((inside) => `(?:${inside})`),
        ),
        fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}', '*?'),
      )
      .map(([part, bounds]) => part + bounds),
  ),
  any: fc.oneof(
    { maxDepth: 3 },
    fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => pieces.join('')),
    fc.tuple(tie('any'), tie('any')).map(([one, other]) => `${one}|${other}`),
  ),
})).any;

test('finds what JavaScript finds', () => {
  fc.assert(
    fc.property(
      source,
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' ', '.', '-'), maxLength: 12 }),
      (made, text) => {
        let pattern: Pattern;
        try {
          pattern = new Pattern(made);
        } catch {
          return; // too large when written out
        }
        expect(pattern.isIn(text), made).toBe(new RegExp(made, 's').test(text));
      },
    ),
    { numRuns: 2000 },
  );
});

test('reads anything, or says what is wrong with it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (made) => {
      const octets = made.replace(/[^\0-\xff]/g, '?');
      try {
        new Pattern(octets).isIn('a text');
      } catch (error) {
        expect((error as Error).name).toBe('PatternError');
      }
    }),
    { numRuns: 2000 },
  );
});

test.each(['(a+)+$', '^(a|a)*$', '(a*)*b', '([a-z]+)*\\d', 'a?'.repeat(40) + 'a'.repeat(40)])(
  'catastrophic elsewhere: /%s/ looks at each octet a bounded number of times',
  (hostile) => {
    // Backtracking would need 2 to the 2000th steps: that this ends at all is the test.
    expect(isIn(hostile, `${'a'.repeat(2000)}!`)).toBe(hostile.startsWith('a?'));
  },
);
