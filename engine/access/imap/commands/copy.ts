// COPY and UID COPY (RFC 3501 section 6.4.7) with UIDPLUS (RFC 4315 section 3). Counterpart: transfer.ts, append.ts. Rule:
// a copy is a letter of its own, with the flags and the date of its original.

import { type ImapCommand, ok } from '../command.ts';
import { SELECTED } from '../states.ts';
import { transfer } from './transfer.ts';

export const copy: ImapCommand = {
  name: 'COPY',
  states: SELECTED,
  uid: true,
  run(session, args, { uid }) {
    const result = transfer(session, args, uid, true);
    return result.kind === 'done' ? ok('Copy completed.', result.code) : result;
  },
};
