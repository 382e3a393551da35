// A letter as a mail program shows it, out of its octets. Counterpart: inbox-letter.tsx. Rule: the header that people
// read and the text; HTML is shown as what was written, never carried out.

import { toByteString } from '../../mail/bytes.ts';
import { decodeCharset, decodeUndeclared } from '../../mail/charset.ts';
import { firstValue, splitMessage } from '../../mail/fields.ts';
import { decodeBody, type MimePart, walkMime } from '../../mail/mime.ts';
import { decodeWords } from '../../mail/words.ts';
import { SCREEN_LIMITS } from '../store/limits.ts';
import { showText } from '../store/octets.ts';

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
  text: string;
  /** What `text` is: the plain part, the source of an HTML part, or nothing that can be read. */
  kind: 'plain' | 'html' | 'none';
}

/** `octets`: the whole letter, one character an octet. */
export function shownLetter(octets: string): ShownLetter {
  const { fields } = splitMessage(octets);
  const value = (name: string) => firstValue(fields, name) ?? '';
  const words = (name: string) => showText(decodeWords(value(name)));
  const whole = walkMime(octets);
  const plain = firstText(whole, 'plain');
  const part = plain ?? firstText(whole, 'html');
  return {
    from: words('From'),
    replyTo: words('Reply-To'),
    to: words('To'),
    cc: words('Cc'),
    date: words('Date'),
    subject: words('Subject'),
    messageId: value('Message-ID').trim(),
    text: part ? textOf(part, octets) : '',
    kind: plain ? 'plain' : part ? 'html' : 'none',
  };
}

function firstText(part: MimePart, subtype: string): MimePart | undefined {
  if (part.parts.length === 0) return part.type === 'text' && part.subtype === subtype ? part : undefined;
  for (const child of part.parts) {
    const found = firstText(child, subtype);
    if (found) return found;
  }
  return undefined;
}

function textOf(part: MimePart, octets: string): string {
  const body = toByteString(decodeBody(part, octets)).slice(0, SCREEN_LIMITS.shownOctets);
  const text = decodeCharset(body, part.params['charset'] ?? '') ?? decodeUndeclared(body);
  return showText(text.replaceAll('\r\n', '\n')).trimEnd();
}
