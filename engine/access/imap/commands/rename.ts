// RENAME (RFC 3501 section 6.3.5). Counterpart: store/account.ts. Rule: a mailbox keeps its letters, uids and validity, and
// whoever has it selected keeps it too; INBOX stays and its letters move out.

import { type ImapCommand, ok } from '../command.ts';
import { AUTHENTICATED } from '../states.ts';

export const rename: ImapCommand = {
  name: 'RENAME',
  states: AUTHENTICATED,
  run(session, args) {
    args.space();
    const from = args.astring();
    args.space();
    const to = args.astring();
    args.end();
    session.account.rename(from, to);
    return ok('Rename completed.');
  },
};
