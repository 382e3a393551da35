// Whatever somebody pastes is read to its end: random octets, honest headers that were cut, doubled and mixed up.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type Finding, FINDINGS } from '../../../mail/analysis/finding.ts';
import { findingsOf } from '../../../mail/analysis/checks/index.ts';
import { readClaimedLetter } from '../../../mail/analysis/claimed-letter.ts';
import { lettersIn } from '../../../mail/analysis/letters-in.ts';
import { defaultTrust } from '../../../mail/analysis/trust.ts';
import { ANALYSIS_LIMITS } from '../../../mail/limits.ts';
import { byteText } from '../arbitrary.ts';
import { HONEST } from './corpus/honest.ts';
import { STRANGE } from './corpus/strange.ts';

const LINES = [...HONEST, ...STRANGE].flatMap(({ letter }) => letter.split('\n'));

/** All that a screen does with it, at both ends of the line of trust. */
function analyse(text: string): Finding[] {
  return lettersIn(text).flatMap((one) => {
    const letter = readClaimedLetter(one);
    return [defaultTrust(letter), letter.hops.length].flatMap((trusted) => findingsOf(letter, trusted));
  });
}

const isSound = (text: string): boolean =>
  analyse(text).every(({ code, marks }) => code in FINDINGS && marks.every(({ at, end }) => at >= 0 && end >= at));

test('2,000 random headers', () => {
  const header = byteText(
    'Received: from a (b [192.0.2.1])',
    ' by ',
    ';',
    'From: ',
    'Date: ',
    ':',
    '=',
    '@',
    '\t',
    '(',
  );
  fc.assert(fc.property(header, isSound), { numRuns: 2000 });
});

test('3,000 headers made of the corpus’ lines, with octets changed in them', () => {
  const line = fc.constantFrom(...LINES);
  const change = fc.tuple(fc.nat(), fc.constantFrom('', '\0', '\n', ';', '(', '"', '<', '\xff', '-', '99999999999'));
  const letter = fc.array(line, { maxLength: 25 }).chain((lines) =>
    fc.array(change, { maxLength: 8 }).map((changes) =>
      changes.reduce((text, [where, what]) => {
        const at = where % (text.length + 1);
        return text.slice(0, at) + what + text.slice(at + 1);
      }, lines.join('\r\n')),
    ),
  );
  fc.assert(fc.property(letter, isSound), { numRuns: 3000 });
});

test.each([
  ['Received fields', 'Received: from a by b; x\r\n'],
  ['brackets', `From: ${'<('.repeat(20)}\r\n`],
  ['seals', 'ARC-Seal: i=1; cv=none\r\n'],
  ['signatures', 'DKIM-Signature: d=a; h=b\r\n'],
  ['mailboxes', 'From a@b Mon Jan  5 09:00:00 2026\n\n'],
  ['lines without a colon', 'x y z\n'],
])('a megabyte of %s takes no time', (_what, piece) => {
  // Were it more than linear, it would outlast the test's own time.
  const found = analyse(piece.repeat(1_000_000 / piece.length));
  expect(found.length).toBeLessThan(ANALYSIS_LIMITS.letters * 30);
});
