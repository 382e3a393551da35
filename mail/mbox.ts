// A letter as it stands in a mailbox file (RFC 4155): the From_ line, the letter with LF line ends and `>` before each
// line that begins like one, a blank line. Counterpart: engine/store/mbox.ts, engine/mta/local-targets.ts. Rule: whatever
// is in the letter, it stays one letter; mboxrd gives it back as it was, mboxo can't.
//
//   From alice@campus.example  Mon Jan  5 09:00:00 2026
//   Subject: a day
//
//   >From here on it rains.
//

import { formatLogDate, parseDate } from './date.ts';
import type { ByteString } from './bytes.ts';

/** `mboxrd` quotes what is quoted already, so that a reader can take one `>` off again; `mboxo` quotes `From ` alone. */
export type MboxQuoting = 'mboxrd' | 'mboxo';

const FROM_DATE =
  /\b([A-Z][a-z]{2}) +(\d{1,2}) +(\d\d:\d\d)(:\d\d)?(?: +[A-Z]{3,5})?(?: +([+-]\d{4}))? +(\d{4})(?: +([+-]\d{4}))?\s*$/;

export function mboxEntry(letter: ByteString, reversePath: string, date_ms: number): ByteString {
  return `${fromLine(reversePath, date_ms)}${toMboxText(letter, 'mboxrd')}\n`;
}

/** With its line end. */
export function fromLine(reversePath: string, date_ms: number): ByteString {
  const sender = reversePath.replace(/[^\x21-\x7e]/g, '?') || 'MAILER-DAEMON';
  const year = new Date(date_ms).getUTCFullYear();
  const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][new Date(date_ms).getUTCDay()] ?? '';
  return `From ${sender}  ${day} ${formatLogDate(date_ms)} ${year}\n`;
}

/** When a From_ line says that the letter came; some programs name a zone. */
export function fromLineDate(line: ByteString): number | undefined {
  const [, month = '', day = '', clock = '', seconds = ':00', before, year = '', after] = FROM_DATE.exec(line) ?? [];
  return parseDate(`${day} ${month} ${year} ${clock}${seconds} ${before ?? after ?? ''}`);
}

/** The letter as the file has it, ended by a line end. */
export function toMboxText(letter: ByteString, quoting: MboxQuoting): ByteString {
  const text = letter.replace(/\r+\n/g, '\n').replace(quoting === 'mboxrd' ? /^(>*From )/gm : /^(From )/gm, '>$1');
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** The letter as it goes over the wire. */
export function fromMboxText(text: ByteString, quoting: MboxQuoting): ByteString {
  const plain = quoting === 'mboxrd' ? text.replace(/^>(>*From )/gm, '$1') : text;
  return plain.replace(/\r?\n/g, '\r\n');
}
