// NAMESPACE (RFC 2342). Counterpart: list.ts. Rule: personal mailboxes only; nobody shares here.

import { DELIMITER } from '../../../store/folder-name.ts';
import { type ImapCommand, ok } from '../command.ts';
import { AUTHENTICATED } from '../states.ts';

export const namespace: ImapCommand = {
  name: 'NAMESPACE',
  states: AUTHENTICATED,
  run(session, args) {
    args.end();
    session.untagged(`NAMESPACE (("" "${DELIMITER}")) NIL NIL`);
    return ok('Namespace completed.');
  },
};
