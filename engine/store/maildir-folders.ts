// An account as a Maildir++: the directory itself is INBOX, a directory `.Sent` inside it the folder Sent. Counterpart:
// account.ts decides about names, maildir.ts keeps letters. Rule: other programs read the same directories (Courier's
// layout), so nothing of ours stands in their way: `subscriptions` is a name a line, `posthorn-validity` the highest
// validity given so far.

import type { Disk, LabClock, RandomStream } from '../world.ts';
import { Account } from './account.ts';
import { AccountFiles } from './account-files.ts';
import { FileTally } from './file-tally.ts';
import { told } from './disk-trouble.ts';
import { DELIMITER, folderDirectory, nameOfDirectory } from './folder-name.ts';
import type { InfoSeparator } from './letter-name.ts';
import { Maildir } from './maildir.ts';
import { StoreError } from './mailbox.ts';
import { STORE_LIMITS } from './limits.ts';

export interface MaildirAccountOptions {
  disk: Disk;
  /** Directory of the account, relative to the disk. */
  path: string;
  /** The owner's address. */
  owner: string;
  /** Host that keeps it; stands in the file names. */
  host: string;
  lab: LabClock;
  /** A stream for each mailbox, by its name in events. */
  random: (mailbox: string) => RandomStream;
  separator: InfoSeparator;
}

export function openMaildirAccount(options: MaildirAccountOptions): Account {
  const { path, owner, lab } = options;
  const tally = new FileTally(options.disk, path);
  const disk = tally.disk();
  const files = new AccountFiles(disk, `${path}/`);
  const mine = new Map<string, Maildir>();
  const open = (name: string, directory: string, isFolder: boolean): Maildir => {
    const { host, random, separator } = options;
    const maildir = Maildir.open({
      ...{ disk, path: directory, name, host, lab, separator },
      random: random(name),
      ...(isFolder ? { folderValidity: () => files.validity(Math.floor(lab.now_ms() / 1000)) } : {}),
    });
    mine.set(name, maildir);
    return maildir;
  };
  const called = (name: string) => owner + DELIMITER + name;
  const directoryOf = (name: string) => `${path}/${folderDirectory(name)}`;

  const inbox = open(owner, path, false);
  const names = disk.now.list(path).flatMap((directory) => nameOfDirectory(directory) ?? []);
  const folders = names
    .filter((name) => disk.now.exists(`${directoryOf(name)}/maildirfolder`))
    .slice(0, STORE_LIMITS.folders)
    .map((name) => [name, open(called(name), directoryOf(name), true)] as const);
  return new Account({
    inbox,
    folders: new Map(folders),
    subscriptions: files.subscriptions(),
    files: tally,
    keeper: {
      create: (name) =>
        told(() => {
          const directory = directoryOf(name);
          const maildir = open(called(name), directory, true);
          // Says that the directory is a folder (Maildir++); last, because then it is whole.
          disk.now.create(`${directory}/maildirfolder`, new Uint8Array());
          disk.now.syncDir(path);
          return maildir;
        }),
      rename: (mailbox, to) =>
        told(() => {
          const maildir = mine.get(mailbox.name);
          if (!maildir) throw new StoreError(`${mailbox.name} is not here`);
          const from = maildir.name.slice(owner.length + 1);
          disk.now.rename(directoryOf(from), directoryOf(to));
          mine.delete(maildir.name);
          maildir.moved(called(to), directoryOf(to));
          mine.set(maildir.name, maildir);
        }),
      remove: (mailbox, name) =>
        told(() => {
          // First the mark of a folder: a crash in between leaves no half of one in the list.
          disk.now.remove(`${directoryOf(name)}/maildirfolder`);
          mine.get(mailbox.name)?.close();
          mine.delete(mailbox.name);
          disk.now.removeTree(directoryOf(name));
        }),
      lastValidity: () => files.lastValidity(),
      saveSubscriptions: (list) => told(() => files.saveSubscriptions(list)),
    },
  });
}
