// The mailbox file: what is in it, what comes out again, what other programs and crashes do to it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMboxText, mboxEntry, toMboxText } from '../../../mail/mbox.ts';
import type { Flag, Mailbox } from '../../../engine/store/mailbox.ts';
import { StoreError } from '../../../engine/store/mailbox.ts';
import { folderFile, nameOfFile } from '../../../engine/store/folder-name.ts';
import { crashedDisk, MemoryDisk } from '../../../engine/world/memory-disk.ts';
import { mboxOn, START_MS } from './accounts.ts';

const octets = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const text = (mailbox: Mailbox, uid: number): string => Buffer.from(mailbox.read(uid)).toString('latin1');
const texts = (mailbox: Mailbox): string[] => mailbox.letters().map(({ uid }) => text(mailbox, uid));
const file = (disk: MemoryDisk, name = 'INBOX'): string =>
  Buffer.from(disk.files.get(`bob/${name}`) ?? []).toString('latin1');
const write = (disk: MemoryDisk, contents: string): void => void disk.files.set('bob/INBOX', octets(contents));
const LETTER = 'Return-Path: <alice@campus.example>\r\nSubject: rain\r\n\r\nFrom here on\r\n>From there\r\n\r\n';

describe('a mailbox file', () => {
  it('has the From_ line, the letter quoted, the fields of mail programs, a blank line', async () => {
    const disk = new MemoryDisk();
    const { inbox } = mboxOn(disk);
    expect(await inbox.deliver(octets(LETTER), START_MS + 999)).toMatchObject({ uid: 1 });
    expect(file(disk)).toBe(
      'From alice@campus.example  Mon Jan  5 09:00:00 2026\n' +
        'Return-Path: <alice@campus.example>\nSubject: rain\n' +
        `X-IMAPbase: ${START_MS / 1000} 0000000001\nX-UID: 1\n` +
        '\n>From here on\n>>From there\n\n\n',
    );
    expect(texts(inbox)).toEqual([LETTER]);
    expect(inbox.letters()).toMatchObject([{ octets: LETTER.length, received_ms: START_MS, recent: true }]);
    inbox.settle([1]);
    expect(file(disk)).not.toContain('Status');
    inbox.setFlags(1, new Set<Flag>(['Seen', 'Flagged', 'Draft', 'Answered', 'Deleted']));
    inbox.sync();
    expect(file(disk)).toContain('Status: RO\nX-Status: AFTD\nX-UID: 1\n');
    expect(texts(inbox)).toEqual([LETTER]);
    inbox.remove(1);
    inbox.sync();
    expect([file(disk), inbox.letters()]).toEqual(['', []]);
    expect([...disk.files.keys()].toSorted()).toEqual(['bob/.INBOX.uids', 'bob/INBOX']);
  });

  it('gives no uid twice, also when the highest letters went before a restart', async () => {
    const disk = new MemoryDisk();
    const { inbox } = mboxOn(disk);
    for (const one of ['a\r\n', 'b\r\n', 'c\r\n']) await inbox.deliver(octets(one), START_MS);
    for (const uid of [3, 2, 1]) inbox.remove(uid);
    inbox.sync();
    const again = mboxOn(disk).inbox;
    expect([again.uidNext, again.uidValidity]).toEqual([4, START_MS / 1000]);
  });

  it('takes no stranger at their word about what was read here', async () => {
    const disk = new MemoryDisk();
    const { inbox } = mboxOn(disk);
    const letter =
      'Status: RO\r\nX-UID: 99\r\nX-Original-X-Status: D\r\nX-IMAPbase: 1 2\r\nx-uid : 3\r\n\r\nStatus: R\r\n';
    await inbox.deliver(octets(letter), START_MS);
    for (const opened of [inbox, mboxOn(disk).inbox]) {
      expect(opened.letters()).toMatchObject([{ uid: 1, flags: new Set(), recent: true, octets: letter.length }]);
      expect(texts(opened)).toEqual([letter]);
    }
  });

  it('writes once for all that a command did', () => {
    const disk = new MemoryDisk();
    const { inbox } = mboxOn(disk);
    for (let count = 0; count < 50; count += 1) inbox.append(octets('x\r\n'), new Set(), START_MS);
    inbox.sync();
    const before = disk.operations.length;
    for (let uid = 1; uid <= 50; uid += 2) inbox.setFlags(uid, new Set<Flag>(['Seen']));
    for (let uid = 2; uid <= 50; uid += 2) inbox.remove(uid);
    inbox.sync();
    expect(disk.operations.slice(before).filter((one) => one.op === 'rename' && one.to === 'bob/INBOX')).toHaveLength(
      1,
    );
    expect(mboxOn(disk).inbox.letters()).toHaveLength(25);
  });
});

describe('what other programs do to the file', () => {
  it('gives uids to letters that they add, and notices what they remove', async () => {
    const disk = new MemoryDisk();
    const { inbox } = mboxOn(disk);
    for (const one of ['a\r\n', 'b\r\n']) await inbox.deliver(octets(one), START_MS);
    write(disk, file(disk) + mboxEntry('Subject: new\r\nStatus: R\r\n\r\nc\r\n', 'x@y.example', START_MS));
    inbox.refresh();
    inbox.sync();
    expect(inbox.letters().map(({ uid, flags }) => [uid, ...flags])).toEqual([[1], [2], [3, 'Seen']]);
    expect(file(disk)).toContain('X-UID: 3\n');
    write(disk, file(disk).replace(/^From [^]*?\n\n(?=From )/, ''));
    inbox.refresh();
    expect(inbox.letters().map(({ uid }) => uid)).toEqual([2, 3]);
    expect(texts(inbox)).toEqual(['b\r\n', 'Subject: new\r\n\r\nc\r\n']);
    expect(texts(mboxOn(disk).inbox)).toEqual(texts(inbox));
  });

  it('calls a letter whose text was changed another letter, and follows flags', async () => {
    const disk = new MemoryDisk();
    const { inbox } = mboxOn(disk);
    for (const one of ['a: 1\r\n\r\nhello\r\n', 'b: 1\r\n\r\nhello\r\n']) await inbox.deliver(octets(one), START_MS);
    write(disk, file(disk).replace('hello', 'hello world').replace('X-UID: 2', 'Status: RO\nX-UID: 2'));
    expect(text(inbox, 2)).toBe('b: 1\r\n\r\nhello\r\n');
    expect(inbox.letters().map(({ uid, flags, recent }) => [uid, ...flags, recent])).toEqual([
      [2, 'Seen', false],
      [3, true],
    ]);
    expect(() => inbox.read(1)).toThrow(StoreError);
  });

  it.each([
    ['no blank line at the end', 'From a@b Mon Jan  5 09:00:00 2026\nSubject: a\n\nb'],
    ['line ends of Windows', 'From a@b Mon Jan  5 09:00:00 2026\r\nSubject: a\r\n\r\nb\r\n\r\n'],
  ])('adds a letter behind one with %s', async (_what, contents) => {
    const disk = new MemoryDisk();
    write(disk, contents);
    const { inbox } = mboxOn(disk);
    await inbox.deliver(octets('second: 2\r\n\r\n'), START_MS);
    for (const opened of [inbox, mboxOn(disk).inbox]) {
      expect(texts(opened)).toEqual(['Subject: a\r\n\r\nb\r\n', 'second: 2\r\n\r\n']);
    }
  });

  it('keeps the numbers of a file that comes from elsewhere, also from a UW server', () => {
    const disk = new MemoryDisk();
    const internal =
      "From MAILER-DAEMON Mon Jan  5 09:00:00 2026\nSubject: DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA\n" +
      'X-IMAP: 1234567 0000000044\n\nThis text is part of the internal format of your mail folder.\n\n';
    write(disk, `${internal}From a@b Mon Jan  5 09:00:00 2026\nX-UID: 40\n\nb\n\n`);
    const { inbox } = mboxOn(disk);
    expect([inbox.uidValidity, inbox.uidNext, inbox.letters().map(({ uid }) => uid)]).toEqual([1234567, 45, [40]]);
    inbox.remove(40);
    inbox.sync();
    expect(file(disk)).toBe(internal);
  });

  it('defers a delivery, and refuses a change, while another program has the lock', async () => {
    const disk = new MemoryDisk();
    const { inbox } = mboxOn(disk);
    await inbox.deliver(octets('a\r\n'), START_MS);
    disk.files.set('bob/INBOX.lock', octets('4711'));
    await expect(inbox.deliver(octets('b\r\n'), START_MS)).rejects.toThrow(/unable to lock/);
    expect(() => inbox.setFlags(1, new Set<Flag>(['Seen']))).toThrow(StoreError);
    expect(() => inbox.remove(1)).toThrow(StoreError);
    expect(() => inbox.append(octets('b\r\n'), new Set(), START_MS)).toThrow(StoreError);
    write(disk, `${file(disk)}From half of`);
    inbox.refresh();
    expect(texts(inbox)).toEqual(['a\r\n']);
    disk.files.delete('bob/INBOX.lock');
    expect(await inbox.deliver(octets('b\r\n'), START_MS)).toMatchObject({ uid: 4 });
  });

  it('is read whatever it holds', () => {
    const line = fc.constantFrom(
      'From ',
      'From a@b Mon Jan  5 09:00:00 2026\n',
      '\n',
      'X-UID: 4294967295\n',
      'Status: RO\n',
    );
    const noise = fc.array(fc.oneof(line, line, fc.string()), { maxLength: 30 });
    fc.assert(
      fc.property(noise, (pieces) => {
        const disk = new MemoryDisk();
        write(disk, pieces.join(''));
        const { inbox } = mboxOn(disk);
        inbox.rest();
        const shown = texts(inbox);
        expect(shown.map((one) => one.length)).toEqual(inbox.letters().map((letter) => letter.octets));
        expect(texts(mboxOn(disk).inbox)).toEqual(shown);
      }),
      { numRuns: 300 },
    );
  });
});

describe('quoting', () => {
  const lines = fc.array(
    fc.oneof(
      fc.constantFrom('From ', '>From x', '>>From y', '', ' From', 'Status: RO', 'X-Original-X-UID: 1'),
      fc.string(),
    ),
  );
  const letters = lines.map((some) => some.map((one) => `${one.replace(/[\r\n\u0100-\uffff]/g, '')}\r\n`).join(''));

  it('of mboxrd gives every letter back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(letters.filter(Boolean), { minLength: 1, maxLength: 4 }), async (some) => {
        const disk = new MemoryDisk();
        const { inbox } = mboxOn(disk);
        for (const one of some) await inbox.deliver(octets(one), START_MS);
        inbox.setFlags(1, new Set<Flag>(['Seen']));
        inbox.sync();
        expect(texts(inbox)).toEqual(some);
        expect(texts(mboxOn(disk).inbox)).toEqual(some);
      }),
    );
  });

  it('of mboxo leaves the mark where it was put', () => {
    const stored = toMboxText('From a\r\n>From b\r\n', 'mboxo');
    expect(stored).toBe('>From a\n>From b\n');
    expect(fromMboxText(stored, 'mboxo')).toBe('>From a\r\n>From b\r\n');
  });
});

describe('a crash of a mailbox file', () => {
  it('loses nothing that was acknowledged, and shows nothing in halves, after any operation', async () => {
    const disk = new MemoryDisk();
    const { inbox } = mboxOn(disk);
    const kept: { after: number; uid: number; text: string }[] = [];
    const removed: { after: number; uid: number }[] = [];
    for (const one of ['first: 1\r\n\r\n1\r\n', 'second: 2\r\n\r\n22\r\n', 'third: 3\r\n\r\n333\r\n']) {
      const { uid } = await inbox.deliver(octets(one), START_MS);
      kept.push({ after: disk.operations.length, uid, text: one });
      inbox.settle([uid]);
      inbox.setFlags(uid, new Set<Flag>(['Seen']));
      inbox.sync();
    }
    for (const uid of [1, 3]) {
      removed.push({ after: disk.operations.length, uid });
      inbox.remove(uid);
      inbox.sync();
    }
    for (const lazy of [false, true]) {
      for (let count = 0; count <= disk.operations.length; count += 1) {
        const crashed = crashedDisk(disk.operations, count, lazy);
        const found = mboxOn(crashed).inbox;
        const gone = removed.filter(({ after }) => count > after).map(({ uid }) => uid);
        const shown = found.letters().map(({ uid }) => ({ uid, text: text(found, uid) }));
        for (const one of kept) {
          if (count < one.after || gone.includes(one.uid)) continue;
          expect(shown, `${count} ${lazy}`).toContainEqual({ uid: one.uid, text: one.text });
        }
        for (const one of shown) expect(kept.find(({ uid }) => uid === one.uid)?.text).toBe(one.text);
        expect(found.uidNext).toBeGreaterThan(Math.max(0, ...shown.map(({ uid }) => uid)));
        expect([...crashed.files.keys()].filter((name) => name.endsWith('.lock'))).toEqual([]);
      }
    }
  });

  it('leaves a full disk as it was', async () => {
    const disk = new MemoryDisk();
    const { inbox } = mboxOn(disk);
    disk.full = true;
    await expect(inbox.deliver(octets('x\r\n'), START_MS)).rejects.toThrow(/full/);
    expect(inbox.letters()).toEqual([]);
    disk.full = false;
    await inbox.deliver(octets('x\r\n'), START_MS);
    expect(texts(mboxOn(disk).inbox)).toEqual(['x\r\n']);
  });
});

describe('folders in files', () => {
  it.each([
    ['Sent', 'Sent'],
    ['Lists/Mail 2.0', 'Lists.Mail 2%2e0'],
    ['Lists/lock', 'Lists.%6cock'],
  ])('%s is the file %s, and back', (name, given) => {
    expect([folderFile(name), nameOfFile(given)]).toEqual([given, name]);
  });

  it('are the same after a restart, and numbers never come again', () => {
    const disk = new MemoryDisk();
    const account = mboxOn(disk);
    account.create('Sent').append(octets('one\r\n'), new Set(['Seen']), START_MS);
    account.create('Lists/Old').append(octets('two\r\n'), new Set(), START_MS);
    account.sync();
    account.rename('Lists', 'News');
    account.subscribe('Sent', true);
    const again = mboxOn(disk);
    expect(again.mailboxes().map(([name, mailbox]) => [name, mailbox.uidValidity, texts(mailbox)])).toEqual(
      account.mailboxes().map(([name, mailbox]) => [name, mailbox.uidValidity, texts(mailbox)]),
    );
    expect([...again.subscriptions()].toSorted()).toEqual(['INBOX', 'Sent']);
    const validity = again.find('Sent')?.uidValidity ?? 0;
    const saved = file(disk, 'Sent');
    again.remove('Sent');
    expect(again.create('Sent').uidValidity).toBeGreaterThan(validity);
    again.remove('Sent');
    // Put back by hand: these uids were given once.
    disk.files.set('bob/Sent', octets(saved));
    expect(mboxOn(disk).find('Sent')?.uidValidity).toBeGreaterThan(validity + 1);
    expect([...disk.files.keys()].filter((one) => /lock|new$/.test(one))).toEqual([]);
  });
});
