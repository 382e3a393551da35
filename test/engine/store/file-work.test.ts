// What actions do to the files, as the host sheet shows it and lessons count it: deleting message 3 of 500 is one unlink
// in a Maildir, and in a mailbox file everything is written anew.
import { describe, expect, it } from 'vitest';
import { type FileDoing, fileDoingOf } from '../../../contract/file-work.ts';
import type { LabEvent } from '../../../contract/events.ts';
import type { AccessMachine } from '../../../engine/access/machine.ts';
import { imapMachine } from '../../../engine/access/imap/machine.ts';
import { pop3Machine } from '../../../engine/access/pop3/machine.ts';
import type { Account } from '../../../engine/store/account.ts';
import { MemoryDisk } from '../../../engine/world/memory-disk.ts';
import { contextFor } from '../access/access-context.ts';
import { maildirOn, mboxOn, START_MS } from './accounts.ts';

const LETTER = Buffer.from(`Subject: one of many\r\n\r\n${'x'.repeat(70)}\r\n`);

function talk(machine: AccessMachine, ...lines: string[]): FileDoing[] {
  machine.greet();
  const outputs = lines.flatMap((line) => machine.receive(Buffer.from(`${line}\r\n`)));
  return outputs.flatMap((one) => (one.kind === 'event' && one.type === 'store.files' ? one.data : []));
}

function filled(account: Account, letters = 500): Account {
  for (let count = 0; count < letters; count += 1) account.inbox.append(LETTER, new Set(['Seen']), START_MS);
  account.inbox.settle(account.inbox.letters().map(({ uid }) => uid));
  account.inbox.rest();
  return account;
}

const IMAP = ['a LOGIN bob secret', 'a SELECT INBOX', 'a STORE 3 +FLAGS.SILENT (\\Deleted)', 'a EXPUNGE', 'a LOGOUT'];
const POP3 = ['USER bob', 'PASS secret', 'DELE 3', 'QUIT'];
const sizeOf = (disk: MemoryDisk): number => disk.files.get('bob/INBOX')?.length ?? 0;

describe('deleting message 3 of 500', () => {
  it('renames and removes one file of a Maildir', () => {
    const account = filled(maildirOn(new MemoryDisk()));
    const doings = talk(imapMachine(contextFor(account)), ...IMAP);
    expect(
      doings.map(({ action, mailbox, count, read, written }) => ({ action, mailbox, count, read, written })),
    ).toEqual([
      { action: 'IMAP STORE', mailbox: 'bob@harbor.example', count: { renamed: 1 }, read: 0, written: 0 },
      { action: 'IMAP EXPUNGE', mailbox: 'bob@harbor.example', count: { removed: 1 }, read: 0, written: 0 },
    ]);
    expect(doings[1]?.steps).toEqual([{ act: 'removed', file: expect.stringMatching(/^cur\/.*,U=3:2,ST$/) }]);
    expect(talk(pop3Machine(contextFor(account)), ...POP3)).toMatchObject([
      { action: 'POP3 QUIT', count: { removed: 1 } },
    ]);
  });

  it('writes a mailbox file anew, all of it, twice', () => {
    const disk = new MemoryDisk();
    const account = filled(mboxOn(disk));
    const before = sizeOf(disk);
    const [marked, expunged, ...more] = talk(imapMachine(contextFor(account)), ...IMAP);
    expect(more).toEqual([]);
    expect(marked).toMatchObject({
      action: 'IMAP STORE',
      count: { created: 1, read: 1, rewritten: 1, removed: 1 },
      read: before,
    });
    expect(expunged?.steps.map(({ act, file }) => [act, file])).toEqual([
      ['created', 'INBOX.lock'],
      ['read', 'INBOX'],
      ['rewritten', 'INBOX'],
      ['removed', 'INBOX.lock'],
    ]);
    expect(expunged?.steps[2]?.octets).toBe(sizeOf(disk));
    expect(sizeOf(disk)).toBeGreaterThan(499 * LETTER.length);
    const quit = talk(pop3Machine(contextFor(account)), ...POP3);
    expect(quit).toMatchObject([{ action: 'POP3 QUIT', count: { rewritten: 1 } }]);
    expect(quit[0]?.written).toBeGreaterThan(498 * LETTER.length);
  });
});

describe('reading', () => {
  it.each([
    ['of a Maildir reads its file', () => filled(maildirOn(new MemoryDisk()), 30), 20 * LETTER.length],
    ['of a mailbox file reads a part of it', () => filled(mboxOn(new MemoryDisk()), 30), undefined],
  ])('%s, and long lists are told by their sums', (_what, open, octets) => {
    const [doing] = talk(
      imapMachine(contextFor(open())),
      'a LOGIN bob secret',
      'a SELECT INBOX',
      'a FETCH 1:20 BODY.PEEK[]',
    );
    expect(doing).toMatchObject({ action: 'IMAP FETCH', count: { read: 20 }, written: 0 });
    expect(doing?.steps.length).toBeLessThanOrEqual(12);
    expect(doing?.read).toBeGreaterThanOrEqual(20 * LETTER.length);
    if (octets !== undefined) expect(doing?.read).toBe(octets);
  });
});

describe('a delivery', () => {
  const event = (data: object): LabEvent => ({ type: 'store.delivered', data }) as unknown as LabEvent;

  it('into a Maildir is what every reader takes it to be', async () => {
    const disk = new MemoryDisk();
    const { inbox } = maildirOn(disk);
    const before = disk.operations.length;
    const delivered = await inbox.deliver(LETTER, START_MS);
    const doing = fileDoingOf(event({ mailbox: inbox.name, ...delivered, octets: LETTER.length }));
    const done = disk.operations.slice(before).flatMap((one) => {
      if (one.op === 'write') return { act: 'created', file: one.path.slice(4), octets: one.bytes.length };
      return one.op === 'rename' ? { act: 'renamed', file: one.from.slice(4), to: one.to.slice(4) } : [];
    });
    expect(doing?.steps).toEqual(done);
    expect([doing?.count, doing?.written]).toEqual([{ created: 1, renamed: 1 }, LETTER.length]);
  });

  it('into a mailbox file adds to its end, however large it is', async () => {
    const disk = new MemoryDisk();
    const { inbox } = filled(mboxOn(disk));
    const before = sizeOf(disk);
    const delivered = await inbox.deliver(LETTER, START_MS);
    const doing = fileDoingOf(event({ mailbox: inbox.name, ...delivered, octets: LETTER.length }));
    expect(doing?.steps).toEqual([
      { act: 'created', file: 'INBOX.lock', octets: expect.any(Number) },
      { act: 'appended', file: 'INBOX', octets: sizeOf(disk) - before },
      { act: 'removed', file: 'INBOX.lock' },
    ]);
  });
});
