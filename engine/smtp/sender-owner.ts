// Does MAIL FROM belong to whoever logged in (Postfix: reject_sender_login_mismatch)? Rule: the null sender is
// everybody's, because reports need it; a setting of the host, off by default as in Postfix.

import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import type { SmtpSession } from './session.ts';

export function senderRefusal(session: SmtpSession, reversePath: string): Reply | undefined {
  const { login } = session;
  if (!session.agent.settings.smtp.senderLoginMatch || login === undefined || reversePath === '') return undefined;
  return session.agent.ownsSender(login, reversePath) ? undefined : REPLIES.senderNotOwned(reversePath, login);
}
