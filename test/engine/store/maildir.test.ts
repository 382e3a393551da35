// The Maildir: what it writes, what it finds again, what a crash leaves (design: the spool keeps its promise).
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Flag, MailboxChange } from '../../../engine/store/mailbox.ts';
import { StoreError } from '../../../engine/store/mailbox.ts';
import { Maildir, type MaildirOptions } from '../../../engine/store/maildir.ts';
import type { Disk } from '../../../engine/world.ts';
import { RatedLabClock } from '../../../engine/world/lab-clock.ts';
import { crashedDisk, MemoryDisk } from '../../../engine/world/memory-disk.ts';
import { Randomness } from '../../../engine/world/random.ts';
import { RealDisk } from '../../../engine/world/real-disk.ts';

const START_MS = Date.UTC(2026, 0, 5, 9, 0, 0);
const SECONDS = START_MS / 1000;
const octets = (text: string): Uint8Array => Buffer.from(text);
let run = 0;

async function open(disk: Disk, changes: Partial<MaildirOptions> = {}): Promise<Maildir> {
  run += 1; // as a restart does, so that names never repeat
  return Maildir.open({
    disk,
    path: 'hosts/mail/bob',
    name: 'bob@harbor.example',
    host: 'mail.harbor.example',
    lab: new RatedLabClock(START_MS, 0, () => 0),
    random: new Randomness(1, run).stream('mail', 'maildir'),
    ...changes,
  });
}

const shown = (maildir: Maildir) =>
  maildir.letters().map(({ uid, octets: size, received_ms, flags, recent }) => ({
    uid,
    size,
    received_ms,
    flags: [...flags],
    recent,
    text: Buffer.from(maildir.read(uid)).toString(),
  }));

const names = (disk: MemoryDisk): string[] =>
  [...disk.files.keys()]
    .map((path) => path.replace('hosts/mail/bob/', '').replace(/\.[2-9A-Z]{8}\./, '.*.'))
    .toSorted();

describe('a Maildir', () => {
  it('moves a letter from tmp to new to cur, with everything in its name', async () => {
    const disk = new MemoryDisk();
    const maildir = await open(disk);
    const { uid, file } = await maildir.deliver(octets('hello'), START_MS + 999);
    expect([uid, file]).toEqual([1, expect.stringMatching(/^\d+\.[2-9A-Z]{8}\.mail\.harbor\.example,S=5,U=1$/)]);
    const base = `${SECONDS}.*.mail.harbor.example,S=5,U=1`;
    expect(names(disk)).toEqual([`new/${base}`, 'posthorn-uids']);
    expect(disk.operations.map(({ op }) => op).slice(-4)).toEqual(['write', 'sync', 'rename', 'syncDir']);

    maildir.settle([1]);
    expect(names(disk)).toEqual([`cur/${base}:2,`, 'posthorn-uids']);
    maildir.setFlags(1, new Set<Flag>(['Seen', 'Flagged', 'Draft', 'Answered', 'Deleted']));
    expect(names(disk)).toEqual([`cur/${base}:2,DFRST`, 'posthorn-uids']);
    maildir.remove(1);
    expect(names(disk)).toEqual(['posthorn-uids']);
    expect(maildir.letters()).toEqual([]);
    expect(() => maildir.read(1)).toThrow(StoreError);
  });

  it('writes a semicolon where a colon may not be, and reads both', async () => {
    const disk = new MemoryDisk();
    const maildir = await open(disk, { separator: ';' });
    await maildir.deliver(octets('a'), START_MS);
    maildir.setFlags(1, new Set<Flag>(['Seen']));
    expect(names(disk)[0]).toMatch(/^cur\/.*,U=1;2,S$/);
    expect(shown(await open(disk)).map(({ flags }) => flags)).toEqual([['Seen']]);
  });

  it('is the same after it was opened again', async () => {
    const disk = new MemoryDisk();
    const maildir = await open(disk);
    for (const text of ['one', 'two', 'three', 'four']) await maildir.deliver(octets(text), START_MS);
    maildir.settle([1, 2]);
    maildir.setFlags(2, new Set<Flag>(['Answered']));
    maildir.remove(3);
    expect(maildir.append(octets('five'), new Set<Flag>(['Seen']), START_MS + 5000)).toBe(5);
    maildir.settle([5]);
    const again = await open(disk);
    expect(shown(again)).toEqual(shown(maildir));
    expect([again.uidNext, again.uidValidity]).toEqual([6, SECONDS]);
    expect(again.letters().map(({ file }) => file)).toEqual(maildir.letters().map(({ file }) => file));
  });

  it('gives no uid twice, also when the highest letters went before a restart', async () => {
    const disk = new MemoryDisk();
    const maildir = await open(disk);
    for (const text of ['one', 'two', 'three']) await maildir.deliver(octets(text), START_MS);
    for (const uid of [3, 2, 1]) maildir.remove(uid);
    const again = await open(disk);
    expect(again.uidNext).toBe(4);
    expect(await again.deliver(octets('four'), START_MS)).toMatchObject({ uid: 4 });
  });

  it('tells what changed, in order', async () => {
    const maildir = await open(new MemoryDisk());
    const changes: MailboxChange[] = [];
    const watch = maildir.onChange((change) => changes.push(change));
    await maildir.deliver(octets('one'), START_MS);
    maildir.settle([1]);
    maildir.setFlags(1, new Set<Flag>(['Seen']));
    maildir.remove(1);
    watch.dispose();
    await maildir.deliver(octets('two'), START_MS);
    expect(changes).toEqual([
      { kind: 'added', uid: 1, how: 'delivered' },
      { kind: 'flags', uid: 1 },
      { kind: 'removed', uid: 1 },
    ]);
  });

  it('keeps uids in order when many are delivered at once, with an append in between', async () => {
    const maildir = await open(new MemoryDisk());
    const changes: number[] = [];
    maildir.onChange((change) => change.kind === 'added' && changes.push(change.uid));
    const deliveries = Array.from({ length: 20 }, (_, index) => maildir.deliver(octets(String(index)), START_MS));
    maildir.append(octets('appended'), new Set(), START_MS);
    await Promise.all(deliveries);
    expect(changes).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
    expect(maildir.letters().map(({ uid }) => uid)).toEqual(changes);
  });

  it('takes in what a person puts there, and notices what a person deletes', async () => {
    const disk = new MemoryDisk();
    const maildir = await open(disk);
    await maildir.deliver(octets('ours'), START_MS);
    const ours = [...disk.files.keys()].find((path) => path.includes(',U=1')) ?? '';
    disk.files.set('hosts/mail/bob/cur/1700000000.from-elsewhere:2,S', octets('theirs'));
    disk.files.set(`${ours}`.replace('new/', 'cur/').concat(':2,F'), octets('a copy of ours'));
    disk.files.set('hosts/mail/bob/cur/.hidden', octets('no letter'));
    const again = await open(disk);
    expect(shown(again)).toMatchObject([
      { uid: 1, text: 'a copy of ours' },
      { uid: 2, text: 'theirs', flags: ['Seen'], received_ms: 1_700_000_000_000, size: 6 },
      { uid: 3, text: 'ours', recent: true },
    ]);
    expect(shown(await open(disk))).toEqual(shown(again));

    const theirs = [...disk.files.keys()].find((path) => path.includes('from-elsewhere')) ?? '';
    disk.files.delete(theirs);
    expect(() => again.read(2)).toThrow(StoreError);
    expect(again.letters().map(({ uid }) => uid)).toEqual([1, 3]);
  });

  it('delivers nothing on a full disk, and says so', async () => {
    const disk = new MemoryDisk();
    const maildir = await open(disk);
    disk.full = true;
    await expect(maildir.deliver(octets('x'), START_MS)).rejects.toMatchObject({ problem: 'full' });
    expect(() => maildir.append(octets('x'), new Set(), START_MS)).toThrow(StoreError);
    expect(maildir.letters()).toEqual([]);
    disk.full = false;
    expect(await maildir.deliver(octets('x'), START_MS)).toMatchObject({ uid: 1 });
  });

  it('withdraws a letter whose directory could not be synced', async () => {
    const disk = new MemoryDisk();
    const maildir = await open(disk);
    const sync = disk.syncDir.bind(disk);
    disk.syncDir = () => Promise.reject(new Error('broken disk'));
    await expect(maildir.deliver(octets('x'), START_MS)).rejects.toThrow('broken disk');
    disk.syncDir = sync;
    expect(names(disk)).toEqual(['posthorn-uids']);
    expect(await maildir.deliver(octets('y'), START_MS)).toMatchObject({ uid: 2 });
    expect(shown(maildir).map(({ text }) => text)).toEqual(['y']);
  });

  it('stays quick with 5,000 letters', async () => {
    const maildir = await open(new MemoryDisk());
    for (let count = 0; count < 5000; count += 1) await maildir.deliver(octets('x'), START_MS);
    maildir.settle(maildir.letters().map(({ uid }) => uid));
    for (let uid = 5000; uid > 0; uid -= 1) maildir.setFlags(uid, new Set<Flag>(['Seen']));
    expect(maildir.letters().every(({ flags, recent }) => flags.has('Seen') && !recent)).toBe(true);
  });
});

describe('a crash of a Maildir', () => {
  it('loses nothing that was acknowledged, and shows nothing in halves, after any operation', async () => {
    const disk = new MemoryDisk();
    const maildir = await open(disk);
    const acknowledged: { after: number; uid: number; text: string }[] = [];
    const removed: { after: number; uid: number }[] = [];
    for (const text of ['first letter', 'second letter', 'third letter']) {
      const { uid } = await maildir.deliver(octets(text), START_MS);
      acknowledged.push({ after: disk.operations.length, uid, text });
      maildir.settle([uid]);
      maildir.setFlags(uid, new Set<Flag>(['Seen']));
    }
    removed.push({ after: disk.operations.length, uid: 3 });
    maildir.remove(3);

    for (const lazy of [false, true]) {
      for (let count = 0; count <= disk.operations.length; count += 1) {
        const found = await open(crashedDisk(disk.operations, count, lazy));
        const letters = shown(found);
        const gone = removed.filter(({ after }) => count > after).map(({ uid }) => uid);
        for (const { after, uid, text } of acknowledged) {
          if (count < after || gone.includes(uid)) continue;
          expect(letters.find((letter) => letter.uid === uid)).toMatchObject({ text });
        }
        for (const { uid, text, size } of letters) {
          expect(text).toBe(acknowledged.find((one) => one.uid === uid)?.text);
          expect(size).toBe(text.length);
        }
        expect(found.uidNext).toBeGreaterThan(Math.max(0, ...letters.map(({ uid }) => uid)));
      }
    }
  });
});

describe('a Maildir on a real disk', () => {
  const folders: string[] = [];
  afterEach(async () => {
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });

  it('is what other programs know as one', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'posthorn-maildir-'));
    folders.push(folder);
    const disk = new RealDisk(folder);
    const separator = process.platform === 'win32' ? ';' : ':';
    const maildir = await open(disk, { separator });
    await Promise.all(['one', 'two'].map((text) => maildir.deliver(octets(text), START_MS)));
    maildir.append(octets('three'), new Set<Flag>(['Seen']), START_MS);
    maildir.settle([1]);
    expect(shown(maildir).map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    const list = (name: string) => readdir(join(folder, 'hosts/mail/bob', name));
    expect(await list('tmp')).toEqual([]);
    expect(await list('new')).toEqual([expect.stringMatching(/,S=3,U=2$/)]);
    expect((await list('cur')).toSorted((a, b) => a.slice(-5).localeCompare(b.slice(-5)))).toEqual([
      expect.stringMatching(/,S=3,U=1[:;]2,$/),
      expect.stringMatching(/,S=5,U=3[:;]2,S$/),
    ]);
    expect(shown(await open(disk, { separator }))).toMatchObject([{ uid: 1 }, { uid: 2 }, { uid: 3 }]);
    disk.close();
  });
});
