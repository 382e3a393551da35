// An account written as another format keeps it, letter for letter, with uids, flags, dates and folders. Counterpart:
// store-desk.ts decides when; maildir-folders.ts and mbox-folders.ts open what this wrote. Rule: into a fresh directory,
// whole and synced, before anything of the old one goes; a file is written once, however many letters are in it.

import type { StoreFormat } from '../../contract/topology.ts';
import type { MboxQuoting } from '../../mail/mbox.ts';
import type { Disk, RandomStream } from '../world.ts';
import type { Account } from './account.ts';
import { AccountFiles } from './account-files.ts';
import { folderDirectory, folderFile, INBOX } from './folder-name.ts';
import { baseName, type InfoSeparator, uniqueName, withInfo } from './letter-name.ts';
import { KeywordTable } from './keyword-table.ts';
import type { Mailbox } from './mailbox.ts';
import { newEntry } from './mbox-entry.ts';
import { UidFile } from './uid-file.ts';

export interface CopyOptions {
  disk: Pick<Disk, 'now'>;
  /** Directory that is to be made, relative to the disk. */
  path: string;
  host: string;
  random: RandomStream;
  separator: InfoSeparator;
  quoting: MboxQuoting;
}

export function writeAccount(account: Account, format: StoreFormat, options: CopyOptions): void {
  const { disk, path } = options;
  disk.now.makeDir(path);
  const write = format === 'mbox' ? writeMbox : writeMaildir;
  for (const [name, mailbox] of account.mailboxes()) write(mailbox, name, options);
  const files = new AccountFiles(disk, format === 'mbox' ? `${path}/.` : `${path}/`);
  const highest = Math.max(...account.mailboxes().map(([, mailbox]) => mailbox.uidValidity), account.lastValidity());
  files.validity(0, highest);
  files.saveSubscriptions([...account.subscriptions()]);
  disk.now.syncDir(path);
}

function writeMbox(mailbox: Mailbox, name: string, { disk, path, quoting }: CopyOptions): void {
  const file = name === INBOX ? INBOX : folderFile(name);
  const base = { validity: mailbox.uidValidity, last: mailbox.uidNext - 1 };
  const entries = mailbox.letters().map(({ uid, flags, recent, received_ms }, index) => {
    const letter = Buffer.from(mailbox.read(uid)).toString('latin1');
    return newEntry(letter, received_ms, { uid, flags, recent, ...(index === 0 ? { base } : {}) }, quoting);
  });
  disk.now.create(`${path}/${file}`, Buffer.concat(entries));
  keepNumbers(mailbox, disk, `${path}/.${file}.uids`);
}

function writeMaildir(mailbox: Mailbox, name: string, { disk, path, host, random, separator }: CopyOptions): void {
  const isFolder = name !== INBOX;
  const directory = isFolder ? `${path}/${folderDirectory(name)}` : path;
  for (const part of ['', '/tmp', '/new', '/cur']) disk.now.makeDir(directory + part);
  const keywords = new KeywordTable(disk, directory);
  for (const { uid, flags, recent, received_ms } of mailbox.letters()) {
    const letter = mailbox.read(uid);
    const unique = uniqueName(received_ms, random.id(UNIQUE_LETTERS), host);
    const base = baseName(unique, letter.length, uid, isFolder ? `.${mailbox.uidValidity}` : '');
    const isNew = recent && flags.size === 0;
    disk.now.create(
      `${directory}/${isNew ? `new/${base}` : `cur/${withInfo(base, flags, { separator, keywords })}`}`,
      letter,
    );
  }
  keepNumbers(mailbox, disk, `${directory}/posthorn-uids`);
  if (isFolder) disk.now.create(`${directory}/maildirfolder`, new Uint8Array());
  for (const part of ['/new', '/cur', '']) disk.now.syncDir(directory + part);
}

const UNIQUE_LETTERS = 8; // as maildir.ts

function keepNumbers({ uidValidity, uidNext }: Mailbox, disk: Pick<Disk, 'now'>, path: string): void {
  UidFile.open(disk, path, () => uidValidity).raise(uidNext);
}
