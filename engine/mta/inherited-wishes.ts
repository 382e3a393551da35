// What is to be reported about addresses that stand in for another one (RFC 3461 section 5.2.7). Counterpart:
// expansion.ts and rewriting/envelope.ts put them in its place. Rule: the address that the sender knew goes with it.

import { encodeXtext, type Notify, type RecipientWishes } from '../../mail/dsn/wishes.ts';
import type { Wanted } from '../smtp/agent.ts';

/** One address inherits all; of several only failures and delays are told, since "expanded" was the success. */
export function inheritedWishes(recipient: string, targets: readonly string[], wishes: RecipientWishes): Wanted[] {
  const orcpt = wishes.orcpt ?? `rfc822;${encodeXtext(recipient)}`;
  const narrowed = wishes.notify?.filter((word) => targets.length === 1 || word !== 'SUCCESS');
  const notify: Notify[] | undefined = narrowed?.length === 0 ? ['NEVER'] : narrowed;
  return targets.map((target) => ({ recipient: target, orcpt, ...(notify === undefined ? {} : { notify }) }));
}
