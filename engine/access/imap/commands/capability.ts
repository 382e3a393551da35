// CAPABILITY (RFC 3501 section 6.1.1). Counterpart: session.ts knows the list. Rule: says only what this session
// can do now; STARTTLS goes once it is used, AUTH once somebody is in.

import { type ImapCommand, ok } from '../command.ts';
import { ANY_STATE } from '../states.ts';

export const capability: ImapCommand = {
  name: 'CAPABILITY',
  states: ANY_STATE,
  run(session, args) {
    args.end();
    session.untagged(session.capabilities());
    return ok('Capability completed.');
  },
};
