// Which command may come when (RFC 5321 section 4.1.4), as a table. Counterpart: connection.ts asks
// before it looks at the command's arguments, because Postfix does: "nested MAIL" beats bad syntax.

import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import type { SmtpSession } from './session.ts';

type Rule = (session: SmtpSession) => Reply | undefined;

const smtpOnly: Rule = (session) => (session.isLmtp ? REPLIES.notRecognized : undefined);
const lmtpOnly: Rule = (session) => (session.isLmtp ? undefined : REPLIES.notRecognized);
const greeted: Rule = (session) => (session.helo ? undefined : session.isLmtp ? REPLIES.needLhlo : REPLIES.needHelo);
const encrypted: Rule = (session) => (needsTls(session) ? REPLIES.starttlsFirst : undefined);
const needsTls = (session: SmtpSession): boolean =>
  session.isSubmission && !session.tls && !session.agent.settings.smtp.authInTheClear;
const authenticated: Rule = (session) =>
  session.isSubmission && session.login === undefined ? REPLIES.authRequired : undefined;
const idle: Rule = (session) => (session.transaction ? REPLIES.nestedMail : undefined);
const betweenLetters: Rule = (session) => (session.transaction ? REPLIES.mailInProgress : undefined);
const inTransaction: Rule = (session) => (session.transaction ? undefined : REPLIES.needMail);
const hasRecipient: Rule = (session) => {
  if (!session.transaction) return REPLIES.needRcpt;
  return session.transaction.recipients.length === 0 ? REPLIES.noValidRecipients : undefined;
};

const ORDER: Readonly<Record<string, readonly Rule[]>> = {
  HELO: [smtpOnly],
  EHLO: [smtpOnly],
  LHLO: [lmtpOnly],
  MAIL: [greeted, encrypted, authenticated, idle],
  RCPT: [inTransaction],
  DATA: [hasRecipient],
  AUTH: [greeted, encrypted],
  ETRN: [greeted, betweenLetters],
};

/** The reply to a command that comes out of order. */
export function outOfOrder(session: SmtpSession, verb: string): Reply | undefined {
  for (const rule of ORDER[verb] ?? []) {
    const reply = rule(session);
    if (reply) return reply;
  }
  return undefined;
}
