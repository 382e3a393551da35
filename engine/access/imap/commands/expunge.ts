// EXPUNGE (RFC 3501 section 6.4.3) and UID EXPUNGE (RFC 4315 section 2.1). Counterpart: store.ts marks. Rule: only what
// is marked and known to this session goes; the EXPUNGE responses come from the view's catching up.

import { type ImapCommand, no, ok } from '../command.ts';
import { parseSequenceSet } from '../sequence-set.ts';
import { SELECTED } from '../states.ts';
import type { Numbered, SelectedView } from '../view.ts';

export const expunge: ImapCommand = {
  name: 'EXPUNGE',
  states: SELECTED,
  uid: true,
  run({ view }, args, { uid }) {
    let among = view.all();
    if (uid) {
      args.space();
      among = view.select(parseSequenceSet(args).ranges(view.highest(true)), true);
    }
    args.end();
    if (view.readOnly) return no('The mailbox was opened read-only.', 'READ-ONLY');
    expungeDeleted(view, among);
    return ok('Expunge completed.');
  },
};

export function expungeDeleted(view: SelectedView, among: readonly Numbered[]): void {
  for (const { uid } of among) {
    if (view.letter(uid)?.flags.has('Deleted')) view.mailbox.remove(uid);
  }
}
