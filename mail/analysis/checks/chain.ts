// Does each hop take the letter from where the one below has it? Counterpart: hops.ts. Rule: a server's own names differ
// inside and outside its house, so only names of another organisation break a chain; what the client called itself is a link
// as good as its looked-up name, because rented servers have somebody else's. clients.ts tells where the two differ.

import { clientNames, type Hop, isSameServer } from '../hops.ts';
import { isLocalName, organisationOf, sameOrganisation } from '../organisation.ts';
import { type Case, type Check, finding, type Finding, type FindingCode, type Severity } from '../finding.ts';

export const chain: Check = (letter) => {
  const { hops } = letter;
  if (hops.length === 0) return [finding(letter, 'chain.none')];
  return hops.slice(1).flatMap((lower, at) => linkOf(letter, hops[at], lower) ?? []);
};

function linkOf(letter: Case, upper: Hop | undefined, lower: Hop): Finding | undefined {
  const by = lower.received.by;
  if (!upper || by === undefined || organisationOf(by) === undefined) return undefined;
  const names = clientNames(upper);
  if (isSameServer(upper, lower) || names.some((name) => name === by || sameOrganisation(name, by))) return undefined;
  const { clientName, clientAddress, helo } = upper.received;
  const client = clientName ?? helo;
  const told = (code: FindingCode, severity?: Severity) =>
    finding(letter, code, {
      marks: [
        [lower.field, by],
        [upper.field, client],
      ],
      params: { lower: by, upper: upper.received.by ?? '', client: client ?? clientAddress ?? '' },
      ...(severity === undefined ? {} : { severity }),
    });
  // Who logs in hands in a letter of their own; stamps below were in it when they did.
  if (upper.isAuthenticated) return told('chain.anew', letter.kinds.includes('forwarded') ? 'note' : undefined);
  // What the machine hands to itself, or is named inside only, has nobody to compare with.
  return names.every(isLocalName) ? undefined : told('chain.broken');
}
