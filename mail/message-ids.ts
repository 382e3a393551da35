// Message-IDs, and the fields that name other letters by them. Counterpart: threads.ts joins letters by them. Rule:
// RFC 5322 section 3.6.4; what isn't in angle brackets isn't one.

import type { ByteString } from './bytes.ts';
import { FIELD_VALUE_OCTETS, REFERENCES_COUNT } from './limits.ts';

/** The Message-IDs in a field's value, in order, the last ones if there are too many. */
export function messageIds(value: ByteString): ByteString[] {
  const found = value.slice(-FIELD_VALUE_OCTETS).match(/<[^<>\s]{1,900}>/g) ?? [];
  return found.slice(-REFERENCES_COUNT);
}

/** What a letter says it follows, the oldest first: RFC 5256 section 3 takes In-Reply-To only where References says nothing. */
export function referencesOf(references: ByteString, inReplyTo: ByteString): ByteString[] {
  const named = messageIds(references);
  return named.length > 0 ? named : messageIds(inReplyTo).slice(0, 1);
}
