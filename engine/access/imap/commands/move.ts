// MOVE and UID MOVE (RFC 6851). Counterpart: transfer.ts. Rule: the new uids are told before the first EXPUNGE (section
// 4.3), and a letter that couldn't be copied stays.

import { type ImapCommand, no, ok } from '../command.ts';
import { SELECTED } from '../states.ts';
import { transfer } from './transfer.ts';

export const move: ImapCommand = {
  name: 'MOVE',
  states: SELECTED,
  uid: true,
  run(session, args, { uid }) {
    const { view } = session;
    if (view.readOnly) return no('The mailbox was opened read-only.', 'READ-ONLY');
    const result = transfer(session, args, uid, false);
    if (result.kind !== 'done') return result;
    if (result.code !== undefined) session.untagged(`OK [${result.code}] Moved.`);
    for (const letter of result.letters) view.mailbox.remove(letter.uid);
    return ok('Move completed.');
  },
};
