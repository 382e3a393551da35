// Values as IMAP writes them (RFC 3501 sections 4 and 9). Counterpart: scanner.ts reads them. Rule: what a
// quoted string can't hold goes out as a literal, so no header of a letter can break a response.

import type { ByteString } from '../../../mail/bytes.ts';
import { type Flag, keywordNames } from '../../store/mailbox.ts';

/** In the order of RFC 3501 section 2.3.2's examples; the order in which every list shows them. */
export const FLAGS: readonly Flag[] = ['Answered', 'Flagged', 'Deleted', 'Seen', 'Draft'];

export function imapString(value: ByteString): ByteString {
  if (/^[\x20-\x7e]*$/.test(value)) return `"${value.replace(/["\\]/g, '\\$&')}"`;
  return `{${value.length}}\r\n${value}`;
}

export function nstring(value: ByteString | undefined): ByteString {
  return value === undefined ? 'NIL' : imapString(value);
}

/** A mailbox's name as an astring: bare where it can be. */
export function mailboxName(name: ByteString): ByteString {
  return /^[A-Za-z0-9/&,+_.=-]+$/.test(name) ? name : imapString(name);
}

/** `(\Seen \Recent)` */
export function flagList(flags: ReadonlySet<Flag>, recent = false): string {
  const names = [...FLAGS.filter((flag) => flags.has(flag)).map((flag) => `\\${flag}`), ...keywordNames(flags)];
  return `(${[...names, ...(recent ? ['\\Recent'] : [])].join(' ')})`;
}
