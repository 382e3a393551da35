// A letter as it is appended to a mailbox file (RFC 4155): the From_ line, the letter with LF line ends and `>` before
// each line that begins like one, a blank line. Counterpart: engine/mta/local-targets.ts. Rule: whatever is in the letter,
// it stays one letter.

import { formatLogDate } from './date.ts';
import type { ByteString } from './bytes.ts';

export function mboxEntry(letter: ByteString, reversePath: string, date_ms: number): ByteString {
  const sender = reversePath.replace(/[^\x21-\x7e]/g, '?') || 'MAILER-DAEMON';
  const year = new Date(date_ms).getUTCFullYear();
  const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][new Date(date_ms).getUTCDay()] ?? '';
  const text = letter.replaceAll('\r\n', '\n').replace(/^(>*From )/gm, '>$1');
  return `From ${sender}  ${day} ${formatLogDate(date_ms)} ${year}\n${text}${text.endsWith('\n') ? '' : '\n'}\n`;
}
