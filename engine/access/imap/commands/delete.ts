// DELETE (RFC 3501 section 6.3.4). Counterpart: store/account.ts. Rule: a client that deletes what it has selected has
// nothing selected then; other clients that have are sent away (machine.ts, `changed`).

import { type ImapCommand, ok } from '../command.ts';
import { AUTHENTICATED } from '../states.ts';

export const remove: ImapCommand = {
  name: 'DELETE',
  states: AUTHENTICATED,
  run(session, args) {
    args.space();
    const name = args.astring();
    args.end();
    const mailbox = session.account.find(name);
    if (mailbox && mailbox === session.selected && mailbox !== session.account.inbox) session.unselect();
    session.account.remove(name);
    return ok('Delete completed.');
  },
};
