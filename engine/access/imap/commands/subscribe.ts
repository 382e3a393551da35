// SUBSCRIBE and UNSUBSCRIBE (RFC 3501 sections 6.3.6 and 6.3.7). Counterpart: list.ts (LSUB). Rule: agreed to and
// forgotten: with one mailbox there is nothing to choose.

import { type ImapCommand, ok } from '../command.ts';
import { AUTHENTICATED } from '../states.ts';

export const subscribe = agree('SUBSCRIBE', 'Subscribe');
export const unsubscribe = agree('UNSUBSCRIBE', 'Unsubscribe');

function agree(name: string, title: string): ImapCommand {
  return {
    name,
    states: AUTHENTICATED,
    run(_session, args) {
      args.space();
      args.astring();
      args.end();
      return ok(`${title} completed.`);
    },
  };
}
