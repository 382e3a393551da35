// The corpus: thirty letters and what is to be found in each. Ten are honest, and nobody may be accused in them.

import { describe, expect, test } from 'vitest';

import { fromByteString, toByteString } from '../../../mail/bytes.ts';
import { findingsOf } from '../../../mail/analysis/checks/index.ts';
import { readClaimedLetter } from '../../../mail/analysis/claimed-letter.ts';
import { FINDINGS, type Finding } from '../../../mail/analysis/finding.ts';
import { lettersIn } from '../../../mail/analysis/letters-in.ts';
import { defaultTrust } from '../../../mail/analysis/trust.ts';
import { HONEST } from './corpus/honest.ts';
import { STRANGE } from './corpus/strange.ts';

function find(text: string): Finding[] {
  const [letter = ''] = lettersIn(toByteString(fromByteString(text.replaceAll('\n', '\r\n'))));
  const read = readClaimedLetter(letter);
  return findingsOf(read, defaultTrust(read));
}

const codes = (found: readonly Finding[]) => found.map(({ code }) => code).toSorted();

describe('ten honest letters of difficult kinds', () => {
  test.each(HONEST)('$name', ({ finds, letter }) => {
    const found = find(letter);
    expect(found.filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(codes(found)).toEqual(finds.toSorted());
  });
});

describe('twenty with something wrong', () => {
  test.each(STRANGE)('$name', ({ finds, letter }) => {
    const found = find(letter);
    expect(codes(found)).toEqual(finds.toSorted());
    expect(found.some(({ severity }) => severity !== 'note')).toBe(true);
  });
});

test('there are thirty', () => expect([HONEST.length, STRANGE.length]).toEqual([10, 20]));

test('what is marked stands in the letter', () => {
  for (const { letter } of [...HONEST, ...STRANGE]) {
    const { fields } = readClaimedLetter(letter);
    for (const { marks } of find(letter)) {
      for (const { field, at, end } of marks) expect(fields[field]?.raw.slice(at, end).trim()).not.toBe('');
    }
  }
});

test('every accusation has a letter that is about it', () => {
  const found = new Set([...HONEST, ...STRANGE].flatMap(({ finds }) => finds));
  const accusing = Object.entries(FINDINGS).filter(([, [severity]]) => severity !== 'note');
  expect(accusing.map(([code]) => code).filter((code) => !new Set<string>(found).has(code))).toEqual([
    'date.unreadable',
    'field.long',
    'from.several',
  ]);
});
