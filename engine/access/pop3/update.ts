// The UPDATE state: what QUIT does (RFC 1939 section 6). Counterpart: commands.ts, states.ts.
// Rule: the only place where POP3 removes a letter; a session that ends otherwise removes none.

import { StoreError } from '../../store/mailbox.ts';
import type { Pop3Command } from './session.ts';
import { uniqueId } from './transaction.ts';

export const quit: Pop3Command = (session) => {
  const { mailbox, deleted, letters, out, state } = session;
  if (state !== 'TRANSACTION' || !mailbox) return { kind: 'ok', text: 'Logging out' };
  if (mailbox.closed) return { kind: 'err', code: 'SYS/TEMP', text: 'the mailbox was moved; nothing is deleted' };
  const here = new Set(mailbox.letters().map(({ uid }) => uid));
  const removed: string[] = [];
  let failed = 0;
  for (const letter of letters) {
    if (!deleted.has(letter.uid) || !here.has(letter.uid)) continue; // gone already: somebody else's doing
    try {
      mailbox.remove(letter.uid);
      removed.push(uniqueId(session, letter));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      failed += 1;
    }
  }
  try {
    mailbox.sync();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    failed += removed.splice(0).length;
  }
  out.event('pop3.committed', { removed });
  if (failed > 0) return { kind: 'err', code: 'SYS/TEMP', text: 'some deleted messages not removed' };
  return { kind: 'ok', text: removed.length > 0 ? 'Logging out, messages deleted.' : 'Logging out.' };
};
