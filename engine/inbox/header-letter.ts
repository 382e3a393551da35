// A letter of a list, out of its own header. Counterpart: pop3-reader.ts, whose server knows octets only; imap-letter.ts
// has it from the server. Rule: as a mail program shows a header, decoded.

import type { InboxLetter } from '../../contract/commands.ts';
import { type ByteString, fromByteString } from '../../mail/bytes.ts';
import { decodeCharset } from '../../mail/charset.ts';
import { parseDate } from '../../mail/date.ts';
import { type Field, firstValue, splitMessage } from '../../mail/fields.ts';
import { parseMailboxes } from '../../mail/mailboxes.ts';
import { messageIds, referencesOf } from '../../mail/message-ids.ts';
import { decodeWords } from '../../mail/words.ts';

/** `message`: its header, or more of it. */
export function headerLetter(message: ByteString): Omit<InboxLetter, 'uid' | 'octets' | 'flags'> {
  const { fields } = splitMessage(message);
  const value = (name: string) => firstValue(fields, name) ?? '';
  const date_ms = parseDate(value('Date'));
  const [messageId] = messageIds(value('Message-ID'));
  return {
    from: people(fields, 'From')[0] ?? '',
    to: people(fields, 'To'),
    subject: decodeWords(value('Subject'), decodeAny),
    ...(date_ms === undefined ? {} : { date_ms }),
    ...(messageId === undefined ? {} : { messageId }),
    references: referencesOf(value('References'), value('In-Reply-To')),
  };
}

function people(fields: readonly Field[], name: string): string[] {
  return parseMailboxes(firstValue(fields, name) ?? '').map(({ name: called, address }) =>
    called === undefined ? address : `${decodeWords(called, decodeAny)} <${address}>`,
  );
}

/** Mail programs know more character sets than servers need. */
function decodeAny(octets: ByteString, charset: string): string | undefined {
  const ours = decodeCharset(octets, charset);
  if (ours !== undefined) return ours;
  try {
    return new TextDecoder(charset.trim()).decode(fromByteString(octets));
  } catch {
    return undefined;
  }
}
