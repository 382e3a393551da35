// STATUS (RFC 3501 section 6.3.10). Counterpart: store/mailbox.ts. Rule: of the mailbox as it is, not as a session that
// selected it knows it; it makes nothing less recent.

import type { Mailbox } from '../../../store/mailbox.ts';
import { type ImapCommand, no, ok } from '../command.ts';
import { SyntaxProblem, type Scanner } from '../scanner.ts';
import { INBOX, isInbox } from '../session.ts';
import { AUTHENTICATED } from '../states.ts';

const ITEMS: Readonly<Record<string, (mailbox: Mailbox) => number>> = {
  MESSAGES: (mailbox) => mailbox.letters().length,
  RECENT: (mailbox) => mailbox.letters().filter(({ recent }) => recent).length,
  UIDNEXT: (mailbox) => mailbox.uidNext,
  UIDVALIDITY: (mailbox) => mailbox.uidValidity,
  UNSEEN: (mailbox) => mailbox.letters().filter(({ flags }) => !flags.has('Seen')).length,
};

export const status: ImapCommand = {
  name: 'STATUS',
  states: AUTHENTICATED,
  run(session, args) {
    args.space();
    const name = args.astring();
    args.space();
    const items = new Set(args.list(() => itemName(args), 1));
    args.end();
    if (!isInbox(name)) return no("Mailbox doesn't exist: only INBOX does.", 'NONEXISTENT');
    const values = [...items].map((item) => `${item} ${ITEMS[item]?.(session.mailbox)}`);
    session.untagged(`STATUS ${INBOX} (${values.join(' ')})`);
    return ok('Status completed.');
  },
};

function itemName(args: Scanner): string {
  const item = args.keyword();
  if (!Object.hasOwn(ITEMS, item)) throw new SyntaxProblem(`${item.slice(0, 32)} is nothing that STATUS knows`);
  return item;
}
