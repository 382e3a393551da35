// Dots are stuffed and taken out again without loss.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromByteString, toByteString } from '../../../mail/bytes.ts';
import { normaliseLineEnds, stuffDots, stuffedPieces, unstuffDots } from '../../../mail/smtp/data.ts';
import { byteText } from '../arbitrary.ts';

const message = byteText('.', '..', '\r', '.\r\n');
const on = (work: (bytes: Uint8Array) => Uint8Array, text: string): string => toByteString(work(fromByteString(text)));

test.each([
  ['', '.\r\n'],
  ['Hi', 'Hi\r\n.\r\n'],
  ['.\r\n..x\r\n', '..\r\n...x\r\n.\r\n'],
  ['a\n.\nb\r\n', 'a\n.\nb\r\n.\r\n'],
])('%j travels as %j', (text, wire) => expect(on(stuffDots, text)).toBe(wire));

test('bare line ends are repaired on request', () => {
  expect(on((bytes) => stuffDots(bytes, { normalise: true }), 'a\n.\rb\r\n')).toBe('a\r\n..\r\nb\r\n.\r\n');
});

describe('properties', () => {
  test('unstuffing undoes stuffing', () => {
    fc.assert(
      fc.property(message, (text) => {
        const ended = text === '' || text.endsWith('\r\n') ? text : `${text}\r\n`;
        expect(on((bytes) => unstuffDots(stuffDots(bytes)), text)).toBe(ended);
      }),
    );
  });
  test('in pieces it is the same, wherever they are cut', () => {
    fc.assert(
      fc.property(message, fc.integer({ min: 1, max: 9 }), (text, octets) => {
        const bytes = fromByteString(text);
        expect(Buffer.concat([...stuffedPieces(bytes, octets)])).toEqual(Buffer.from(stuffDots(bytes)));
      }),
    );
  });
  test('the lone dot stands at the end and nowhere else', () => {
    fc.assert(
      fc.property(message, (text) => {
        expect(`\r\n${on(stuffDots, text)}`.indexOf('\r\n.\r\n')).toBe(on(stuffDots, text).length - 3);
      }),
    );
  });
  test('normalised text has no bare line end, and stays as it is the second time', () => {
    fc.assert(
      fc.property(message, (text) => {
        const normal = on(normaliseLineEnds, text);
        expect(normal.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(on(normaliseLineEnds, normal)).toBe(normal);
      }),
    );
  });
});

test('unstuffing stops at the lone dot and takes data that was cut off', () => {
  expect(on(unstuffDots, 'a\r\n.\r\nQUIT\r\n')).toBe('a\r\n');
  expect(on(unstuffDots, 'a\r\n..b')).toBe('a\r\n.b');
});
