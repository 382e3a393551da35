// A letter of a list, out of its own header. Counterpart: pop3-reader.ts, whose server knows octets only; imap-letter.ts
// has it from the server. Rule: as a mail program shows a header, decoded.

import type { InboxLetter } from '../../contract/commands.ts';
import type { ByteString } from '../../mail/bytes.ts';
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
    subject: decodeWords(value('Subject')),
    ...(date_ms === undefined ? {} : { date_ms }),
    ...(messageId === undefined ? {} : { messageId }),
    references: referencesOf(value('References'), value('In-Reply-To')),
  };
}

function people(fields: readonly Field[], name: string): string[] {
  return parseMailboxes(firstValue(fields, name) ?? '').map(({ name: called, address }) =>
    called === undefined ? address : `${decodeWords(called)} <${address}>`,
  );
}
