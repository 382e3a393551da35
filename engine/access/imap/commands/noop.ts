// NOOP and CHECK (RFC 3501 sections 6.1.2 and 6.4.1): a client's way to ask for news. Counterpart: machine.ts tells it
// before every answer. Rule: the files are looked at too, since other programs use them (a Maildir that nobody can watch).

import { type ImapCommand, ok } from '../command.ts';
import { ANY_STATE, SELECTED } from '../states.ts';

export const noop: ImapCommand = {
  name: 'NOOP',
  states: ANY_STATE,
  run(session, args) {
    args.end();
    session.selected?.refresh();
    return ok('NOOP completed.');
  },
};

export const check: ImapCommand = {
  name: 'CHECK',
  states: SELECTED,
  run(session, args) {
    args.end();
    session.view.mailbox.refresh();
    return ok('Check completed.');
  },
};
