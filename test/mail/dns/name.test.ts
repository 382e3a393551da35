// DNS names and addresses as text.

import fc from 'fast-check';
import { isIPv4, isIPv6 } from 'node:net';
import { expect, test } from 'vitest';
import { parseIp } from '../../../mail/dns/ip.ts';
import { isDnsName, isSubdomain, lowerName, reverseName } from '../../../mail/dns/name.ts';
import { byteText } from '../arbitrary.ts';

test.each([
  ['192.0.2.10', '10.2.0.192.in-addr.arpa'],
  ['2001:db8::1', '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa'],
  ['192.0.2.010', undefined],
  ['nonsense', undefined],
])('reverseName %s', (ip, name) => expect(reverseName(ip)).toBe(name));

test('an address is what the platform calls one', () => {
  const agree = (text: string) => {
    const family = isIPv4(text) ? 4 : isIPv6(text) && !text.includes('%') ? 6 : undefined;
    expect(parseIp(text)?.family).toBe(family);
  };
  fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), byteText('::', ':', '.', '255', 'ffff', '1')), agree));
});

test.each([
  ['_dmarc.harbor.example', true],
  ['*.example.', true],
  ['.', true],
  ['', false],
  ['a..b', false],
  [`${'x'.repeat(64)}.test`, false],
  [`${'a.'.repeat(126)}a`, true],
  [`${'a.'.repeat(127)}a`, false],
])('isDnsName %s', (text, is) => expect(isDnsName(text)).toBe(is));

test.each([
  ['MX1.harbor.example.', 'harbor.EXAMPLE', true],
  ['harbor.example', 'harbor.example', true],
  ['xharbor.example', 'harbor.example', false],
  ['example', '.', true],
])('isSubdomain %s of %s', (name, zone, is) => expect(isSubdomain(name, zone)).toBe(is));

test('lowerName folds ASCII only', () => expect(lowerName('A\xc3\x89.Test.')).toBe('a\xc3\x89.test'));
