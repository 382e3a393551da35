// One letter as a mailbox file keeps it: taken out, put in, and with other notes of what became of it. Counterpart:
// mail/mbox.ts (quoting), mail/mbox-status.ts (the fields), mbox-read.ts. Rule: what comes out is what went in.

import type { ByteString } from '../../mail/bytes.ts';
import { fromLine, fromMboxText, type MboxQuoting, toMboxText } from '../../mail/mbox.ts';
import { formatStatus, type MboxStatus, putAwayStatus, splitStatus } from '../../mail/mbox-status.ts';
import { type Flag, keywordNames } from './mailbox.ts';

export const FLAG_LETTERS = [
  ['R', 'Seen'],
  ['A', 'Answered'],
  ['F', 'Flagged'],
  ['T', 'Draft'],
  ['D', 'Deleted'],
] as const satisfies readonly (readonly [string, Flag])[];

/** A letter as it is served. */
export function letterOf(entry: Buffer, quoting: MboxQuoting): Uint8Array {
  const { header, body } = partsOf(entry.toString('latin1'));
  return Buffer.from(fromMboxText(splitStatus(header).own + body, quoting), 'latin1');
}

/** What the file notes of a letter. */
export interface Noted {
  uid: number;
  flags: ReadonlySet<Flag>;
  recent: boolean;
  /** In the first letter. */
  base?: MboxStatus['base'];
}

/** A letter as the file keeps it. */
export function newEntry(letter: ByteString, received_ms: number, noted: Noted, quoting: MboxQuoting): Buffer {
  const text = toMboxText(letter, quoting);
  const [header, body] = cutHeader(text);
  const sender = /^Return-Path: *<([^>\r\n]*)>/i.exec(letter)?.[1] ?? '';
  const entry = `${fromLine(sender, received_ms)}${putAwayStatus(header)}${fieldsFor(noted)}${body}\n`;
  return Buffer.from(entry, 'latin1');
}

/** The same letter with other notes; all else stays octet for octet, but for line ends of the header. */
export function renoted(entry: Buffer, noted: Noted): Buffer {
  const { line, header, body } = partsOf(entry.toString('latin1'));
  const own = putAwayStatus(splitStatus(header).own);
  return Buffer.from(`${line}${own}${fieldsFor(noted)}${body}\n`, 'latin1');
}

function fieldsFor({ uid, flags, recent, base }: Noted): ByteString {
  const letters = FLAG_LETTERS.filter(([, flag]) => flags.has(flag)).map(([letter]) => letter);
  return formatStatus({
    uid,
    letters: letters.join('') + (recent ? '' : 'O'),
    keywords: keywordNames(flags),
    ...(base ? { base } : {}),
  });
}

/** The From_ line; header and body with LF alone; without the blank line that ends the entry. */
export function partsOf(text: ByteString): { line: ByteString; header: ByteString; body: ByteString } {
  const lines = text.replaceAll('\r\n', '\n');
  const newline = lines.indexOf('\n') + 1 || lines.length;
  const whole = lines.slice(newline);
  const letter = whole.endsWith('\n\n') || whole === '\n' ? whole.slice(0, -1) : whole;
  const [header, body] = cutHeader(letter === '' || letter.endsWith('\n') ? letter : `${letter}\n`);
  const line = lines.slice(0, newline);
  return { line: line.endsWith('\n') ? line : `${line}\n`, header, body };
}

/** Before the blank line, and from it on. */
function cutHeader(text: ByteString): [header: ByteString, body: ByteString] {
  if (text.startsWith('\n')) return ['', text];
  const blank = text.indexOf('\n\n');
  return blank < 0 ? [text, ''] : [text.slice(0, blank + 1), text.slice(blank + 1)];
}
