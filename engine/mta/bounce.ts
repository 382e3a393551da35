// The letter that says that a letter couldn't be delivered (RFC 5321 section 6.1): from nobody, to
// the reverse path. Counterpart: queue.ts sends it. Rule: pure; a letter from nobody is never bounced.

import type { ByteString } from '../../mail/bytes.ts';
import { formatDate } from '../../mail/date.ts';

export interface Failure {
  recipient: string;
  /** The reply that decided, as one line. */
  reply: string;
  /** Who said it; absent when we did. */
  remote?: string;
}

export interface BounceParts {
  hostName: string;
  to: string;
  failures: readonly Failure[];
  /** Header of the letter that failed. */
  header: ByteString;
  now_ms: number;
  messageId: string;
}

/** Fields and body of the bounce, separately because each field's writer is told. */
export function bounceLetter(parts: BounceParts): { fields: ByteString[]; body: ByteString } {
  const { hostName, to, failures, header, now_ms, messageId } = parts;
  const fields = [
    `From: Mail Delivery System <MAILER-DAEMON@${hostName}>`,
    `To: <${to}>`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${formatDate(now_ms)}`,
    `Message-ID: <${messageId}>`,
    'Auto-Submitted: auto-replied', // RFC 3834 section 5: nobody's machine should answer this
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=us-ascii',
  ].map((field) => `${field}\r\n`);
  const body = [
    `This is the mail system at host ${hostName}.`,
    '',
    "Your letter couldn't be delivered to one or more recipients.",
    'What follows is why, and the header of the letter.',
    '',
    ...failures.map(({ recipient, reply, remote }) =>
      remote === undefined ? `<${recipient}>: ${reply}` : `<${recipient}>: host ${remote} said: ${reply}`,
    ),
    '',
    '--- header of the undelivered letter ---',
    '',
    header,
  ];
  return { fields, body: `${body.join('\r\n')}\r\n` };
}
