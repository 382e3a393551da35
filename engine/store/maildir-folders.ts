// An account as a Maildir++: the directory itself is INBOX, a directory `.Sent` inside it the folder Sent. Counterpart:
// account.ts decides about names, maildir.ts keeps letters. Rule: other programs read the same directories (Courier's
// layout), so nothing of ours stands in their way: `subscriptions` is a name a line, `posthorn-validity` the highest
// validity given so far.

import type { Disk, LabClock, RandomStream } from '../world.ts';
import { Account } from './account.ts';
import { told, unlessMissing } from './disk-trouble.ts';
import { DELIMITER, INBOX, folderDirectory, nameOfDirectory } from './folder-name.ts';
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
  const { disk, path, owner, lab } = options;
  const files = new AccountFiles(disk, path);
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
      saveSubscriptions: (list) => told(() => files.saveSubscriptions(list)),
    },
  });
}

/** The account's own files, beside the mailboxes. */
class AccountFiles {
  readonly #disk: Disk;
  readonly #path: string;

  constructor(disk: Disk, path: string) {
    this.#disk = disk;
    this.#path = path;
  }

  /** A validity that no mailbox of the account ever had: folders made and removed within a second differ too. */
  validity(now_s: number): number {
    const last = Number(/^\d{1,10}$/.exec(this.#text('posthorn-validity').trim())?.[0] ?? 0);
    const fresh = Math.max(1, now_s, last + 1);
    this.#write('posthorn-validity', `${fresh}\n`);
    return fresh;
  }

  subscriptions(): string[] {
    // Who never chose is subscribed to INBOX.
    if (!this.#disk.now.exists(`${this.#path}/subscriptions`)) return [INBOX];
    const names = this.#text('subscriptions').split('\n').filter(Boolean);
    return names.slice(0, STORE_LIMITS.subscriptions);
  }

  saveSubscriptions(names: readonly string[]): void {
    this.#write('subscriptions', names.map((name) => `${name}\n`).join(''));
  }

  #text(name: string): string {
    const file = `${this.#path}/${name}`;
    return new TextDecoder().decode(unlessMissing(() => this.#disk.now.read(file)));
  }

  /** Whole or not at all. */
  #write(name: string, text: string): void {
    const file = `${this.#path}/${name}`;
    const fresh = `${file}.new`;
    unlessMissing(() => this.#disk.now.remove(fresh));
    this.#disk.now.create(fresh, new TextEncoder().encode(text));
    this.#disk.now.rename(fresh, file);
  }
}
