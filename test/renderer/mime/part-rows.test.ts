// A letter's parts as rows, numbered as IMAP numbers them; its octets as characters.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { byteText } from '../../mail/arbitrary.ts';
import { hexOf, octetUnits } from '../../../renderer/mime/octet-units.ts';
import { lettersParts } from '../../../renderer/mime/part-rows.ts';

const sections = (message: string) =>
  lettersParts(message).rows.map(({ section, part, depth }) => `${depth} ${section} ${part.type}/${part.subtype}`);

test('parts are numbered as RFC 3501 section 6.4.5 has it', () => {
  expect(sections('Subject: x\r\n\r\nwords')).toEqual(['0 1 text/plain']);
  const inner = 'Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n\r\na\r\n--c\r\n\r\nb\r\n--c--';
  const letter = `Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\none\r\n--b\r\n${inner}\r\n--b--`;
  expect(sections(letter)).toEqual([
    '0  multipart/mixed',
    '1 1 text/plain',
    '1 2 multipart/alternative',
    '2 2.1 text/plain',
    '2 2.2 text/plain',
  ]);
});

test('every piece belongs to one row', () => {
  const message = byteText(
    'Content-Type: multipart/mixed; boundary=b\r\n\r\n',
    '--b\r\n',
    '--b--',
    '\r\n\r\n',
    'A: b\r\n',
  );
  fc.assert(
    fc.property(message, (text) => {
      const { rows, pieces } = lettersParts(text);
      const told = rows.flatMap((row) => row.pieces).toSorted((one, other) => one - other);
      expect(told).toEqual(pieces.map((_, at) => at));
    }),
  );
});

test('characters cover the octets, in order', () => {
  expect(
    octetUnits('a\xc3\xbc\r\n\xff').map(({ at, text, octets: some }) => [at, text, hexOf(some).join(' ')]),
  ).toEqual([
    [0, 'a', '61'],
    [1, 'ü', 'c3 bc'],
    [3, '\n', '0d 0a'],
    [5, 'ÿ', 'ff'],
  ]);
  fc.assert(
    fc.property(byteText('\xc3', '\xbc', '\xe2\x82\xac'), (text) => {
      expect(
        octetUnits(text)
          .map((one) => one.octets)
          .join(''),
      ).toBe(text);
    }),
  );
});
