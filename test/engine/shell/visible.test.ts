// Escapes and invisible characters as pictures.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { visibleBytes, visibleText } from '../../../engine/shell/visible.ts';

test.each([
  ['250 Ok\r\n', '250 Ok\n'],
  ['a\tb\nc', 'a\tb\nc'],
  ['\x1b[31mred\x1b[0m', '^[[31mred^[[0m'],
  ['\x1b]8;;http://x\x07', '^[]8;;http://x^G'],
  ['one\rtwo', 'one^Mtwo'],
  ['\0\x7f\x08', '^@^?^H'],
  ['\u009b1m', '\\x9b1m'],
  ['a\u202eb\u200bc\ufeff', 'a\\u202eb\\u200bc\\ufeff'],
  ['\u2028\ud800', '\\u2028\\ud800'],
  ['\u{e0041}', '\\u{e0041}'],
  ['Grüße, 你好', 'Grüße, 你好'],
])('%j', (text, shown) => expect(visibleText(text)).toBe(shown));

test('octets that are no UTF-8 are shown by their number, line by line', () => {
  const octets = Buffer.concat([Buffer.from('Grüße\r\n'), Buffer.from([0x47, 0xfc, 0x0d, 0x0a]), Buffer.from('\x1b')]);
  expect(visibleBytes(octets)).toBe('Grüße\nG\\xfc\n^[');
});

test('nothing invisible is left of anything', () => {
  const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 200 }),
      fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((codes) => String.fromCodePoint(...codes)),
      (octets, text) => {
        expect(visibleBytes(octets).replace(/[\n\t]/g, '')).not.toMatch(INVISIBLE);
        expect(visibleText(text).replace(/[\n\t]/g, '')).not.toMatch(INVISIBLE);
      },
    ),
  );
});
