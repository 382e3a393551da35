// Bob reads over POP3: one mailbox, letters by number, and a deletion that is a mark until QUIT. What he asks for is on
// the wire, and what becomes of it is in the Maildir.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { testTopology, TestLab } from '../../support/lab.ts';

const BOB = 'bob@harbor.example';

let lab: TestLab;
beforeEach(async () => {
  lab = await TestLab.open();
  await lab.send('inbox.use', { address: BOB, reader: 'pop3' });
});
afterEach(() => lab.lab.close());

const list = (anew = false) => lab.send('inbox.list', { address: BOB, anew });
const stored = async () => (await lab.send('store.list', { address: BOB })).letters.map(({ uid }) => uid);
const said = (conn: string) =>
  lab
    .of('wire.line')
    .filter((event) => event.conn === conn && event.data.from === 'client')
    .map((event) => event.data.bytes.trimEnd());

test('a session lists what was there when it began, and the next one what came since', async () => {
  await lab.letter(BOB);
  const first = await list();
  expect(first.letters).toMatchObject([{ uid: 1, flags: [], from: 'alice@campus.example', subject: 'A letter' }]);
  await lab.letter(BOB);
  expect((await list()).letters).toHaveLength(1);
  const second = await list(true);
  expect(second.conn).not.toBe(first.conn);
  expect(second.letters.map(({ uid }) => uid)).toEqual([2, 1]);
  const commands = said(first.conn).map((line) => line.split(' ')[0]);
  expect(commands).toEqual(['CAPA', 'USER', 'PASS', 'STAT', 'UIDL', 'LIST', 'TOP', 'QUIT']);
  expect(lab.of('conn.opened').find((event) => event.conn === first.conn)?.data.server.port).toBe(995);
});

test('reading brings the octets of the file and is remembered by the program alone', async () => {
  await lab.letter(BOB, '.hidden\n..\nend');
  await list();
  const { bytes } = await lab.send('inbox.read', { address: BOB, uid: 1 });
  expect(bytes).toBe((await lab.send('store.read', { address: BOB, uid: 1 })).bytes);
  expect((await list()).letters).toMatchObject([{ flags: ['\\Seen'] }]);
  expect((await list(true)).letters).toMatchObject([{ flags: ['\\Seen'] }]);
  expect((await lab.send('store.list', { address: BOB })).letters).toMatchObject([{ flags: [] }]);
});

test('a deletion is a mark; one that is taken back leaves the others; QUIT carries them out', async () => {
  for (let count = 0; count < 3; count += 1) await lab.letter(BOB);
  const { conn } = await list();
  const mark = (uids: number[], on: boolean) => lab.send('inbox.flag', { address: BOB, uids, flag: '\\Deleted', on });
  await mark([1, 2], true);
  await mark([1], false);
  expect(said(conn).slice(-4)).toEqual(['DELE 1', 'DELE 2', 'RSET', 'DELE 2']);
  expect(await stored()).toEqual([1, 2, 3]);
  await lab.send('inbox.close', { address: BOB });
  expect(await stored()).toEqual([1, 3]);
  expect((await list()).letters.map(({ uid }) => uid)).toEqual([3, 1]);
});

test('who is cut off has deleted nothing', async () => {
  await lab.letter(BOB);
  await list();
  await lab.send('inbox.flag', { address: BOB, uids: [1], flag: '\\Deleted', on: true });
  lab.lab.run.inboxes.cut();
  await lab.lab.settled();
  expect(await stored()).toEqual([1]);
  expect((await list()).letters).toMatchObject([{ uid: 1, flags: [] }]);
});

test('removing for good ends the session, because that is when it happens', async () => {
  await lab.letter(BOB);
  await list();
  await lab.send('inbox.remove', { address: BOB, uids: [1] });
  expect(await stored()).toEqual([]);
  expect((await list()).letters).toEqual([]);
});

test('where nothing stays on the server, letters are taken and then deleted there', async () => {
  await lab.letter(BOB, 'Kept at home.');
  await lab.send('inbox.use', { address: BOB, reader: 'pop3', leave: false });
  const { conn } = await list();
  expect(said(conn).filter((line) => /^(RETR|DELE)/.test(line))).toEqual(['RETR 1', 'DELE 1']);
  await lab.letter(BOB, 'The next.');
  const { letters } = await list(true);
  expect(letters).toMatchObject([
    { uid: 2, kept: true },
    { uid: 1, kept: true, subject: 'A letter' },
  ]);
  await lab.send('inbox.close', { address: BOB });
  expect(await stored()).toEqual([]);
  expect((await lab.send('inbox.read', { address: BOB, uid: 1 })).bytes).toContain('Kept at home.');
  await lab.send('inbox.remove', { address: BOB, uids: [1] });
  expect((await list()).letters.map(({ uid }) => uid)).toEqual([2]);
});

test('the program searches what it has, and has no folders', async () => {
  await lab.letter(BOB);
  const found = await lab.send('inbox.search', { address: BOB, text: 'LETTER', in: 'subject' });
  expect(found).toEqual({ uids: [1] });
  const moving = lab.send('inbox.move', { address: BOB, uids: [1], to: { use: 'junk' } });
  await expect(moving).rejects.toMatchObject({ problem: 'no inbox', message: expect.stringContaining('no folders') });
});

test('a second session is told that the mailbox is in use', async () => {
  await lab.letter(BOB);
  await list();
  const shell = await lab.send('shell.open', { host: 'desk.harbor.example' });
  const { password } = lab.lab.run.user(BOB) ?? { password: '' };
  for (const line of [
    'openssl s_client -quiet -crlf -connect mail.harbor.example:995',
    `USER ${BOB}`,
    `PASS ${password}`,
  ]) {
    await lab.send('shell.submit', { shell: shell.shell, line });
  }
  await lab.seen('wire.line', (event) => event.data.bytes.includes('[IN-USE]'));
  await lab.send('shell.close', { shell: shell.shell });
});

test('without TLS the password is proved and not said', async () => {
  await lab.lab.close();
  const topology = testTopology(({ hosts }) => {
    for (const host of hosts) {
      host.listeners = host.listeners.filter(({ protocol }) => protocol !== 'pop3');
      if (host.name === 'mail.harbor.example') host.listeners.push({ port: 110, protocol: 'pop3', tls: 'none' });
    }
  });
  lab = await TestLab.open({ topology });
  await lab.letter(BOB);
  await lab.send('inbox.use', { address: BOB, reader: 'pop3' });
  const { conn, letters } = await list();
  expect(letters).toHaveLength(1);
  expect(said(conn).join('\n')).toMatch(/^CAPA\nAPOP bob@harbor\.example [0-9a-f]{32}\n/);
});
