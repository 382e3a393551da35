// IDLE (RFC 2177): the client waits, the server tells what happens. Counterpart: machine.ts (`changed`). Rule: only DONE
// ends it; the owner of the socket may end it by its time-out.

import { bad, type ImapCommand, ok } from '../command.ts';
import { AUTHENTICATED } from '../states.ts';

export const idle: ImapCommand = {
  name: 'IDLE',
  states: AUTHENTICATED,
  run(session, args) {
    args.end();
    session.out.event('imap.idle', { mailbox: (session.selected ?? session.account.inbox).name });
    return {
      kind: 'prompt',
      text: 'idling',
      idle: true,
      next: (line) => (line.toUpperCase() === 'DONE' ? ok('Idle completed.') : bad('Expected DONE.')),
    };
  },
};
