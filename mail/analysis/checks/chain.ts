// Does each hop take the letter from where the one below has it? Counterpart: hops.ts. Rule: a server's own names differ
// inside and outside its house, so only names of another organisation break a chain, and only where the upper server could
// see that: what it looked up counts, what it was told does not.

import { addressKind } from '../address-kind.ts';
import { clientNames, type Hop, isSameServer } from '../hops.ts';
import { isLocalName, organisationOf, sameOrganisation } from '../organisation.ts';
import { type Case, type Check, finding, type Finding } from '../finding.ts';

export const chain: Check = (letter) => {
  const { hops } = letter;
  if (hops.length === 0) return [finding(letter, 'chain.none')];
  return hops.slice(1).flatMap((lower, at) => linkOf(letter, hops[at], lower) ?? []);
};

function linkOf(letter: Case, upper: Hop | undefined, lower: Hop): Finding | undefined {
  const by = lower.received.by;
  if (!upper || by === undefined || organisationOf(by) === undefined) return undefined;
  const names = clientNames(upper);
  const { clientName, clientAddress, helo } = upper.received;
  // What the machine hands to itself, or takes out of a mailbox, has no client of its own.
  const isWithin = names.length === 0 || (clientAddress !== undefined && addressKind(clientAddress) !== 'public');
  if (isWithin && names.every(isLocalName)) return undefined;
  const isLinked = isSameServer(upper, lower) || names.some((name) => name === by || sameOrganisation(name, by));
  const marks = [
    [lower.field, by],
    [upper.field, clientName ?? helo],
  ] as const;
  const params = { lower: by, upper: upper.received.by ?? '', client: clientName ?? helo ?? clientAddress ?? '' };
  return isLinked || names.every(isLocalName) ? undefined : finding(letter, 'chain.broken', { marks, params });
}
