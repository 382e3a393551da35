// COPY and UID COPY (RFC 3501 section 6.4.7) with UIDPLUS (RFC 4315 section 3). Counterpart: append.ts. Rule: all or
// nothing: what can't be read or is too much is found before the first copy is made.

import { ACCESS_LIMITS } from '../../limits.ts';
import { type ImapCommand, no, ok } from '../command.ts';
import { formatSet } from '../sequence-set.ts';
import { isInbox, unlessGone } from '../session.ts';
import { SELECTED } from '../states.ts';
import { parseLetters } from '../targets.ts';

export const copy: ImapCommand = {
  name: 'COPY',
  states: SELECTED,
  uid: true,
  run(session, args, { uid }) {
    const { view } = session;
    const letters = parseLetters(view, args, uid).flatMap((numbered) => view.letter(numbered.uid) ?? []);
    args.space();
    const name = args.astring();
    args.end();
    if (!isInbox(name)) return no("Mailbox doesn't exist: only INBOX does.", 'NONEXISTENT');
    const octets = letters.reduce((sum, letter) => sum + letter.octets, 0);
    if (octets > ACCESS_LIMITS.transferOctets) return no('Too much for one COPY; copy fewer at a time.', 'LIMIT');
    const read = letters.map((letter) => ({
      letter,
      octets: unlessGone(view, letter.uid, () => view.mailbox.read(letter.uid)),
    }));
    if (read.some((one) => one.octets === undefined)) return no('Some messages are no longer here.', 'EXPUNGEISSUED');
    const uids = read.map((one) =>
      view.mailbox.append(one.octets ?? new Uint8Array(), one.letter.flags, one.letter.received_ms),
    );
    if (uids.length === 0) return ok('Copy completed.');
    const from = formatSet(letters.map((letter) => letter.uid));
    return ok('Copy completed.', `COPYUID ${view.mailbox.uidValidity} ${from} ${formatSet(uids)}`);
  },
};
