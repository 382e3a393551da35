// RCPT TO (RFC 5321 section 4.1.1.3): one recipient, one answer. The order of checks is Postfix's:
// may you relay, is the address known, then the policies.

import { recipientWishes } from '../../../mail/dsn/wishes.ts';
import { plainAddress, splitAddress } from '../../../mail/address.ts';
import { REPLIES, type Reply } from '../../../mail/smtp/replies.ts';
import { SMTP_LIMITS } from '../../limits.ts';
import { handles } from '../command-handler.ts';
import { isUndeclaredUtf8, parameterRefusal } from '../extensions.ts';
import { replyText } from '../reply-text.ts';
import type { SmtpSession } from '../session.ts';

export const rcpt = handles(['RCPT'], async (session, command) => {
  const { transaction } = session;
  if (!transaction) return { reply: REPLIES.needMail };
  const early = parameterRefusal(session, command.parameters);
  if (early) return { reply: early };
  const { address } = command.forwardPath;
  if (isUndeclaredUtf8(address, transaction.international)) return { reply: REPLIES.needSmtpUtf8 };
  const permission = session.relayPermission;
  const asked = session.conn.last;
  const reply =
    transaction.recipients.length >= SMTP_LIMITS.recipients
      ? REPLIES.tooManyRecipients
      : ((await refusal(session, address, permission !== undefined)) ?? REPLIES.rcptOk);
  const accepted = reply === REPLIES.rcptOk;
  if (accepted) {
    transaction.recipients.push(address);
    transaction.wanted.push({ recipient: address, ...recipientWishes(command.parameters) });
  }
  const decided = { forwardPath: address, accepted, reply: replyText(reply) };
  const reasons = accepted && permission !== undefined ? { reasons: [permission] } : {};
  session.conn.speaker('server').emit('smtp.rcpt', { ...decided, ...reasons }, asked);
  return { reply };
});

/** A name without a domain leads nowhere, so whether one is needed is decided first. */
async function refusal(session: SmtpSession, forwardPath: string, mayRelay: boolean): Promise<Reply | undefined> {
  if (session.isLmtp) return notHere(session, forwardPath);
  const isBare = splitAddress(forwardPath) === undefined;
  const early = isBare ? await session.decide('rcpt', { forwardPath }) : undefined;
  const unknown = early ?? session.agent.refuseRecipient(forwardPath, mayRelay);
  return unknown ?? (isBare ? undefined : await session.decide('rcpt', { forwardPath }));
}

/** LMTP takes only what ends here: a server without a queue can't send anything on (RFC 2033 section 5). */
function notHere(session: SmtpSession, forwardPath: string): Reply | undefined {
  const destination = session.agent.destination(forwardPath);
  if (destination.kind === 'unknown') return destination.reply;
  return destination.kind === 'relay' ? REPLIES.relayDenied(plainAddress(forwardPath)) : undefined;
}
