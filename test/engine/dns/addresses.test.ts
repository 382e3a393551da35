import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ipv4Octets, ipv6Octets } from '../../../engine/dns/addresses.ts';

const hex = (octets: Uint8Array | undefined): string | undefined => octets && Buffer.from(octets).toString('hex');

test.each([
  ['::', '0'.repeat(32)],
  ['::1', `${'0'.repeat(31)}1`],
  ['2001:db8::25', '20010db8000000000000000000000025'],
  ['2001:DB8:1:2:3:4:5:6', '20010db8000100020003000400050006'],
  ['fe80::', `fe80${'0'.repeat(28)}`],
  ['::ffff:192.0.2.1', '00000000000000000000ffffc0000201'],
])('%s in octets', (text, octets) => {
  expect(hex(ipv6Octets(text))).toBe(octets);
});

test.each(['', '1.2.3.4', ':::', '1:2:3', 'fe80::1%eth0', 'g::'])('"%s" is no IPv6 address', (text) => {
  expect(ipv6Octets(text)).toBeUndefined();
});

test('every IPv6 address has sixteen octets', () => {
  fc.assert(
    fc.property(fc.ipV6(), (text) => {
      expect(ipv6Octets(text)).toHaveLength(16);
    }),
  );
});

test('IPv4', () => {
  expect(hex(ipv4Octets('203.0.113.25'))).toBe('cb007119');
  expect(ipv4Octets('203.0.113')).toBeUndefined();
  expect(ipv4Octets('::1')).toBeUndefined();
});
