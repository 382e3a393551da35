// What an MSA adds to a letter that lacks it (RFC 6409 section 8): Date and Message-ID.
// Counterpart: mail-server.ts. Rule: it adds, it never changes what the author wrote.

import type { ByteString } from '../../mail/bytes.ts';
import { formatDate } from '../../mail/date.ts';
import { type Field, firstValue } from '../../mail/fields.ts';

/** Raw fields to add at the end of the header. */
export function missingFields(fields: readonly Field[], now_ms: number, messageId: () => string): ByteString[] {
  const missing: ByteString[] = [];
  if (firstValue(fields, 'Date') === undefined) missing.push(`Date: ${formatDate(now_ms)}\r\n`);
  if (firstValue(fields, 'Message-ID') === undefined) missing.push(`Message-ID: <${messageId()}>\r\n`);
  return missing;
}
