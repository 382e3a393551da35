// What becomes of a letter once its final dot is read. Counterpart: connection.ts reads it and says the answer; the agent
// takes it. Rule: every letter gets an answer, also when something breaks here.

import { Message } from '../../mail/message.ts';
import { bareLineEnd, normaliseLineEnds } from '../../mail/smtp/data.ts';
import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import type { IncomingLetter } from './agent.ts';
import type { SmtpSession } from './session.ts';

/** SMTP: the one answer for all recipients. */
export async function takeLetter(session: SmtpSession, received: Buffer): Promise<Reply> {
  if (!session.transaction) return REPLIES.needMail;
  const bare = refusedLineEnd(session, received);
  if (bare) return bare;
  const message = new Message(goesOn(session, received));
  try {
    const refusal = await session.decideLetter(message);
    if (refusal) return refusal;
    const letter = letterOf(session, message.octets);
    return letter ? await session.agent.receive(letter) : REPLIES.needMail;
  } catch (error) {
    session.conn.speaker('server').emit('engine.failed', { problem: 'message', detail: String(error) });
    return REPLIES.tempFail;
  }
}

/** LMTP: what became of each recipient, or the reply that all of them get. */
export async function deliverLetter(
  session: SmtpSession,
  received: Buffer,
): Promise<ReadonlyMap<string, Reply> | Reply> {
  const bare = refusedLineEnd(session, received);
  if (bare) return bare;
  const letter = letterOf(session, goesOn(session, received));
  try {
    return (letter && (await session.agent.deliver?.(letter))) ?? REPLIES.notImplemented;
  } catch (error) {
    session.conn.speaker('server').emit('engine.failed', { problem: 'delivery', detail: String(error) });
    return REPLIES.tempFail;
  }
}

/** Where one server sees a line end another must not see text: only CRLF goes on from here, unless somebody wants it so. */
function goesOn({ agent }: SmtpSession, received: Buffer): Uint8Array {
  return agent.settings.smtp.bareLineEnds === 'keep' ? received : normaliseLineEnds(received);
}

function refusedLineEnd({ agent, hostName }: SmtpSession, received: Buffer): Reply | undefined {
  const bare = agent.settings.smtp.bareLineEnds === 'reject' ? bareLineEnd(received) : undefined;
  return bare && REPLIES.bareLineEnd(hostName, bare);
}

function letterOf(session: SmtpSession, octets: Uint8Array): IncomingLetter | undefined {
  const { transaction } = session;
  return (
    transaction && {
      conn: session.conn,
      reversePath: transaction.reversePath,
      recipients: transaction.recipients,
      wishes: transaction.wishes,
      wanted: transaction.wanted,
      octets,
      client: session.client,
      submission: session.isSubmission,
      permitted: session.relayPermission !== undefined,
      fate: session.fate,
      changes: session.changes,
    }
  );
}
