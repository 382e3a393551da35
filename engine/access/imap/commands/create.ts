// CREATE (RFC 3501 section 6.3.3). Counterpart: store/account.ts decides about names. Rule: a delimiter at the end says that
// folders will be made below; the name is made without it.

import { type ImapCommand, ok } from '../command.ts';
import { AUTHENTICATED } from '../states.ts';

export const create: ImapCommand = {
  name: 'CREATE',
  states: AUTHENTICATED,
  run(session, args) {
    args.space();
    const name = args.astring();
    args.end();
    session.account.create(name);
    return ok('Create completed.');
  },
};
