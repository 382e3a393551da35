// Held octets as text and back: untouched they are the same, changed they end in CRLF.

import fc from 'fast-check';
import { expect, it } from 'vitest';

import { editable, edited } from '../../../renderer/wire/edited-bytes.ts';

it('gives back what nobody changed, octet by octet', () => {
  const octets = fc.uint8Array({ maxLength: 80 }).map((bytes) => String.fromCharCode(...bytes));
  fc.assert(
    fc.property(octets, (bytes) => {
      expect(edited(bytes, editable(bytes))).toBe(bytes);
    }),
  );
});

it.each([
  ['250 2.1.5 Ok\r\n', '451 4.7.1 Later', '451 4.7.1 Later\r\n'],
  ['Subject: a\r\n\r\nb\r\n.\r\n', 'Subject: c\n\nb\n.', 'Subject: c\r\n\r\nb\r\n.\r\n'],
  ['250 Gr\xc3\xbc\xc3\x9fe\r\n', '250 Gr\u00fc\u00dfe!', '250 Gr\xc3\xbc\xc3\x9fe!\r\n'],
  ['250 caf\xe9\r\n', '250 caf\xe9s', '250 caf\xe9s\r\n'],
])('%j as %j goes out as %j', (bytes, text, out) => {
  expect(edited(bytes, text)).toBe(out);
});
