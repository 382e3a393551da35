// CLOSE (RFC 3501 section 6.4.2) and UNSELECT (RFC 3691). Counterpart: select.ts. Rule: CLOSE removes what is marked
// as deleted without a word, UNSELECT removes nothing.

import { type ImapCommand, ok } from '../command.ts';
import { SELECTED } from '../states.ts';
import { expungeDeleted } from './expunge.ts';

export const close: ImapCommand = {
  name: 'CLOSE',
  states: SELECTED,
  run(session, args) {
    args.end();
    if (!session.view.readOnly) expungeDeleted(session.view, session.view.all());
    session.unselect();
    return ok('Close completed.');
  },
};

export const unselect: ImapCommand = {
  name: 'UNSELECT',
  states: SELECTED,
  run(session, args) {
    args.end();
    session.unselect();
    return ok('Unselect completed.');
  },
};
