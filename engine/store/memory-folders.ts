// An account without a disk. Counterpart: maildir-folders.ts, which keeps the same promises on one. Rule: as memory.ts.

import { Account } from './account.ts';
import { DELIMITER, INBOX } from './folder-name.ts';
import { MemoryMailbox } from './memory.ts';

/** `inbox` may hold letters already. */
export function memoryAccount(inbox: MemoryMailbox): Account {
  const mine = new Map<string, MemoryMailbox>();
  let validity = inbox.uidValidity;
  return new Account({
    inbox,
    folders: new Map(),
    subscriptions: [INBOX],
    keeper: {
      create: (name) => {
        validity += 1;
        const mailbox = new MemoryMailbox(inbox.name + DELIMITER + name, validity);
        mine.set(mailbox.name, mailbox);
        return mailbox;
      },
      rename: (mailbox, to) => {
        const moved = mine.get(mailbox.name);
        if (!moved) return;
        mine.delete(moved.name);
        moved.name = inbox.name + DELIMITER + to;
        mine.set(moved.name, moved);
      },
      remove: (mailbox) => {
        mine.get(mailbox.name)?.close();
        mine.delete(mailbox.name);
      },
      lastValidity: () => validity,
      saveSubscriptions: () => undefined,
    },
  });
}
