// ENABLE (RFC 5161). Counterpart: none yet. Rule: a server enables what it knows and says so; this one has no
// extension that needs it, and says that.

import { type ImapCommand, ok } from '../command.ts';
import { AUTHENTICATED } from '../states.ts';

export const enable: ImapCommand = {
  name: 'ENABLE',
  states: AUTHENTICATED,
  run(session, args) {
    do {
      args.space();
      args.atom();
    } while (!args.atEnd());
    session.untagged('ENABLED');
    return ok('Enabled.');
  },
};
