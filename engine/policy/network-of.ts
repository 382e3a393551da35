// The network by which a peer is known: a /24, or the /64 that one line of an IPv6 customer has. Counterpart:
// greylisting.ts. Rule: an address that can't be read stays as it is.

import { parseIp } from '../../mail/dns/ip.ts';

export function networkOf(address: string): string {
  const ip = parseIp(address);
  if (!ip) return address;
  if (ip.family === 4) return [...ip.octets.subarray(0, 3), 0].join('.');
  const groups = [0, 2, 4, 6].map((at) => (((ip.octets[at] ?? 0) << 8) | (ip.octets[at + 1] ?? 0)).toString(16));
  return `${groups.join(':')}::`;
}
