// ID (RFC 2971): programs tell each other their names. Counterpart: none; what the client says is in the dialog.
// Rule: never a reason for behaving differently (section 3).

import { type ImapCommand, ok } from '../command.ts';
import { ANY_STATE } from '../states.ts';

const NIL = /NIL/iy;

export const id: ImapCommand = {
  name: 'ID',
  states: ANY_STATE,
  run(session, args) {
    args.space();
    if (!args.match(NIL)) args.list(() => args.match(NIL) ?? args.string());
    args.end();
    session.untagged('ID ("name" "Posthorn")');
    return ok('ID completed.');
  },
};
