// What the lab's state calls a mailbox. Counterpart: engine/store-desk.ts names them so. Rule: the address for INBOX, and
// behind a slash any other folder, as it is on the wire.

import { addressKey } from '../../mail/address.ts';

export function mailboxName(address: string, folder = 'INBOX'): string {
  return folder === 'INBOX' ? addressKey(address) : `${addressKey(address)}/${folder}`;
}
