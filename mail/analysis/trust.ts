// Where the reader's trust ends in a pasted letter. Counterpart: renderer/inspector/trust.ts has the same line for letters
// whose writers are known. Rule: a header is read from the top; each server that is trusted vouches for what it wrote, and
// for nothing that it was given.

import { addressKind } from './address-kind.ts';
import type { ClaimedLetter } from './claimed-letter.ts';
import type { Hop } from './hops.ts';
import { isLocalName, organisationOf, sameOrganisation } from './organisation.ts';

/** How many hops are of the organisation that has the letter now, as long as each got it from another of them. */
export function defaultTrust({ hops }: Pick<ClaimedLetter, 'hops'>): number {
  const home = hops.find(({ received: { by } }) => organisationOf(by) !== undefined)?.received.by;
  const isHome = (name: string | undefined) =>
    name !== undefined && (isLocalName(name) || sameOrganisation(name, home));
  const stranger = hops.findIndex((hop, at) => !isHome(hop.received.by) || (at > 0 && !isOwn(hops[at - 1], isHome)));
  return Math.max(stranger < 0 ? hops.length : stranger, Math.min(1, hops.length));
}

/** Whether a hop took the letter from a server of its own house, as far as it could tell. */
function isOwn(hop: Hop | undefined, isHome: (name: string | undefined) => boolean): boolean {
  const { clientAddress, clientName, helo } = hop?.received ?? {};
  if (clientAddress !== undefined && addressKind(clientAddress) !== 'public') return true;
  return helo === undefined || isHome(clientName ?? helo);
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
