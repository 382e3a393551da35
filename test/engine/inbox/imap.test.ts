// Bob reads his mail with a real mail program over the lab's own Internet: what it says is on the wire, and what it does
// is in the Maildir.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { TestLab } from '../../support/lab.ts';

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
  await lab.send('inbox.flag', { address: BOB, uids: [1], flag: '\\Deleted', on: true });
  expect(await flagsOf(1)).toEqual(['Deleted']);
  await lab.send('inbox.flag', { address: BOB, uids: [1], flag: '\\Deleted', on: false });
  expect(await flagsOf(1)).toEqual([]);
  await lab.send('inbox.flag', { address: BOB, uids: [1], flag: '\\Deleted', on: true });
  await lab.send('inbox.remove', { address: BOB, uids: [1] });
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

const uidsOf = async (folder = 'INBOX') =>
  (await lab.send('inbox.list', { address: BOB, folder })).letters.map(({ uid }) => uid);

test('folders are made, filled, renamed and removed, and say what is unread in them', async () => {
  await lab.letter(BOB);
  await lab.letter(BOB);
  await lab.send('inbox.makeFolder', { address: BOB, folder: 'Grüße' });
  const moved = await lab.send('inbox.move', { address: BOB, uids: [1], to: { path: 'Grüße' } });
  expect(moved).toEqual({ folder: 'Grüße', uids: [1] });
  const { folders } = await lab.send('inbox.folders', { address: BOB });
  expect(folders).toMatchObject([
    { path: 'INBOX', use: 'inbox', total: 1, unread: 1 },
    { path: 'Grüße', listed: 'Gr&APwA3w-e', total: 1, unread: 1, depth: 0, selectable: true },
  ]);
  await lab.send('inbox.read', { address: BOB, folder: 'Grüße', uid: 1 });
  await lab.send('inbox.renameFolder', { address: BOB, folder: 'Grüße', to: 'Lists/Old' });
  expect((await lab.send('inbox.folders', { address: BOB })).folders).toMatchObject([
    { path: 'INBOX' },
    { path: 'Lists', selectable: false },
    { path: 'Lists/Old', name: 'Old', depth: 1, total: 1, unread: 0 },
  ]);
  expect(await uidsOf('Lists/Old')).toEqual([1]);
  await lab.send('inbox.removeFolder', { address: BOB, folder: 'Lists/Old' });
  expect(await uidsOf()).toEqual([2]);
});

test('the folder for a purpose is made when it is first needed, and then it is that one', async () => {
  await lab.letter(BOB);
  await lab.letter(BOB);
  const junk = { address: BOB, to: { use: 'junk' } } as const;
  expect(await lab.send('inbox.move', { ...junk, uids: [2] })).toEqual({ folder: 'Junk', uids: [1] });
  expect(await lab.send('inbox.move', { ...junk, uids: [1], copy: true })).toEqual({ folder: 'Junk', uids: [2] });
  expect(await uidsOf()).toEqual([1]);
  expect(await uidsOf('Junk')).toEqual([2, 1]);
  const stored = await lab.send('store.list', { address: BOB, folder: 'Junk' });
  expect(stored.letters.map(({ uid }) => uid)).toEqual([1, 2]);
  const { bytes } = await lab.send('inbox.read', { address: BOB, folder: 'Junk', uid: 2 });
  expect(bytes).toBe((await lab.send('store.read', { address: BOB, folder: 'Junk', uid: 2 })).bytes);
  await expect(lab.send('store.list', { address: BOB, folder: 'Jnk' })).rejects.toMatchObject({
    problem: 'unknown mailbox',
  });
});

test('several at once, and the server searches: what was sent can be seen', async () => {
  await lab.letter(BOB, 'The needle is here.');
  await lab.letter(BOB, 'Only hay.');
  await lab.letter(BOB, 'Heu und Nägel.');
  await lab.send('inbox.flag', { address: BOB, uids: [1, 2], flag: '\\Flagged', on: true });
  const search = (query: object) => lab.send('inbox.search', { address: BOB, ...query });
  expect(await search({ text: 'needle' })).toEqual({
    uids: [1],
    sent: expect.stringMatching(/UID SEARCH TEXT "?needle"?$/),
  });
  expect((await search({ text: 'nägel' })).uids).toEqual([3]);
  expect((await search({ flagged: true })).uids).toEqual([1, 2]);
  expect((await search({ unread: true, text: 'alice', in: 'from' })).uids).toEqual([1, 2, 3]);
  expect((await search({ text: 'bob', in: 'from' })).uids).toEqual([]);
});

test('an answer names what it answers, and the list tells', async () => {
  await lab.letter(BOB);
  const [first] = (await lab.send('inbox.list', { address: BOB })).letters;
  expect(first?.messageId).toMatch(/^<.+@laptop\.campus\.example>$/);
  const { messageId = '' } = first ?? {};
  await lab.send('mail.send', { from: BOB, to: [BOB], subject: 'Re: A letter', inReplyTo: messageId });
  await lab.lab.settled();
  const { letters } = await lab.send('inbox.list', { address: BOB });
  expect(letters.map(({ references }) => references)).toEqual([[messageId], []]);
});

test('what is sent with an attachment is what was shown before, and a copy lies in Sent', async () => {
  const letter = {
    from: BOB,
    to: [ALICE],
    subject: 'Grüße',
    text: 'See there.',
    attachments: [{ name: 'naïve plan.txt', type: 'text/plain', base64: 'SGVsbG8gdGhlcmUu' }],
  };
  const { bytes } = await lab.send('mail.compose', letter);
  const { copy } = await lab.send('mail.send', { ...letter, keepCopy: true });
  expect(copy).toEqual({ folder: 'Sent' });
  await lab.lab.settled();
  const sent = await lab.send('inbox.read', { address: BOB, folder: 'Sent', uid: 1 });
  const changing = /^(Message-ID|Date):.*$|--_NmP-\w+-Part_\d/gim;
  const still = (text: string) => text.replaceAll(changing, '').replaceAll(/boundary="[^"]*"/g, '');
  expect(still(sent.bytes)).toBe(still(bytes));
  expect(bytes).toContain('Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=');
  expect(bytes).toMatch(/filename\*0\*=utf-8''na%C3%AFve%20plan\.txt/);
  const [arrived = ''] = await lab.mailbox(ALICE);
  expect(arrived.endsWith(sent.bytes.slice(sent.bytes.indexOf('Content-Type: multipart/mixed')))).toBe(true);
});

test('a draft is kept, and replaced by the next', async () => {
  const draft = (text: string, instead?: number) =>
    lab.send('inbox.draft', {
      letter: { from: BOB, to: [], subject: 'Begun', text },
      ...(instead === undefined ? {} : { instead }),
    });
  expect(await draft('One')).toEqual({ folder: 'Drafts', uid: 1 });
  expect(await draft('One and two', 1)).toEqual({ folder: 'Drafts', uid: 2 });
  const { letters } = await lab.send('inbox.list', { address: BOB, folder: 'Drafts' });
  expect(letters).toMatchObject([{ uid: 2, flags: ['\\Draft', '\\Seen'], subject: 'Begun' }]);
});

test('what a server refuses is said in its words', async () => {
  await expect(lab.send('inbox.makeFolder', { address: BOB, folder: 'a*b' })).rejects.toMatchObject({
    problem: 'no inbox',
    message: expect.stringContaining('wildcards'),
  });
  await expect(lab.send('inbox.list', { address: BOB, folder: 'Nowhere' })).rejects.toMatchObject({
    problem: 'no inbox',
  });
  expect(await uidsOf()).toEqual([]);
});
