// APPEND (RFC 3501 section 6.3.11) with UIDPLUS (RFC 4315 section 3). Counterpart: store/mailbox.ts. Rule: octets are
// kept as they came, and synced before OK.

import { parseDate } from '../../../../mail/date.ts';
import { STORE_LIMITS } from '../../../store/limits.ts';
import type { Flag } from '../../../store/mailbox.ts';
import { type ImapCommand, no, noMailbox, ok } from '../command.ts';
import { hasRoomFor, parseFlags } from '../flags.ts';
import { type Scanner, SyntaxProblem } from '../scanner.ts';
import { AUTHENTICATED } from '../states.ts';

export const append: ImapCommand = {
  name: 'APPEND',
  states: AUTHENTICATED,
  run(session, args) {
    const { account, context } = session;
    args.space();
    const name = args.astring();
    args.space();
    const known = account.find(name)?.keywords() ?? [];
    let flags = new Set<Flag>();
    if (args.sees('(')) {
      flags = parseFlags(args, known);
      args.space();
    }
    let received_ms = context.now_ms();
    if (args.sees('"')) {
      received_ms = dateTime(args);
      args.space();
    }
    const octets = args.literal();
    args.end();
    const mailbox = account.find(name);
    if (!mailbox) return noMailbox(name, true);
    if (octets.length === 0) return no("Can't save a zero byte message.");
    if (!hasRoomFor(flags, known)) return no(`A mailbox has at most ${STORE_LIMITS.keywords} keywords.`, 'LIMIT');
    if (!session.hasRoom(octets.length)) return no('Not enough disk quota.', 'OVERQUOTA');
    const uid = mailbox.append(octets, flags, received_ms);
    return ok('Append completed.', `APPENDUID ${mailbox.uidValidity} ${uid}`);
  },
};

/** RFC 3501 section 9, date-time. */
function dateTime(args: Scanner): number {
  const text = args.string();
  const form = /^[ \d]\d-[A-Za-z]{3}-\d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/;
  const epoch_ms = form.test(text) ? parseDate(text) : undefined;
  if (epoch_ms === undefined) throw new SyntaxProblem('a date-time looks like " 5-Jan-2026 09:00:00 +0000"');
  return epoch_ms;
}
