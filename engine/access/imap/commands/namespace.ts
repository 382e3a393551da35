// NAMESPACE (RFC 2342). Counterpart: list.ts. Rule: personal mailboxes only; nobody shares here.

import { type ImapCommand, ok } from '../command.ts';
import { AUTHENTICATED } from '../states.ts';
import { DELIMITER } from './list.ts';

export const namespace: ImapCommand = {
  name: 'NAMESPACE',
  states: AUTHENTICATED,
  run(session, args) {
    args.end();
    session.untagged(`NAMESPACE (("" "${DELIMITER}")) NIL NIL`);
    return ok('Namespace completed.');
  },
};
