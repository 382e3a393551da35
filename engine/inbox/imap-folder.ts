// A folder as an IMAP server lists it, for the screen. Counterpart: imap-client.ts. Rule: what it is for is the server's
// word (RFC 6154), or that of its name.

import type { ListResponse } from 'imapflow';

import type { FolderUse, InboxFolder } from '../../contract/commands.ts';

const USES: Readonly<Record<string, FolderUse>> = {
  '\\Inbox': 'inbox',
  '\\Archive': 'archive',
  '\\Drafts': 'drafts',
  '\\Junk': 'junk',
  '\\Sent': 'sent',
  '\\Trash': 'trash',
};

export function folderOf({ path, pathAsListed, name, parent, flags, specialUse, status }: ListResponse): InboxFolder {
  const use = specialUse === undefined ? undefined : USES[specialUse];
  return {
    path,
    listed: pathAsListed,
    name,
    depth: parent.length,
    ...(use === undefined ? {} : { use }),
    selectable: !flags.has('\\Noselect'),
    total: status?.messages ?? 0,
    unread: status?.unseen ?? 0,
  };
}
