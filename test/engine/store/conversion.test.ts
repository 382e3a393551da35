// Maildir to mailbox file and back: letters, flags, dates, uids, validities, folders and subscriptions go along.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imapMachine } from '../../../engine/access/imap/machine.ts';
import type { Flag } from '../../../engine/store/mailbox.ts';
import { writeAccount } from '../../../engine/store/account-copy.ts';
import { formatAt, freshPlace, mendPlace, takePlace } from '../../../engine/store/account-place.ts';
import type { Account } from '../../../engine/store/account.ts';
import { crashedDisk, MemoryDisk } from '../../../engine/world/memory-disk.ts';
import { Randomness } from '../../../engine/world/random.ts';
import { contextFor } from '../access/access-context.ts';
import { maildirOn, mboxOn, START_MS } from './accounts.ts';

const FLAGS: Flag[] = ['Seen', 'Answered', 'Flagged', 'Deleted', 'Draft', '=$Forwarded', '=work'];

function contentsOf(account: Account): unknown {
  const mailboxes = account.mailboxes().map(([name, mailbox]) => ({
    name,
    numbers: [mailbox.uidValidity, mailbox.uidNext],
    letters: mailbox.letters().map(({ uid, octets, flags, received_ms, recent }) => ({
      ...{ uid, octets, received_ms },
      // A Maildir has flags in cur/ only, where nothing is new.
      recent: recent && flags.size === 0,
      flags: [...flags].toSorted(),
      text: Buffer.from(mailbox.read(uid)).toString('latin1'),
    })),
  }));
  return { mailboxes, subscriptions: [...account.subscriptions()].toSorted() };
}

function convert(disk: MemoryDisk, account: Account, format: 'maildir' | 'mbox'): Account {
  const random = new Randomness(1, 1).stream('mail', 'conversion');
  const options = {
    disk,
    path: freshPlace('bob'),
    host: 'mail.harbor.example',
    random,
    separator: ':',
    quoting: 'mboxrd',
  } as const;
  writeAccount(account, format, options);
  takePlace(disk, 'bob');
  return format === 'mbox' ? mboxOn(disk) : maildirOn(disk);
}

const line = fc.oneof(
  fc.constantFrom('From me', '>From', '', 'Status: RO', 'X-UID: 7'),
  fc.string({ unit: 'binary-ascii' }),
);
const letter = fc.record({
  text: fc
    .array(line, { minLength: 1 })
    .map((lines) => lines.map((one) => `${one.replace(/[\r\n]/g, '')}\r\n`).join('')),
  flags: fc.subarray(FLAGS),
  at_s: fc.integer({ min: 0, max: 2 ** 31 }),
  folder: fc.constantFrom('INBOX', 'Sent', 'Lists/Mail 2.0'),
  gone: fc.boolean(),
});

describe('conversion', () => {
  it('loses nothing, there and back', () => {
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 8 }), (letters) => {
        const disk = new MemoryDisk();
        const account = maildirOn(disk);
        for (const name of ['Sent', 'Lists/Mail 2.0']) account.create(name);
        account.subscribe('Sent', true);
        for (const { text, flags, at_s, folder, gone } of letters) {
          const mailbox = account.find(folder);
          const uid = mailbox?.append(Buffer.from(text, 'latin1'), new Set(flags), at_s * 1000) ?? 0;
          if (at_s % 2 === 0) mailbox?.settle([uid]);
          if (gone) mailbox?.remove(uid);
        }
        const before = contentsOf(account);
        const inFiles = convert(disk, account, 'mbox');
        expect(contentsOf(inFiles)).toEqual(before);
        const again = convert(disk, inFiles, 'maildir');
        expect(contentsOf(again)).toEqual(before);
        expect(again.create('New').uidValidity).toBeGreaterThan(again.find('Sent')?.uidValidity ?? 0);
      }),
      { numRuns: 60 },
    );
  });

  it('sends away who has a mailbox open, and lets no letter slip in between', async () => {
    const disk = new MemoryDisk();
    const account = maildirOn(disk);
    const session = imapMachine(contextFor(account));
    for (const line of ['a LOGIN bob secret', 'b SELECT INBOX']) session.receive(Buffer.from(`${line}\r\n`));
    const delivery = account.inbox.deliver(Buffer.from('a: b\r\n\r\nc\r\n'), START_MS);
    account.close();
    const told = session.changed().map((one) => (one.kind === 'reply' ? Buffer.from(one.bytes).toString() : one.kind));
    expect(told).toEqual([expect.stringMatching(/^\* BYE/), 'close']);
    await expect(delivery).rejects.toThrow('kept elsewhere');
  });

  it('is done or not done after a crash at any point', () => {
    const disk = new MemoryDisk();
    const account = maildirOn(disk);
    account.inbox.append(Buffer.from('a: b\r\n\r\nc\r\n'), new Set(['Seen']), START_MS);
    account.inbox.settle([1]);
    disk.now.syncDir('bob/cur');
    const begun = disk.operations.length;
    const before = contentsOf(account);
    convert(disk, account, 'mbox');
    for (let count = begun; count <= disk.operations.length; count += 1) {
      const crashed = crashedDisk(disk.operations, count, false);
      mendPlace(crashed, 'bob');
      const opened = formatAt(crashed, 'bob') === 'mbox' ? mboxOn(crashed) : maildirOn(crashed);
      expect(contentsOf(opened), String(count)).toEqual(before);
    }
  });
});
