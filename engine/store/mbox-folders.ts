// An account as a directory of mailbox files: `INBOX` and a file for each folder. Counterpart: account.ts decides about
// names, mbox.ts keeps letters, maildir-folders.ts does the same with directories. Rule: a file of another program that
// begins as a mailbox does is a folder too; our own files have a dot in front.
//
//   INBOX   Sent   Lists.Mail 2%2e0        .INBOX.uids   .subscriptions   .posthorn-validity

import type { MboxQuoting } from '../../mail/mbox.ts';
import type { Disk, LabClock } from '../world.ts';
import { Account } from './account.ts';
import { AccountFiles } from './account-files.ts';
import { FileTally } from './file-tally.ts';
import { told, unlessMissing } from './disk-trouble.ts';
import { DELIMITER, folderFile, INBOX, nameOfFile } from './folder-name.ts';
import { STORE_LIMITS } from './limits.ts';
import { Mbox } from './mbox.ts';
import { StoreError } from './mailbox.ts';

export interface MboxAccountOptions {
  disk: Disk;
  /** Directory of the account, relative to the disk. */
  path: string;
  /** The owner's address. */
  owner: string;
  lab: LabClock;
  quoting: MboxQuoting;
  /** Real time: locks of other programs are as old as it says. */
  real_ms: () => number;
}

export function openMboxAccount(options: MboxAccountOptions): Account {
  const { path, owner, lab, quoting, real_ms } = options;
  const tally = new FileTally(options.disk, path);
  const disk = tally.disk();
  const files = new AccountFiles(disk, `${path}/.`);
  const mine = new Map<string, Mbox>();
  const seconds = () => Math.max(1, Math.floor(lab.now_ms() / 1000));
  const open = (name: string, file: string, validity: (noted?: number) => number): Mbox => {
    const mbox = Mbox.open({ tally, disk, directory: path, file, name, quoting, validity, real_ms });
    mine.set(name, mbox);
    return mbox;
  };
  const openFolder = (name: string): Mbox =>
    open(called(name), folderFile(name), (noted) => files.validity(seconds(), noted));
  const called = (name: string) => owner + DELIMITER + name;
  const at = (file: string) => `${path}/${file}`;
  const uids = (file: string) => at(`.${file}.uids`);

  const inbox = open(owner, INBOX, (noted) => noted ?? seconds());
  const folders = disk.now
    .list(path)
    .filter((file) => file !== INBOX && beginsAsMailbox(disk, at(file)))
    .flatMap((file) => nameOfFile(file) ?? [])
    .slice(0, STORE_LIMITS.folders)
    .map((name) => [name, openFolder(name)] as const);
  return new Account({
    inbox,
    folders: new Map(folders),
    subscriptions: files.subscriptions(),
    files: tally,
    keeper: {
      create: (name) =>
        told(() => {
          // Of a folder that went in the middle of a crash.
          unlessMissing(() => disk.now.remove(uids(folderFile(name))));
          return openFolder(name);
        }),
      rename: (mailbox, to) =>
        told(() => {
          const mbox = mine.get(mailbox.name);
          if (!mbox) throw new StoreError(`${mailbox.name} is not here`);
          const from = folderFile(mbox.name.slice(owner.length + 1));
          disk.now.rename(uids(from), uids(folderFile(to)));
          disk.now.rename(at(from), at(folderFile(to)));
          mine.delete(mbox.name);
          mbox.moved(called(to), folderFile(to));
          mine.set(mbox.name, mbox);
        }),
      remove: (mailbox, name) =>
        told(() => {
          mine.get(mailbox.name)?.close();
          mine.delete(mailbox.name);
          // The numbers first: a file without them gets others, and no uid comes twice.
          unlessMissing(() => disk.now.remove(uids(folderFile(name))));
          unlessMissing(() => disk.now.remove(at(folderFile(name))));
        }),
      lastValidity: () => files.lastValidity(),
      saveSubscriptions: (list) => told(() => files.saveSubscriptions(list)),
    },
  });
}

function beginsAsMailbox(disk: Pick<Disk, 'now'>, path: string): boolean {
  if (nameOfFile(path.slice(path.lastIndexOf('/') + 1)) === undefined || disk.now.isLink(path)) return false;
  try {
    const start = new TextDecoder('latin1').decode(disk.now.readPart(path, 0, 5));
    return start === '' || start === 'From ';
  } catch {
    return false; // a directory, or nothing that we may read
  }
}
