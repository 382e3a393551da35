// Where the reader's trust ends in a pasted letter. Counterpart: renderer/inspector/trust.ts has the same line for letters
// whose writers are known. Rule: a header is read from the top; each server that is trusted vouches for what it wrote, and
// for nothing that it was given.

import { addressKind } from './address-kind.ts';
import type { ClaimedLetter } from './claimed-letter.ts';
import { type Hop, isSameServer } from './hops.ts';
import { isLocalName, organisationOf, sameOrganisation } from './organisation.ts';

/** How many hops are of the house that has the letter now, as long as each got it from another of them. */
export function defaultTrust({ hops }: Pick<ClaimedLetter, 'hops'>): number {
  let home: string | undefined;
  for (const [at, hop] of hops.entries()) {
    const above = hops[at - 1];
    const { by } = hop.received;
    if (above && !isOwn(above, home)) return at;
    if (organisationOf(by) === undefined) continue; // the machine itself, or one that is named inside only
    home ??= by;
    if (above && !sameOrganisation(by, home) && !isSameServer(above, hop)) return at;
  }
  return hops.length;
}

/** Whether a hop took the letter from a server of its own house, as far as it could tell. */
function isOwn({ received }: Hop, home: string | undefined): boolean {
  const { clientAddress, clientName, helo } = received;
  if (clientAddress !== undefined && addressKind(clientAddress) !== 'public') return true;
  if (helo === undefined) return true;
  const name = clientName !== undefined && organisationOf(clientName) !== undefined ? clientName : helo;
  return sameOrganisation(name, home) || (clientAddress === undefined && isLocalName(name));
}

/**
 * The first field that nobody vouches for when the first `trusted` hops are believed: what their last server was given. One
 * more than there are hops is the sender, too.
 */
export function fieldBelow({ fields, hops, writers }: ClaimedLetter, trusted: number): number {
  if (trusted > hops.length) return fields.length;
  const last = hops[trusted - 1];
  if (!last) return 0;
  // Fields that a milter of that server put below its stamp are that server's, too.
  let at = last.field + 1;
  while (at < fields.length && writers[at] === trusted - 1) at += 1;
  return at;
}
