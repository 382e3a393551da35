// Addresses from text to the octets of A and AAAA records. Counterpart: zone-data.ts.
// Rule: text is checked by node:net first; what passes is never half read.

import { isIPv4, isIPv6 } from 'node:net';

/** Four octets (RFC 1035 section 3.4.1), or undefined when `text` is no IPv4 address. */
export function ipv4Octets(text: string): Uint8Array | undefined {
  return isIPv4(text) ? Uint8Array.from(text.split('.'), Number) : undefined;
}

/** Sixteen octets (RFC 3596 section 2.2), or undefined when `text` is no IPv6 address. */
export function ipv6Octets(text: string): Uint8Array | undefined {
  if (!isIPv6(text) || text.includes('%')) return undefined;
  const [head = '', tail] = text.split('::');
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const gap = Array.from({ length: 16 - before.length - after.length }, () => 0);
  return Uint8Array.from([...before, ...gap, ...after]);
}

/** The octets of colon-separated groups; the last may be a dotted IPv4 address (RFC 4291 section 2.2). */
function groups(text: string): number[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (group.includes('.')) return group.split('.').map(Number);
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
}
