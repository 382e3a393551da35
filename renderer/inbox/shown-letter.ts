// A letter as a mail program shows it, out of its octets. Counterpart: inbox-letter.tsx. Rule: the header that people
// read, the text, and what hangs on it; HTML comes as it was written, for locked-html.ts.

import { firstValue, splitMessage } from '../../mail/fields.ts';
import { quotedText, type QuotedText } from '../../mail/flowed.ts';
import { messageIds, referencesOf } from '../../mail/message-ids.ts';
import { type MimePart, type MimeProblem, walkMime } from '../../mail/mime.ts';
import { readWords, textOf } from '../store/charsets.ts';
import { showText } from '../store/octets.ts';
import { type Attachment, attachmentsOf } from './attachments.ts';

export interface ShownLetter {
  from: string;
  /** Who wants the answers, where that is somebody else (RFC 5322 section 3.6.2). */
  replyTo: string;
  to: string;
  cc: string;
  date: string;
  subject: string;
  /** As written, for an answer; '' when it has none. */
  messageId: string;
  references: string[];
  /** The plain text; '' without one. */
  text: string;
  /** The same in pieces, by who is quoted. */
  pieces: QuotedText[];
  /** An HTML part as written; undefined without one. */
  html?: string;
  attachments: Attachment[];
  /** What can't be read or taken apart, each once. */
  problems: MimeProblem[];
  unknownCharset?: string;
  isCut: boolean;
}

/** `octets`: the whole letter, one character an octet. */
export function shownLetter(octets: string): ShownLetter {
  const { fields } = splitMessage(octets);
  const value = (name: string) => firstValue(fields, name) ?? '';
  const words = (name: string) => showText(readWords(value(name)));
  const whole = walkMime(octets);
  const [plain, html] = [firstText(whole, 'plain'), firstText(whole, 'html')];
  const read = plain && textOf(plain, octets);
  const readHtml = html && textOf(html, octets);
  const text = showText(read?.text ?? '').trimEnd();
  const flow = { flowed: plain?.params['format']?.toLowerCase() === 'flowed', delSp: isYes(plain?.params['delsp']) };
  const unknownCharset = read?.unknownCharset ?? readHtml?.unknownCharset;
  return {
    from: words('From'),
    replyTo: words('Reply-To'),
    to: words('To'),
    cc: words('Cc'),
    date: words('Date'),
    subject: words('Subject'),
    messageId: messageIds(value('Message-ID'))[0] ?? '',
    references: referencesOf(value('References'), value('In-Reply-To')),
    text,
    pieces: text === '' ? [] : quotedText(text, flow),
    ...(readHtml ? { html: readHtml.text } : {}),
    attachments: attachmentsOf(whole, new Set([plain, html].flatMap((part) => part ?? []))),
    problems: [...new Set(problemsOf(whole))],
    ...(unknownCharset === undefined ? {} : { unknownCharset: showText(unknownCharset) }),
    isCut: read?.isCut === true || readHtml?.isCut === true,
  };
}

const isYes = (value: string | undefined): boolean => value?.toLowerCase() === 'yes';

/** The first that isn't meant to be saved. */
function firstText(part: MimePart, subtype: string): MimePart | undefined {
  if (part.parts.length === 0) {
    const isSaved = part.disposition?.value === 'attachment';
    return part.type === 'text' && part.subtype === subtype && !isSaved ? part : undefined;
  }
  for (const child of part.parts) {
    const found = firstText(child, subtype);
    if (found) return found;
  }
  return undefined;
}

function problemsOf(part: MimePart): MimeProblem[] {
  return [
    ...(part.problem === undefined ? [] : [part.problem]),
    ...part.parts.flatMap(problemsOf),
    ...(part.message ? problemsOf(part.message) : []),
  ];
}
