// Where a password stands in a typed line, as far as the line alone says so: while nobody has heard it. Counterpart:
// store/octets.ts showLine makes dots of it. Rule: what is only looked at shows no password.

import type { SecretSpan } from '../store/dialog.ts';

/** SMTP AUTH with an initial response (RFC 4954 section 4), POP3 PASS, IMAP LOGIN and AUTHENTICATE. */
const BEFORE_SECRET = /^(?:PASS |AUTH\s+\S+\s+|\S+\s+(?:LOGIN\s+\S+\s+|AUTHENTICATE\s+\S+\s+))(?=\S)/i;

export function secretOf(line: string): SecretSpan | undefined {
  const before = BEFORE_SECRET.exec(line)?.[0];
  return before === undefined ? undefined : { start: before.length, end: line.length };
}
