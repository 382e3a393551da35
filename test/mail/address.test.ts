// Addresses are divided, joined, compared, and found in lists.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addressKey,
  formatAddress,
  isAddressLiteral,
  isDomainName,
  parseMailboxes,
  plainAddress,
  splitAddress,
} from '../../mail/address.ts';
import { byteText } from './arbitrary.ts';

test.each([
  ['a@b', { localPart: 'a', domain: 'b' }],
  ['a@b@c', { localPart: 'a@b', domain: 'c' }],
  ['"a@b"@c', { localPart: '"a@b"', domain: 'c' }],
  ['"a@b"', undefined],
  ['a@', undefined],
  ['@b', undefined],
  ['a', undefined],
])('splitAddress %s', (text, address) => expect(splitAddress(text)).toEqual(address));

test('a formatted address is divided into the same address', () => {
  fc.assert(
    fc.property(byteText('"', '\\', '@', '.'), (text) => {
      const written = formatAddress({ localPart: text, domain: 'b.test' });
      expect(formatAddress(splitAddress(written) ?? { localPart: '', domain: '' })).toBe(written);
    }),
  );
});

test.each([
  ['<Bob@EXAMPLE.test>', 'bob@example.test'],
  ['"bob"@example.test.', 'bob@example.test'],
  ['"b ob"@x', '"b ob"@x'],
  ['Postmaster', 'postmaster'],
  ['', ''],
  ['\xc3\x89@x', '\xc3\x89@x'],
])('addressKey %j', (text, key) => expect(addressKey(text)).toBe(key));

test('the key of a key is the key, and case makes none', () => {
  fc.assert(
    fc.property(byteText('@', '"', '<', '>', '\\', 'B'), (localPart) => {
      const key = addressKey(formatAddress({ localPart, domain: 'B.test' }));
      expect(addressKey(key)).toBe(key);
      expect(key).not.toMatch(/[A-Z]/);
    }),
  );
});

test('Postfix names a quoted address plainly', () => {
  expect(plainAddress('"x@elsewhere.test"@example.test')).toBe('x@elsewhere.test@example.test');
});

test.each([
  ['example.test', true],
  ['a_b.test', true],
  ['xn--p1ai', true],
  ['-a.test', false],
  ['a..b', false],
  ['a.test.', false],
  ['192.0.2.1', false],
  ['', false],
  ['x'.repeat(64), false],
])('isDomainName %s', (text, is) => expect(isDomainName(text)).toBe(is));

test.each([
  ['[192.0.2.1]', true],
  ['[IPv6:2001:db8::1]', true],
  ['[2001:db8::1]', false],
  ['[192.0.2.256]', false],
  ['192.0.2.1', false],
])('isAddressLiteral %s', (text, is) => expect(isAddressLiteral(text)).toBe(is));

describe('parseMailboxes', () => {
  test.each([
    ['a@b', [{ address: 'a@b' }]],
    ['Bob Example <a@b>, c@d', [{ name: 'Bob Example', address: 'a@b' }, { address: 'c@d' }]],
    ['"Doe, Jane" <j@d>', [{ name: 'Doe, Jane', address: 'j@d' }]],
    ['a@b (Old Style (nested))', [{ name: 'Old Style (nested)', address: 'a@b' }]],
    ['Team: a@b, "C" <c@d>;, e@f', [{ address: 'a@b' }, { name: 'C', address: 'c@d' }, { address: 'e@f' }]],
    ['undisclosed-recipients:;', []],
    ['"quoted local"@b', [{ address: '"quoted local"@b' }]],
    ['<@route.test:a@b>', [{ address: 'a@b' }]],
    ['a @ b . c', [{ address: 'a@b.c' }]],
    ['x@[IPv6:2001:db8::1]', [{ address: 'x@[IPv6:2001:db8::1]' }]],
    ['"a\\"b" <c@d>', [{ name: 'a"b', address: 'c@d' }]],
    [' , ,', []],
  ])('%s', (value, mailboxes) => expect(parseMailboxes(value)).toEqual(mailboxes));

  test('never throws', () => {
    fc.assert(
      fc.property(
        byteText('<', '>', '"', '(', ')', ',', ':', ';', '@', '\\', '['),
        (value) => void parseMailboxes(value),
      ),
    );
  });

  test.each(['(', '"', '<', '[', ','])('%s over and over costs no time', (piece) => {
    // Were it more than linear, it would outlast the test's own time.
    parseMailboxes(piece.repeat(200_000));
  });
});
