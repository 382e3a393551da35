// What can be said about a line typed at a mailbox's server: by the line alone, and by the answer to it. Counterpart: one
// file a protocol; feedback.ts asks them. Rule: pure, and silent where the server's own words say enough.

import type { Exchange } from '../book/sighting.ts';
import type { ImapCode, Pop3Code } from '../feedback-codes.ts';

export interface DialectSlip {
  code: Pop3Code | ImapCode;
  /** The word that was probably meant. */
  meant?: string;
}

export interface Dialect {
  onLine(line: string): DialectSlip | undefined;
  /** Asked of commands that were answered with a no. */
  onRefusal(exchange: Exchange): DialectSlip | undefined;
}
