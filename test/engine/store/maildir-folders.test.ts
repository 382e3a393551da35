// An account as a Maildir++: folders that survive a restart, validities that never come again, files of other programs.
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Account } from '../../../engine/store/account.ts';
import { folderDirectory, nameOfDirectory, nameProblem } from '../../../engine/store/folder-name.ts';
import type { Mailbox, MailboxChange } from '../../../engine/store/mailbox.ts';
import { openMaildirAccount } from '../../../engine/store/maildir-folders.ts';
import type { Disk } from '../../../engine/world.ts';
import { RatedLabClock } from '../../../engine/world/lab-clock.ts';
import { MemoryDisk } from '../../../engine/world/memory-disk.ts';
import { Randomness } from '../../../engine/world/random.ts';
import { RealDisk } from '../../../engine/world/real-disk.ts';

const START_MS = Date.UTC(2026, 0, 5, 9, 0, 0);
const SECONDS = START_MS / 1000;
const separator = process.platform === 'win32' ? ';' : ':';
const octets = (text: string): Uint8Array => Buffer.from(text);
let run = 0;

function open(disk: Disk): Account {
  run += 1; // as a restart does, so that names never repeat
  const randomness = new Randomness(1, run);
  return openMaildirAccount({
    disk,
    path: 'mail/bob',
    owner: 'bob@harbor.example',
    host: 'mail.harbor.example',
    lab: new RatedLabClock(START_MS, 0, () => 0),
    random: (mailbox) => randomness.stream('mail', mailbox),
    separator,
  });
}

function found(account: Account, name: string): Mailbox {
  const mailbox = account.find(name);
  if (!mailbox) throw new Error(`no ${name}`);
  return mailbox;
}

const texts = (mailbox: Mailbox): string[] =>
  mailbox.letters().map(({ uid }) => `${uid} ${Buffer.from(mailbox.read(uid)).toString()}`);

describe('folder names', () => {
  it.each([
    ['Sent', '.Sent'],
    ['Lists/Mail 2.0', '.Lists.Mail 2%2e0'],
    ['Entw&APw-rfe', '.Entw&APw-rfe'],
    ['a:b?"<>|\\', '.a%3ab%3f%22%3c%3e%7c%5c'],
  ])('%s is the directory %s, and back', (name, directory) => {
    expect(nameProblem(name)).toBeUndefined();
    expect([folderDirectory(name), nameOfDirectory(directory)]).toEqual([directory, name]);
  });

  it.each(['..', '.', '.a..b', '.a%2F', 'cur', '.a%'])('%j is the directory of no folder', (directory) => {
    expect(nameOfDirectory(directory)).toBeUndefined();
  });

  it.each(['', '/', 'a//b', '/a', 'a*', 'a%', 'a\n', '\xfc', ' a'])('%j is no name', (name) => {
    expect(nameProblem(name)).toBeDefined();
  });
});

describe('an account on disk', () => {
  it('is the same after it was opened again', () => {
    const disk = new MemoryDisk();
    const account = open(disk);
    account.create('Sent').append(octets('one'), new Set(['Seen']), START_MS);
    account.create('Lists/Mail 2.0').append(octets('two'), new Set(), START_MS);
    account.rename('Lists', 'Old');
    account.subscribe('Sent', true);
    const again = open(disk);
    expect(again.mailboxes().map(([name]) => name)).toEqual(['INBOX', 'Old/Mail 2.0', 'Sent']);
    for (const [name, mailbox] of account.mailboxes()) {
      const other = found(again, name);
      expect([texts(other), other.uidValidity, other.uidNext, other.name]).toEqual([
        texts(mailbox),
        mailbox.uidValidity,
        mailbox.uidNext,
        mailbox.name,
      ]);
    }
    expect([...again.subscriptions()]).toEqual(['INBOX', 'Sent']);
  });

  it('gives no validity twice, however quickly folders come and go', () => {
    const disk = new MemoryDisk();
    const validities = [1, 2, 3].map(() => {
      const account = open(disk);
      const { uidValidity } = account.create('Junk');
      account.remove('Junk');
      return uidValidity;
    });
    expect(validities).toEqual([SECONDS, SECONDS + 1, SECONDS + 2]);
    expect([...disk.files.keys()].filter((file) => file.includes('.Junk'))).toEqual([]);
  });

  it('takes a file that a person moves between folders for a new letter, so no uid comes again', () => {
    const disk = new MemoryDisk();
    const account = open(disk);
    const [sent, junk] = [account.create('Sent'), account.create('Junk')];
    for (const text of ['one', 'two', 'three']) junk.append(octets(text), new Set(), START_MS);
    sent.append(octets('sent'), new Set(), START_MS);
    sent.remove(1);
    const file = [...disk.files.keys()].find((path) => path.includes('.Junk/new/') && path.includes('U=1.')) ?? '';
    disk.now.rename(file, file.replace('.Junk', '.Sent'));
    expect(texts(found(open(disk), 'Sent'))).toEqual(['2 one']);
  });
});

describe('an account on a real disk', () => {
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });

  it('takes in what other programs do to the files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'posthorn-account-'));
    folders.push(folder);
    const account = open(new RealDisk(folder));
    const sent = account.create('Sent');
    await sent.deliver(octets('ours'), START_MS);
    const place = join(folder, 'mail/bob/.Sent');
    expect(existsSync(join(place, 'maildirfolder'))).toBe(true);

    await writeFile(join(place, 'new/1700000000.theirs'), 'theirs');
    sent.refresh();
    expect(texts(sent)).toEqual(['1 ours', '2 theirs']);

    const [ours = ''] = (await readdir(join(place, 'new'))).filter((name) => name.includes('U=1'));
    await rename(join(place, 'new', ours), join(place, 'cur', `${ours}${separator}2,FS`));
    sent.refresh();
    expect([...(sent.letter(1)?.flags ?? [])].toSorted()).toEqual(['Flagged', 'Seen']);
    expect(sent.letter(1)?.recent).toBe(false);

    await rm(join(place, 'cur', `${ours}${separator}2,FS`));
    sent.refresh();
    expect(texts(sent)).toEqual(['2 theirs']);
    expect(await readFile(join(place, 'posthorn-uids'), 'utf8')).toMatch(/^\d+ \d+\n$/);
  });

  it('tells of a file at once while somebody watches', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'posthorn-account-'));
    folders.push(folder);
    const { inbox } = open(new RealDisk(folder));
    const watch = inbox.watch();
    const heard = new Promise<MailboxChange>((resolve) => inbox.onChange(resolve));
    await writeFile(join(folder, 'mail/bob/new/1700000000.theirs'), 'theirs');
    expect(await heard).toEqual({ kind: 'added', uid: 1, how: 'found' });
    watch.dispose();
  });
});
