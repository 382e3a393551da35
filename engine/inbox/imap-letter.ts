// A letter of a list, as an IMAP server tells it in ENVELOPE. Counterpart: imap-client.ts asks; header-letter.ts makes
// the same of a header. Rule: only what was asked for; flags change and are told apart.

import type { FetchMessageObject } from 'imapflow';

import type { InboxLetter } from '../../contract/commands.ts';
import { toByteString } from '../../mail/bytes.ts';
import { firstValue, splitMessage } from '../../mail/fields.ts';
import { referencesOf } from '../../mail/message-ids.ts';

export function letterOf({ uid, envelope, size, headers }: FetchMessageObject): InboxLetter {
  const { fields } = splitMessage(headers === undefined ? '' : toByteString(headers));
  const messageId = envelope?.messageId;
  return {
    uid,
    octets: size ?? 0,
    flags: [],
    from: addressText(envelope?.from?.[0]),
    to: (envelope?.to ?? []).map(addressText),
    subject: envelope?.subject ?? '',
    ...(envelope?.date instanceof Date ? { date_ms: envelope.date.getTime() } : {}),
    ...(messageId === undefined ? {} : { messageId }),
    references: referencesOf(firstValue(fields, 'References') ?? '', envelope?.inReplyTo ?? ''),
  };
}

type EnvelopeAddress = { name?: string | undefined; address?: string | undefined } | undefined;

function addressText(one: EnvelopeAddress): string {
  const { name = '', address = '' } = one ?? {};
  return name === '' ? address : `${name} <${address}>`;
}
