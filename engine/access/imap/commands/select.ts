// SELECT and EXAMINE (RFC 3501 sections 6.3.1 and 6.3.2). Counterpart: ../view.ts. Rule: a SELECT that fails leaves no
// mailbox selected; EXAMINE changes nothing, not even \Recent.

import type { Flag, Mailbox } from '../../../store/mailbox.ts';
import { type ImapCommand, noMailbox, ok } from '../command.ts';
import { AUTHENTICATED } from '../states.ts';
import { flagList, FLAGS } from '../write.ts';

const flagsOf = (mailbox: Mailbox): string =>
  flagList(new Set([...FLAGS, ...mailbox.keywords().map((name): Flag => `=${name}`)]));

export const select = opener('SELECT', false);
export const examine = opener('EXAMINE', true);

function opener(name: string, readOnly: boolean): ImapCommand {
  return {
    name,
    states: AUTHENTICATED,
    run(session, args) {
      args.space();
      const mailboxName = args.astring();
      args.end();
      session.unselect();
      const mailbox = session.account.find(mailboxName);
      if (!mailbox) return noMailbox(mailboxName);
      mailbox.refresh();
      const view = session.select(mailbox, readOnly);
      const unseen = mailbox.letters().findIndex(({ flags }) => !flags.has('Seen'));
      const flags = flagsOf(mailbox);
      // What a client names that isn't there yet is kept too (RFC 3501 section 7.1).
      const permanent = readOnly ? '()' : flags.replace(')', ' \\*)');
      session.untagged(`FLAGS ${flags}`);
      session.untagged(`OK [PERMANENTFLAGS ${permanent}] ${readOnly ? 'Read-only mailbox' : 'Flags permitted'}.`);
      session.untagged(`${view.size} EXISTS`);
      session.untagged(`${view.recentCount()} RECENT`);
      if (unseen >= 0) session.untagged(`OK [UNSEEN ${unseen + 1}] First unseen.`);
      session.untagged(`OK [UIDVALIDITY ${mailbox.uidValidity}] UIDs valid`);
      session.untagged(`OK [UIDNEXT ${mailbox.uidNext}] Predicted next UID`);
      session.out.event('imap.selected', { mailbox: mailbox.name, messages: view.size, readOnly });
      return ok(`${readOnly ? 'Examine' : 'Select'} completed.`, readOnly ? 'READ-ONLY' : 'READ-WRITE');
    },
  };
}
