// STATUS (RFC 3501 section 6.3.10). Counterpart: store/mailbox.ts. Rule: of the mailbox as it is, not as a session that
// selected it knows it; it makes nothing less recent.

import { canonicalName } from '../../../store/folder-name.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import { type ImapCommand, noMailbox, ok } from '../command.ts';
import { SyntaxProblem, type Scanner } from '../scanner.ts';
import { AUTHENTICATED } from '../states.ts';
import { mailboxName } from '../write.ts';

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
    const mailbox = session.account.find(name);
    if (!mailbox) return noMailbox(name);
    mailbox.refresh();
    const values = [...items].map((item) => `${item} ${ITEMS[item]?.(mailbox)}`);
    session.untagged(`STATUS ${mailboxName(canonicalName(name))} (${values.join(' ')})`);
    return ok('Status completed.');
  },
};

function itemName(args: Scanner): string {
  const item = args.keyword();
  if (!Object.hasOwn(ITEMS, item)) throw new SyntaxProblem(`${item.slice(0, 32)} is nothing that STATUS knows`);
  return item;
}
