// Is an address in a network of so many bits? For both families. Rule: an address of the other family is in none.

import { parseIp } from '../dns/ip.ts';

export function isWithin(address: string, network: string, bits: number): boolean {
  const left = parseIp(address);
  const right = parseIp(network);
  if (!left || !right || left.family !== right.family) return false;
  return left.octets.every((octet, at) => {
    const kept = Math.min(8, Math.max(0, bits - at * 8));
    const mask = (0xff << (8 - kept)) & 0xff;
    return (octet & mask) === ((right.octets[at] ?? 0) & mask);
  });
}
