// Whose letter it says it is: the domains of the From field. Counterpart: DMARC judges by them, DKIM signs for them.
// Rule: every mailbox of every From field counts, because a mail program may show any of them (RFC 9989 section 5.3.1).

import { splitAddress } from './address.ts';
import { parseMailboxes } from './mailboxes.ts';
import { lowerName } from './dns/name.ts';
import { type Field, fieldsNamed } from './fields.ts';

/** In lower case, each once; '' where a mailbox has no domain. */
export function authorDomains(fields: readonly Field[]): string[] {
  const mailboxes = fieldsNamed(fields, 'From').flatMap(({ value }) => parseMailboxes(value));
  return [...new Set(mailboxes.map(({ address }) => lowerName(splitAddress(address)?.domain ?? '')))];
}
