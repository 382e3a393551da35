// STORE and UID STORE (RFC 3501 section 6.4.6). Counterpart: expunge.ts removes what is marked here. Rule: the client
// hears the flags as they are afterwards, unless it said .SILENT.

import { STORE_LIMITS } from '../../../store/limits.ts';
import type { Flag } from '../../../store/mailbox.ts';
import { type ImapCommand, no, ok } from '../command.ts';
import { hasRoomFor, parseFlags } from '../flags.ts';
import { SyntaxProblem } from '../scanner.ts';
import { unlessGone } from '../session.ts';
import { SELECTED } from '../states.ts';
import { parseLetters } from '../targets.ts';
import { flagList } from '../write.ts';

const ACTION = /([+-]?)FLAGS(\.SILENT)?/iy;

export const store: ImapCommand = {
  name: 'STORE',
  states: SELECTED,
  uid: true,
  keepsNumbers: true,
  run(session, args, { uid }) {
    const { view } = session;
    const targets = parseLetters(view, args, uid);
    args.space();
    const action = args.match(ACTION);
    if (!action) throw new SyntaxProblem('STORE takes FLAGS, +FLAGS or -FLAGS');
    const [, sign = '', silent] = action;
    args.space();
    const known = view.mailbox.keywords();
    const named = parseFlags(args, known);
    args.end();
    if (view.readOnly) return no('The mailbox was opened read-only.', 'READ-ONLY');
    if (sign !== '-' && !hasRoomFor(named, known))
      return no(`A mailbox has at most ${STORE_LIMITS.keywords} keywords.`, 'LIMIT');
    let gone = 0;
    for (const target of targets) {
      const letter = view.letter(target.uid);
      const flags = letter && changed(letter.flags, sign, named);
      const stored = flags && unlessGone(view, target.uid, () => (view.setFlags(target.uid, flags), true));
      if (!stored) gone += 1;
      else if (!silent) {
        const shown = `FLAGS ${flagList(flags, target.recent)}`;
        session.untagged(`${target.number} FETCH (${uid ? `UID ${target.uid} ` : ''}${shown})`);
      }
    }
    return gone > 0 ? no('Some messages are no longer here.', 'EXPUNGEISSUED') : ok('Store completed.');
  },
};

function changed(flags: ReadonlySet<Flag>, sign: string, named: ReadonlySet<Flag>): ReadonlySet<Flag> {
  if (sign === '+') return new Set([...flags, ...named]);
  if (sign === '-') return new Set([...flags].filter((flag) => !named.has(flag)));
  return named;
}
