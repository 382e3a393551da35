// Dates are written exactly and read back, whoever wrote them.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDate, formatImapDate, formatLogDate, parseDate } from '../../mail/date.ts';
import { byteText } from './arbitrary.ts';

const MS = Date.UTC(2026, 0, 5, 9, 0, 0);

test('the three ways of writing', () => {
  expect(formatDate(MS)).toBe('Mon, 5 Jan 2026 09:00:00 +0000');
  expect(formatDate(MS, -330)).toBe('Mon, 5 Jan 2026 03:30:00 -0530');
  expect(formatLogDate(MS)).toBe('Jan  5 09:00:00');
  expect(formatImapDate(MS)).toBe(' 5-Jan-2026 09:00:00 +0000');
  expect(() => formatDate(Number.NaN)).toThrow(RangeError);
});

test.each([
  ['Mon, 5 Jan 2026 09:00:00 +0000 (UTC)', MS],
  ['5 Jan 26 10:00 +0100', MS],
  ['Mon, 05 Jan 2026 04:00:00 EST', MS],
  ['Mon (a (nested) comment), 5 Jan 2026 09:00:00 GMT', MS],
  ['5 Jan 2026 09 : 00 : 00 -0000', MS],
  ['5 January 2026 09:00:00', MS],
  [' 5-Jan-2026 09:00:00 +0000', MS],
  ['5 Jan 94 09:00:00 Z', Date.UTC(1994, 0, 5, 9)],
  ['31 Apr 2026 09:00:00 +0000', undefined],
  ['5 Foo 2026 09:00:00 +0000', undefined],
  ['5 Jan 2026 25:00:00 +0000', undefined],
  ['yesterday', undefined],
])('%s', (text, epoch_ms) => expect(parseDate(text)).toBe(epoch_ms));

test('what is written is read back', () => {
  const second = fc.integer({ min: Date.UTC(1900) / 1000, max: Date.UTC(9999) / 1000 });
  fc.assert(
    fc.property(second, fc.integer({ min: -720, max: 840 }), (seconds, zone_min) => {
      expect(parseDate(formatDate(seconds * 1000, zone_min))).toBe(seconds * 1000);
      expect(parseDate(formatImapDate(seconds * 1000, zone_min))).toBe(seconds * 1000);
    }),
  );
});

test('never throws', () => {
  fc.assert(fc.property(byteText('1', 'Jan', ':', '(', ')', '+0000'), (text) => void parseDate(text)));
});
