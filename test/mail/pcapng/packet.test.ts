// Addresses as octets, and check sums that a receiver would accept.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addressOctets, FLAG, ipPacket } from '../../../mail/pcapng/packet.ts';

/** The sum over octets and their check sum is all ones (RFC 1071 section 1). */
function sumOf(octets: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < octets.length; at += 2) sum += ((octets[at] ?? 0) << 8) + (octets[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return sum;
}

describe('a packet', () => {
  it('has check sums that fit, whatever is in it', () => {
    const address = fc.uint8Array({ minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(address, address, fc.uint8Array({ maxLength: 90 }), (one, other, payload) => {
        const from = { octets: one, port: 25 };
        const to = { octets: other, port: 40_000 };
        const packet = [...ipPacket({ from, to, seq: 7, ack: 9, flags: FLAG.ack, payload })];
        expect(sumOf(packet.slice(0, 20))).toBe(0xffff);
        const length = packet.length - 20;
        expect(sumOf([...one, ...other, 0, 6, length >> 8, length & 0xff, ...packet.slice(20)])).toBe(0xffff);
      }),
    );
  });

  it('knows addresses of both kinds, and nothing else', () => {
    expect([...(addressOctets('192.0.2.25') ?? [])]).toEqual([192, 0, 2, 25]);
    expect([...(addressOctets('2001:db8::1') ?? [])]).toEqual([0x20, 0x01, 0x0d, 0xb8, ...Array(11).fill(0), 1]);
    expect(addressOctets('::')).toHaveLength(16);
    for (const wrong of ['', '1.2.3', '1.2.3.256', '1:2', ':::', '1::2::3', 'fe80::1%eth0', 'mx1']) {
      expect(addressOctets(wrong)).toBeUndefined();
    }
  });
});
