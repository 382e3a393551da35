// Bob reads his mail with a real mail program over the lab's own Internet: what it says is on the wire, and what it does
// is in the Maildir.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { TestLab } from '../support/lab.ts';

const BOB = 'bob@harbor.example';
const ALICE = 'alice@campus.example';

let lab: TestLab;
beforeEach(async () => {
  lab = await TestLab.open();
});
afterEach(() => lab.lab.close());

const flagsOf = async (uid: number) =>
  (await lab.send('store.list', { address: BOB })).letters.find((one) => one.uid === uid)?.flags;

test('an empty Inbox is an empty list, and a letter that comes is in the next one', async () => {
  expect((await lab.send('inbox.list', { address: BOB })).letters).toEqual([]);
  await lab.letter(BOB);
  const { letters } = await lab.send('inbox.list', { address: BOB });
  expect(letters).toMatchObject([{ uid: 1, flags: [], from: ALICE, to: [BOB], subject: 'A letter' }]);
  expect(letters[0]?.date_ms).toBe(Date.parse('2026-01-05T09:00:00Z'));
});

test('reading gives the octets of the file and marks them seen', async () => {
  await lab.letter(BOB, 'Grüße.\n.\n');
  const { bytes } = await lab.send('inbox.read', { address: BOB, uid: 1 });
  expect(bytes).toBe((await lab.send('store.read', { address: BOB, uid: 1 })).bytes);
  expect(await flagsOf(1)).toEqual(['Seen']);
  expect((await lab.send('inbox.list', { address: BOB })).letters).toMatchObject([{ flags: ['\\Seen'] }]);
});

test('a letter is marked as deleted, taken back, and removed for good', async () => {
  await lab.letter(BOB);
  await lab.letter(BOB);
  await lab.send('inbox.flag', { address: BOB, uid: 1, flag: '\\Deleted', on: true });
  expect(await flagsOf(1)).toEqual(['Deleted']);
  await lab.send('inbox.flag', { address: BOB, uid: 1, flag: '\\Deleted', on: false });
  expect(await flagsOf(1)).toEqual([]);
  await lab.send('inbox.flag', { address: BOB, uid: 1, flag: '\\Deleted', on: true });
  await lab.send('inbox.remove', { address: BOB, uid: 1 });
  expect((await lab.send('inbox.list', { address: BOB })).letters.map(({ uid }) => uid)).toEqual([2]);
});

test('one connection from the desk, seen like any other, with its password starred, until it is closed', async () => {
  await lab.letter(BOB);
  const { conn } = await lab.send('inbox.list', { address: BOB });
  await lab.send('inbox.read', { address: BOB, uid: 1 });
  const opened = lab.of('conn.opened').filter((event) => event.data.protocol === 'imap');
  expect(opened).toMatchObject([
    { conn, data: { client: { host: 'desk.harbor.example' }, server: { host: 'mail.harbor.example', port: 993 } } },
  ]);
  expect(lab.of('tls.started').some((event) => event.conn === conn)).toBe(true);
  const lines = lab.of('wire.line').filter((event) => event.conn === conn);
  const commands = lines.filter((event) => event.data.from === 'client').map((event) => event.data.bytes);
  expect(commands.join('')).toMatch(/LOGIN|AUTHENTICATE/);
  expect(commands.join('')).toMatch(/UID FETCH 1/);
  expect(commands.join('')).toContain('IDLE');
  expect(lines.some((event) => event.data.secret !== undefined)).toBe(true);
  await lab.send('inbox.close', { address: BOB });
  await lab.seen('conn.closed', (event) => event.conn === conn);
});

test('the server tells an idle Inbox of new mail by itself', async () => {
  const { conn } = await lab.send('inbox.list', { address: BOB });
  await lab.seen('imap.idle', (event) => event.conn === conn);
  await lab.letter(BOB);
  await lab.seen('wire.line', (event) => event.conn === conn && event.data.bytes === '* 1 EXISTS\r\n');
});

test('a checkpoint logs it out first, and it comes back by itself', async () => {
  await lab.letter(BOB);
  await lab.send('inbox.list', { address: BOB });
  await lab.send('lab.checkpoint', { name: 'read' });
  expect((await lab.send('inbox.list', { address: BOB })).letters).toHaveLength(1);
  await lab.send('lab.reset', {});
  expect((await lab.send('inbox.list', { address: BOB })).letters).toEqual([]);
});

test('nobody of that name is an answer, and so is a wrong password', async () => {
  await expect(lab.send('inbox.list', { address: 'x@y.example' })).rejects.toMatchObject({ problem: 'unknown user' });
});

test('Bob answers by his own server', async () => {
  const { reply } = await lab.send('mail.send', { from: BOB, to: [ALICE], subject: 'Re: A letter' });
  await lab.lab.settled();
  expect(reply).toMatch(/^250/);
  expect((await lab.send('inbox.list', { address: ALICE })).letters).toMatchObject([{ subject: 'Re: A letter' }]);
});
