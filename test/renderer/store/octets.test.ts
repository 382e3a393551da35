// What the network sends is shown and never obeyed.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { showLine, showLines, showText } from '../../../renderer/store/octets.ts';

describe('octets on a page', () => {
  it.each([
    ['250 Ok\r\n', '250 Ok'],
    ['bare\n', 'bare'],
    ['\x1b[31mred\x07\r\n', '^[[31mred^G'],
    ['a\x00b\x7f\r\n', 'a^@b^?'],
    ['a\rb\r\n', 'a^Mb'],
    ['Gr\xc3\xbc\xc3\x9fe\r\n', 'Gr\u00fc\u00dfe'],
    ['caf\xe9\r\n', 'caf\u00e9'],
    ['\xe2\x80\xaetxt.exe\r\n', '<U+202E>txt.exe'],
  ])('%j reads %j', (bytes, shown) => {
    expect(showLine(bytes)).toBe(shown);
  });

  it('shows eight dots for a password, however long', () => {
    expect(showLine('AUTH PLAIN xxxxxxxxxxxxxxxxxxxx\r\n', { start: 11, end: 31 })).toBe(
      `AUTH PLAIN ${'\u2022'.repeat(8)}`,
    );
    expect(showLine('PASS x\r\n', { start: 5, end: 6 })).toBe(`PASS ${'\u2022'.repeat(8)}`);
  });

  it('keeps the line ends and tabs of a block', () => {
    expect(showLines('a\r\n\tb\nc\x1b')).toBe('a\n\tb\nc^[');
  });

  it('lets no control or turning character through, whatever comes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (octets) => {
        const text = showLine(String.fromCharCode(...octets));
        // oxlint-disable-next-line no-control-regex -- they are what is looked for
        return !/[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/.test(text);
      }),
    );
    expect(showText('\u2028\ufeff')).toBe('<U+2028><U+FEFF>');
  });
});
