// SUBSCRIBE and UNSUBSCRIBE (RFC 3501 sections 6.3.6 and 6.3.7). Counterpart: list.ts (LSUB). Rule: a list of names and
// nothing more: a mailbox that is deleted stays on it.

import { type ImapCommand, ok } from '../command.ts';
import { AUTHENTICATED } from '../states.ts';

export const subscribe = subscriber('SUBSCRIBE', 'Subscribe', true);
export const unsubscribe = subscriber('UNSUBSCRIBE', 'Unsubscribe', false);

function subscriber(name: string, title: string, on: boolean): ImapCommand {
  return {
    name,
    states: AUTHENTICATED,
    run(session, args) {
      args.space();
      const mailbox = args.astring();
      args.end();
      session.account.subscribe(mailbox, on);
      return ok(`${title} completed.`);
    },
  };
}
