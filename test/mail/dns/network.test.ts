import fc from 'fast-check';
import { expect, test } from 'vitest';

import { inNetwork, isWithin } from '../../../mail/dns/network.ts';

test('a network holds the addresses that begin like it', () => {
  expect(inNetwork('192.0.2.26', '192.0.2.0/24')).toBe(true);
  expect(inNetwork('192.0.3.26', '192.0.2.0/24')).toBe(false);
  expect(inNetwork('192.0.2.129', '192.0.2.128/25')).toBe(true);
  expect(inNetwork('203.0.113.1', '0.0.0.0/0')).toBe(true);
  expect(inNetwork('192.0.2.1', '192.0.2.1')).toBe(true);
  expect(inNetwork('192.0.2.2', '192.0.2.1')).toBe(false);
  expect(inNetwork('2001:db8::1', '2001:db8::/32')).toBe(true);
  expect(inNetwork('192.0.2.1', '2001:db8::/0')).toBe(false);
});

test('what isn’t an address is in no network', () => {
  for (const text of ['', '192.0.2', '192.0.2.256', '192.0.2.01', 'mx1'])
    expect(inNetwork(text, '0.0.0.0/0')).toBe(false);
});

test('an address stays in its network whatever its last bits are', () => {
  fc.assert(
    fc.property(fc.nat(0xffffffff), fc.nat(0xffffffff), fc.integer({ min: 0, max: 32 }), (one, other, bits) => {
      const text = (n: number) => [24, 16, 8, 0].map((shift) => (n >>> shift) & 255).join('.');
      const isSame = bits === 0 || one >>> (32 - bits) === other >>> (32 - bits);
      expect(isWithin(text(one), text(other), bits)).toBe(isSame);
    }),
  );
});
