// LOGOUT (RFC 3501 section 6.1.3). Counterpart: machine.ts closes. Rule: BYE comes before the answer, and nothing
// marked as deleted is removed by leaving.

import { type ImapCommand, ok } from '../command.ts';
import { ANY_STATE } from '../states.ts';

export const logout: ImapCommand = {
  name: 'LOGOUT',
  states: ANY_STATE,
  run(session, args) {
    args.end();
    session.untagged('BYE Logging out');
    session.logOut();
    return { ...ok('Logout completed.'), after: 'close' };
  },
};
