// Is an address in a network (RFC 4632, RFC 4291 section 2.3)? For both families. Rule: what isn't an address is in no
// network, and neither is an address of the other family.

import { parseIp } from './ip.ts';

/** `network` as it is written in settings: `192.0.2.0/24`, or one address. */
export function inNetwork(address: string, network: string): boolean {
  const [base = '', bits] = network.split('/');
  return isWithin(address, base, bits === undefined ? 128 : Number(bits));
}

/** Whether the first `bits` of both are the same; all of them when there are fewer. */
export function isWithin(address: string, network: string, bits: number): boolean {
  const left = parseIp(address);
  const right = parseIp(network);
  if (!left || !right || left.family !== right.family) return false;
  for (const [at, octet] of left.octets.entries()) {
    const kept = Math.min(8, bits - at * 8);
    if (kept <= 0) return true;
    const mask = (0xff << (8 - kept)) & 0xff;
    if ((octet & mask) !== ((right.octets[at] ?? 0) & mask)) return false;
  }
  return true;
}
