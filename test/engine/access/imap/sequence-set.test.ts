// Sets like 1,3:5,* and back.
import { describe, expect, it } from 'vitest';
import { Scanner } from '../../../../engine/access/imap/scanner.ts';
import { formatSet, parseSequenceSet } from '../../../../engine/access/imap/sequence-set.ts';

const ranges = (text: string, highest?: number) =>
  parseSequenceSet(new Scanner({ text, literals: [] })).ranges(highest);

describe('a sequence set', () => {
  it.each<[string, number | undefined, [number, number][]]>([
    ['7', 9, [[7, 7]]],
    [
      '1,3:5',
      9,
      [
        [1, 1],
        [3, 5],
      ],
    ],
    ['5:3,4:8', 9, [[3, 8]]],
    ['1,2,3', 9, [[1, 3]]],
    ['*', 9, [[9, 9]]],
    ['3:*', 9, [[3, 9]]],
    ['20:*', 9, [[9, 20]]],
    ['1:*', undefined, []],
    ['4294967295', 9, [[4294967295, 4294967295]]],
  ])('%s', (text, highest, expected) => {
    expect(ranges(text, highest)).toEqual(expected);
  });

  it.each(['', '0', '01', '1:', ':1', '1,,2', '1:2:3', 'a', '-1', '1,0'])('refuses %j', (text) => {
    expect(() => ranges(text, 9)).toThrow('a set is numbers');
  });

  it('is written short', () => {
    expect(formatSet([1, 2, 3, 5, 8, 9])).toBe('1:3,5,8:9');
  });
});
