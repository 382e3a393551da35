// Mailboxes on a real disk, read by programs that we didn't write: counts equal the files, octets are the same, a second
// synchronisation moves nothing, and what a person drops into a directory is told at once.

import fs from 'node:fs';
import path from 'node:path';

import { ImapFlow } from 'imapflow';
import { afterEach, describe, expect, test } from 'vitest';

import { imapMachine } from '../../engine/access/imap/machine.ts';
import { pop3Machine } from '../../engine/access/pop3/machine.ts';
import type { Account } from '../../engine/store/account.ts';
import { openMaildirAccount } from '../../engine/store/maildir-folders.ts';
import { RatedLabClock } from '../../engine/world/lab-clock.ts';
import { Randomness } from '../../engine/world/random.ts';
import { RealDisk } from '../../engine/world/real-disk.ts';
import { ENCODED, MULTIPART, PLAIN, START_MS } from '../engine/access/letters.ts';
import { serve, type TinyServer } from '../engine/access/tiny-server.ts';
import { missing, programPath } from '../support/programs.ts';
import { runProgram } from '../support/run-program.ts';
import { makeTemporaryDir } from '../support/temporary-dir.ts';

const cleanups: (() => Promise<unknown> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

interface Served {
  /** Where the programs may write. */
  dir: string;
  account: Account;
  imap: TinyServer;
  pop3: TinyServer;
}

/** bob with three letters, and one in a folder. */
async function served(): Promise<Served> {
  const dir = makeTemporaryDir();
  const account = openMaildirAccount({
    disk: new RealDisk(dir),
    path: 'bob',
    owner: 'bob@harbor.example',
    host: 'mail.harbor.example',
    lab: new RatedLabClock(START_MS, 0, () => 0),
    random: (mailbox) => new Randomness(1, 1).stream('mail', mailbox),
    separator: ':',
  });
  for (const octets of [PLAIN, ENCODED, MULTIPART]) await account.inbox.deliver(octets, START_MS);
  account.create('Lists/Mail 2.0').append(PLAIN, new Set(['Seen']), START_MS);
  const [imap, pop3] = [await serve(imapMachine, account), await serve(pop3Machine, account)];
  cleanups.push(
    () => fs.rmSync(dir, { recursive: true, force: true }),
    () => imap.close(),
    () => pop3.close(),
  );
  return { dir, account, imap, pop3 };
}

/** Every letter in the directories of a Maildir, as octets with the line ends of mail. */
function lettersIn(...place: string[]): Buffer[] {
  return ['new', 'cur'].flatMap((directory) => {
    const names = fs.readdirSync(path.join(...place, directory)).toSorted();
    return names.map((name) => fs.readFileSync(path.join(...place, directory, name)));
  });
}

const withCrLf = (octets: Buffer): string => octets.toString('latin1').replace(/\r?\n/g, '\r\n');
const asTexts = (...letters: Uint8Array[]): string[] =>
  letters.map((octets) => Buffer.from(octets).toString('latin1')).toSorted();

describe.skipIf(missing('mbsync'))('mbsync', () => {
  const sync = async ({ dir, imap }: Served): Promise<void> => {
    const near = path.join(dir, 'near');
    fs.mkdirSync(near, { recursive: true });
    const settings = path.join(dir, 'mbsyncrc');
    fs.writeFileSync(
      settings,
      `IMAPAccount bob
Host 127.0.0.1
Port ${imap.port}
User bob
Pass secret
SSLType None
AuthMechs LOGIN

IMAPStore far
Account bob

MaildirStore near
Path ${near}/
Inbox ${near}/INBOX
SubFolders Verbatim

Channel all
Far :far:
Near :near:
Patterns *
Create Both
Expunge Both
CopyArrivalDate yes
SyncState ${dir}/state-
`,
    );
    const run = await runProgram(programPath('mbsync'), ['--config', settings, '--all']);
    expect(run.code, run.stderr).toBe(0);
  };
  /** mbsync adds a field of its own to find letters again. */
  const without = (text: string): string => text.replace(/^X-TUID: .*\r?\n/m, '');

  test('brings every letter as it is, and finds nothing to do the second time', async () => {
    const lab = await served();
    await sync(lab);
    const near = path.join(lab.dir, 'near');
    const inbox = lettersIn(near, 'INBOX').map((octets) => without(withCrLf(octets)));
    expect(inbox.toSorted()).toEqual(asTexts(PLAIN, ENCODED, MULTIPART));
    expect(lettersIn(near, 'Lists', 'Mail 2.0').map((octets) => without(withCrLf(octets)))).toEqual(asTexts(PLAIN));

    const before = lab.imap.events.length;
    const files = [...lab.account.mailboxes()].map(([, mailbox]) => mailbox.letters());
    await sync(lab);
    const done = lab.imap.events.slice(before).filter((type) => type === 'imap.fetched');
    expect(done).toEqual([]);
    expect([...lab.account.mailboxes()].map(([, mailbox]) => mailbox.letters())).toEqual(files);
  });

  test('carries flags, removals, letters and folders up', async () => {
    const lab = await served();
    await sync(lab);
    const inbox = path.join(lab.dir, 'near/INBOX');
    const [first = ''] = fs.readdirSync(path.join(inbox, 'new'));
    fs.renameSync(path.join(inbox, 'new', first), path.join(inbox, 'cur', `${first.split(':')[0]}:2,FS`));
    const sent = path.join(lab.dir, 'near/Sent');
    for (const directory of ['', 'tmp', 'new', 'cur']) fs.mkdirSync(path.join(sent, directory));
    fs.writeFileSync(path.join(sent, 'cur/1767603600.1.desk:2,S'), PLAIN);
    await sync(lab);
    const flagged = lab.account.inbox.letters().filter(({ flags }) => flags.has('Flagged') && flags.has('Seen'));
    expect(flagged).toHaveLength(1);
    const up = lab.account.find('Sent');
    expect(up?.letters().map(({ uid }) => without(Buffer.from(up.read(uid)).toString('latin1')))).toEqual(
      asTexts(PLAIN),
    );
  });
});

describe.skipIf(missing('fetchmail'))('fetchmail', () => {
  const fetchmail = async (dir: string, server: TinyServer, protocol: string, options: string): Promise<string> => {
    const [settings, out] = [path.join(dir, 'fetchmailrc'), path.join(dir, 'fetched')];
    fs.rmSync(out, { force: true });
    fs.writeFileSync(
      settings,
      `set invisible
poll 127.0.0.1 protocol ${protocol} port ${server.port} auth password
  username bob password secret sslproto "" no rewrite ${options} mda "/bin/sh -c 'cat >> ${out}; echo --end-- >> ${out}'"
`,
      { mode: 0o600 },
    );
    const pid = path.join(dir, 'fetchmail.pid');
    const run = await runProgram(programPath('fetchmail'), ['-f', settings, '--nodetach', '--pidfile', pid]);
    expect(run.code, run.stderr).toBe(0);
    return fs.readFileSync(out, 'latin1').replace(/\r?\n/g, '\r\n');
  };

  test.each(['IMAP', 'POP3'])('fetches every letter over %s, and removes them when it is told to', async (protocol) => {
    const { dir, account, imap, pop3 } = await served();
    const server = protocol === 'IMAP' ? imap : pop3;
    const kept = await fetchmail(dir, server, protocol, 'fetchall keep');
    const letters = kept.split('--end--\r\n').filter(Boolean);
    expect(letters).toHaveLength(3);
    const [first = ''] = letters;
    expect(first.slice(first.indexOf('\r\n\r\n'))).toBe(
      asTexts(PLAIN)[0]?.slice(asTexts(PLAIN)[0]?.indexOf('\r\n\r\n')),
    );
    expect(account.inbox.letters()).toHaveLength(3);
    await fetchmail(dir, server, protocol, 'fetchall nokeep');
    expect(account.inbox.letters()).toEqual([]);
    expect(account.inbox.uidNext).toBe(4);
  });
});

describe.skipIf(missing('s-nail'))('s-nail', () => {
  test.each(['imap', 'pop3'] as const)('lists and shows letters over %s', async (protocol) => {
    const { [protocol]: server } = await served();
    const where = `${protocol}://bob:secret@127.0.0.1:${server.port}`;
    const commands = ['-Y', 'headers', '-Y', 'type 1', '-Y', 'xit'];
    const run = await runProgram(programPath('s-nail'), ['-n', '-#', '-S', 'v15-compat=yes', ...commands, '-f', where]);
    const shown = run.stdout.toString();
    expect(shown).toContain('Lunch at noon');
    expect(shown).toContain('With "quotes"');
    expect(shown).toContain('..two dots');
  });
});

describe('imapflow', () => {
  test('makes folders, moves letters there, and hears of a file that a person drops into new/', async () => {
    const { dir, account, imap } = await served();
    const client = new ImapFlow({
      ...{ host: '127.0.0.1', port: imap.port, secure: false, doSTARTTLS: false, logger: false },
      auth: { user: 'bob', pass: 'secret' },
    });
    await client.connect();
    cleanups.push(() => client.logout());
    await client.mailboxCreate(['Grüße']);
    await client.mailboxCreate(['Junk']);
    const listed = await client.list();
    expect(listed.map(({ path: name, specialUse }) => [name, specialUse])).toEqual(
      expect.arrayContaining([
        ['Grüße', undefined],
        ['Junk', '\\Junk'],
        ['Lists/Mail 2.0', undefined],
      ]),
    );
    await client.mailboxOpen('INBOX');
    expect(await client.messageMove('2', 'Junk')).toMatchObject({ uidMap: new Map([[2, 1]]) });
    expect(account.find('Junk')?.letters()).toHaveLength(1);
    expect(fs.readdirSync(path.join(dir, 'bob/.Junk/new'))).toHaveLength(1);

    const exists = new Promise<number>((resolve) =>
      client.once('exists', ({ count }: { count: number }) => resolve(count)),
    );
    const idling = client.idle();
    fs.writeFileSync(path.join(dir, 'bob/tmp/by-hand'), PLAIN);
    fs.renameSync(path.join(dir, 'bob/tmp/by-hand'), path.join(dir, 'bob/new/1767700000.by-hand'));
    expect(await exists).toBe(3);
    await client.noop();
    await idling;
    expect((await client.fetchAll('3', { uid: true, size: true })).map(({ uid, size }) => [uid, size])).toEqual([
      [4, PLAIN.length],
    ]);
  });
});
