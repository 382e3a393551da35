// Where an address really leads, whatever its spelling: `x%there@here` and `"x@there"@here` ask a
// server that is `here` to relay to `there` (RFC 5321 section 4.1.1.3, appendix F.2 on its history).
// Counterpart: recipients.ts. Rule: only domains of ours are looked through, a bounded number of times.

import { splitAddress, unquoteLocalPart } from '../../mail/address.ts';
import { QUEUE_LIMITS } from '../limits.ts';

/** The address that remains when every detour through one of `ours` is unwound. */
export function effectiveAddress(address: string, isOurs: (domain: string) => boolean): string {
  let current = address;
  for (let depth = 0; depth < QUEUE_LIMITS.aliasDepth; depth += 1) {
    const parts = splitAddress(current);
    if (!parts || !isOurs(parts.domain.toLowerCase())) return current;
    const local = unquoteLocalPart(parts.localPart);
    if (local.includes('@')) current = local;
    else if (local.includes('%')) current = local.replace(/%([^%]*)$/, '@$1');
    else return current;
  }
  return current;
}
