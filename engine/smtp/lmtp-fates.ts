// LMTP's replies after the dot, one for each recipient that was accepted (RFC 2033 section 4.2). Counterpart: client.ts.
// Rule: who has had theirs keeps it, though the connection breaks before the next.

import type { ReadReply } from '../../mail/smtp/reply-parser.ts';
import type { TransactionResult } from './client.ts';

/** `first` is read already; `next` reads one more. */
export async function fatesOf(
  accepted: readonly string[],
  first: ReadReply,
  during: string,
  next: () => Promise<ReadReply>,
): Promise<TransactionResult['recipients']> {
  const fates: TransactionResult['recipients'] = [];
  let reply = first;
  for (const [at, address] of accepted.entries()) {
    if (at > 0) reply = await next().catch((error: Error) => unanswered(error));
    fates.push({ address, reply, during });
  }
  return fates;
}

/** Nobody knows whether it is in the mailbox: it is tried again. */
function unanswered({ message }: Error): ReadReply {
  return { code: 451, enhanced: '4.4.2', text: [`no reply for this recipient: ${message}`] };
}
