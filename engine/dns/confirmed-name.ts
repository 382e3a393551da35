// The name of a peer that its owner and the name's owner agree on: reverse lookup, then forward.
// Counterpart: the Received field, which writes `unknown` otherwise. Rule: a PTR alone proves
// nothing, because whoever has the address can put any name there.

import { reverseName } from '../../mail/dns/name.ts';
import type { Resolver } from './resolver-types.ts';

/** The confirmed name without its final dot, lower case; undefined when there is none. */
export async function confirmedName(resolver: Resolver, address: string, cause: number): Promise<string | undefined> {
  const question = reverseName(address);
  if (question === undefined) return undefined;
  const reverse = await resolver.lookup(question, 'PTR', 'client name', cause);
  const name = reverse.answers
    .find((answer) => answer.type === 'PTR')
    ?.data.replace(/\.$/, '')
    .toLowerCase();
  if (name === undefined) return undefined;
  const forward = await resolver.lookup(name, 'A', 'client name, forward', reverse.seq);
  return forward.answers.some((answer) => answer.type === 'A' && answer.data === address) ? name : undefined;
}
