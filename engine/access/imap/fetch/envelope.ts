// ENVELOPE: the header fields that a list of letters shows, taken apart (RFC 3501 section 7.4.2). Counterpart:
// mail/address.ts reads the addresses. Rule: octets as the header has them, unfolded; encoded words stay so.

import { parseMailboxes } from '../../../../mail/address.ts';
import type { ByteString } from '../../../../mail/bytes.ts';
import { type Field, fieldsNamed, firstValue } from '../../../../mail/fields.ts';
import { imapString, nstring } from '../write.ts';

export function formatEnvelope(fields: readonly Field[]): ByteString {
  const value = (name: string): ByteString => nstring(firstValue(fields, name)?.trim());
  const from = addresses(fields, 'From');
  const parts = [
    value('Date'),
    value('Subject'),
    from,
    // A letter without them is understood as from and to its author.
    orElse(addresses(fields, 'Sender'), from),
    orElse(addresses(fields, 'Reply-To'), from),
    addresses(fields, 'To'),
    addresses(fields, 'Cc'),
    addresses(fields, 'Bcc'),
    value('In-Reply-To'),
    value('Message-ID'),
  ];
  return `(${parts.join(' ')})`;
}

function orElse(list: ByteString, other: ByteString): ByteString {
  return list === 'NIL' ? other : list;
}

function addresses(fields: readonly Field[], name: string): ByteString {
  const mailboxes = fieldsNamed(fields, name).flatMap(({ value }) => parseMailboxes(value));
  if (mailboxes.length === 0) return 'NIL';
  const written = mailboxes.map(({ name: displayName, address }) => {
    const at = address.lastIndexOf('@');
    const local = at < 0 ? address : address.slice(0, at);
    // NIL would mean the begin of a group, so an address without a host has an empty one.
    const host = at < 0 ? '' : address.slice(at + 1);
    return `(${nstring(displayName)} NIL ${imapString(local)} ${imapString(host)})`;
  });
  return `(${written.join('')})`;
}
