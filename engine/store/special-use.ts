// What a mailbox is for, by the names that mail programs give (RFC 6154 section 2). Counterpart: access/imap/folder-list.ts
// tells clients; policies file by it. Rule: a name decides, whoever made the folder.

import type { Account } from './account.ts';
import type { Mailbox } from './mailbox.ts';

const SPECIAL_USES: Readonly<Record<string, string>> = {
  archive: '\\Archive',
  drafts: '\\Drafts',
  junk: '\\Junk',
  spam: '\\Junk',
  sent: '\\Sent',
  'sent items': '\\Sent',
  'sent messages': '\\Sent',
  trash: '\\Trash',
  'deleted items': '\\Trash',
  'deleted messages': '\\Trash',
};

export function specialUseOf(name: string): string | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(SPECIAL_USES, key) ? SPECIAL_USES[key] : undefined;
}

/** The folder of a use, the first by name; one that isn't there is made under `name`, and subscribed to. */
export function folderFor(account: Account, name: string): Mailbox {
  const use = specialUseOf(name);
  const known = account.mailboxes().find(([one]) => one === name || (use !== undefined && specialUseOf(one) === use));
  if (known) return known[1];
  const made = account.create(name);
  account.subscribe(name, true);
  return made;
}
