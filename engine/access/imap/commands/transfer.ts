// What COPY and MOVE have in common: letters of the selected mailbox put into another. Counterpart: copy.ts, move.ts. Rule:
// all or nothing: what can't be read or is too much is found before the first copy is made.

import type { Letter } from '../../../store/mailbox.ts';
import { ACCESS_LIMITS } from '../../limits.ts';
import { type Completion, no, noMailbox } from '../command.ts';
import type { Scanner } from '../scanner.ts';
import { hasRoomFor } from '../flags.ts';
import { formatSet } from '../sequence-set.ts';
import { type ImapSession, unlessGone } from '../session.ts';
import { parseLetters } from '../targets.ts';

export interface Transfer {
  kind: 'done';
  letters: readonly Letter[];
  /** COPYUID (RFC 4315 section 3); absent when no letter was named. */
  code?: string;
}

/** Reads `set mailbox` and copies. `adds`: the originals stay. */
export function transfer(session: ImapSession, args: Scanner, uid: boolean, adds: boolean): Transfer | Completion {
  const { view } = session;
  const letters = parseLetters(view, args, uid).flatMap((numbered) => view.letter(numbered.uid) ?? []);
  args.space();
  const name = args.astring();
  args.end();
  const target = session.account.find(name);
  if (!target) return noMailbox(name, true);
  const flags = new Set(letters.flatMap((letter) => [...letter.flags]));
  if (!hasRoomFor(flags, target.keywords())) return no('Too many keywords for that mailbox.', 'LIMIT');
  const octets = letters.reduce((sum, letter) => sum + letter.octets, 0);
  if (octets > ACCESS_LIMITS.transferOctets) return no('Too much at once; name fewer letters.', 'LIMIT');
  if (adds && !session.hasRoom(octets)) return no('Not enough disk quota.', 'OVERQUOTA');
  const read = letters.map((letter) => unlessGone(view, letter.uid, () => view.mailbox.read(letter.uid)));
  if (read.some((one) => one === undefined)) return no('Some messages are no longer here.', 'EXPUNGEISSUED');
  const uids = letters.map(({ flags, received_ms }, index) =>
    target.append(read[index] ?? new Uint8Array(), flags, received_ms),
  );
  if (uids.length === 0) return { kind: 'done', letters };
  const from = formatSet(letters.map((letter) => letter.uid));
  return { kind: 'done', letters, code: `COPYUID ${target.uidValidity} ${from} ${formatSet(uids)}` };
}
