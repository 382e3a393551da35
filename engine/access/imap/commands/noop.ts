// NOOP and CHECK (RFC 3501 sections 6.1.2 and 6.4.1): a client's way to ask for news. Counterpart: machine.ts tells it
// before every answer. Rule: a store that is on disk already has nothing to check.

import { type ImapCommand, ok } from '../command.ts';
import { ANY_STATE, SELECTED } from '../states.ts';

export const noop: ImapCommand = {
  name: 'NOOP',
  states: ANY_STATE,
  run(_session, args) {
    args.end();
    return ok('NOOP completed.');
  },
};

export const check: ImapCommand = {
  name: 'CHECK',
  states: SELECTED,
  run(_session, args) {
    args.end();
    return ok('Check completed.');
  },
};
