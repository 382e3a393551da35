// The filter that learns, in a lab: taught over IMAP and at the shell, it acts for one person and not for another, and
// knows what it was taught after a restart.

import { ImapFlow } from 'imapflow';
import { afterEach, describe, expect, test } from 'vitest';

import { MemoryDisk } from '../../../engine/world/memory-disk.ts';
import { manualWorld } from '../../../engine/world/manual-world.ts';
import { TestLab, testTopology } from '../../support/lab.ts';

const MAIL = 'mail.harbor.example';
const BOB = 'bob@harbor.example';
const JUNK = 'Cheap pills, cheap watches, cheap everything. Order today.';
const HONEST = 'The boat leaves the harbor at noon. Bring bread.';

let lab: TestLab | undefined;
afterEach(async () => {
  await lab?.close();
  lab = undefined;
});

function here(): TestLab {
  if (!lab) throw new Error('no lab is open');
  return lab;
}

async function open(settings: Record<string, unknown> = {}, disk = new MemoryDisk()): Promise<void> {
  const topology = testTopology(({ hosts }) => {
    for (const host of hosts) if (host.name === MAIL) host.policies = { bayes: { enabled: true, ...settings } };
  });
  // Letters are moved and removed, so they can't be compared with what was delivered at the end.
  lab = await TestLab.open({ topology, world: manualWorld(disk), serial: false, compareProvenance: false });
}

/** Bob's mail program does something. */
async function asBob(act: (client: ImapFlow) => Promise<unknown>): Promise<void> {
  const client = new ImapFlow({
    host: '127.0.0.1',
    port: here().door(MAIL, 143),
    secure: false,
    doSTARTTLS: false,
    auth: { user: BOB, pass: 'builder' },
    logger: false,
  });
  await client.connect();
  await act(client);
  await client.logout();
  await here().lab.settled();
}

/** Everything of a folder is moved. */
const move = (from: string, to: string) =>
  asBob(async (client) => {
    if (to !== 'INBOX') await client.mailboxCreate(to).catch(() => undefined);
    const lock = await client.getMailboxLock(from);
    await client.messageMove('1:*', to);
    lock.release();
  });

/** What the shell at the mail store prints. */
async function shell(line: string): Promise<string> {
  const { shell: name } = await here().send('shell.open', { host: MAIL });
  await here().send('shell.submit', { shell: name, line });
  await here().lab.settled();
  const printed = here()
    .of('shell.output')
    .filter(({ data }) => data.shell === name);
  return printed.map(({ data }) => data.text).join('');
}

/** One of each kind, taught: the junk by moving it, the honest one at the shell. */
async function teach(): Promise<void> {
  await here().letter(BOB, JUNK);
  await move('INBOX', 'Junk');
  await here().letter(BOB, HONEST);
  expect(await shell(`learn --ham bob`)).toContain('Learned tokens from 1 message(s) (1 message(s) examined)');
}

const where = () => here().of('store.delivered').at(-1)?.data.mailbox;
const decided = () =>
  here()
    .of('policy.decided')
    .findLast(({ data }) => data.policy === 'bayes')?.data;
const state = async () => (await here().send('policy.state', { host: MAIL, policy: 'bayes' })).records;

describe('what was moved to Junk', () => {
  test('sends the next like it there, with the words that decided', async () => {
    await open();
    await here().letter(BOB, JUNK);
    expect(where()).toBe(BOB);
    expect(decided()?.reasons).toEqual([{ code: 'bayes.untaught', params: { junk: 0, other: 0 } }]);
    await move('INBOX', 'Junk');
    await here().letter(BOB, HONEST);
    await shell('learn --ham bob');
    await here().letter(BOB, 'Order cheap watches today.');
    expect(where()).toBe(`${BOB}/Junk`);
    expect(decided()).toMatchObject({ stage: 'delivery', verdict: 'quarantine' });
    const words = decided()?.reasons.filter(({ code }) => code === 'bayes.word');
    expect(words?.length).toBeLessThanOrEqual(15);
    expect(words).toContainEqual({
      code: 'bayes.word',
      params: { token: 'cheap', junk: 1, other: 0, probability: '0.750' },
    });
    expect(decided()?.otherwise?.map(({ code }) => code)).toEqual(['bayes.word', 'bayes.above']);
    await here().letter(BOB, 'The boat leaves today at noon.');
    expect(where()).toBe(BOB);
    expect((await here().mailbox(BOB)).at(-1)).toMatch(/^Return-Path:[^]*\r\nX-Bayes: other, 0\.\d{4} of 0\.9\r\n/);
  });

  test('and back again teaches the contrary', async () => {
    await open();
    await teach();
    await here().letter(BOB, JUNK);
    expect(where()).toBe(`${BOB}/Junk`);
    await move('Junk', 'INBOX');
    const [whole] = await state();
    expect(whole).toMatchObject({ state: 'taught', learned: { junk: 0, other: 3 } });
    await here().letter(BOB, JUNK);
    expect(where()).toBe(BOB);
  });

  test('counts for the one who moved it, and nobody else', async () => {
    await open();
    await teach();
    await here().letter(['carol@harbor.example'], JUNK);
    expect(where()).toBe('carol@harbor.example');
    expect(decided()?.reasons[0]).toMatchObject({ code: 'bayes.untaught' });
  });
});

describe('what is done with junk', () => {
  test('marked, it stays in INBOX', async () => {
    await open({ onJunk: 'mark' });
    await teach();
    await here().letter(BOB, JUNK);
    expect(where()).toBe(BOB);
    expect((await here().mailbox(BOB)).at(-1)).toContain('\r\nX-Spam-Flag: YES\r\n');
  });

  test('refused, it bounces, since the dialog is long over', async () => {
    await open({ onJunk: 'refuse' });
    await teach();
    await here().letter(BOB, JUNK);
    expect(here().of('queue.bounced').at(-1)).toMatchObject({ host: MAIL, data: { reply: { code: 550 } } });
    expect((await here().mailbox('alice@campus.example')).at(-1)).toContain('This letter is junk, going by its words');
  });

  test('below the threshold nothing happens', async () => {
    await open({ threshold: 0.9999 });
    await teach();
    await here().letter(BOB, 'cheap');
    expect(where()).toBe(BOB);
    expect(decided()?.otherwise?.at(-1)?.code).toBe('bayes.below');
  });
});

describe('what it knows', () => {
  test('survives a restart, lies in a file, can be seen and forgotten', async () => {
    const disk = new MemoryDisk();
    await open({}, disk);
    await teach();
    const before = await state();
    expect(before.map(({ about }) => about.at(-1))).toContain('cheap');
    await lab?.close();
    await open({}, disk);
    expect(await state()).toEqual(before);
    expect(await shell(`cat home/${BOB}/words.json`)).toContain('"junk":1,"other":1');
    await here().send('policy.forget', { host: MAIL, policy: 'bayes', key: `${BOB} cheap` });
    expect((await state()).map(({ about }) => about.at(-1))).not.toContain('cheap');
    await here().send('policy.forget', { host: MAIL, policy: 'bayes', key: BOB });
    expect(await state()).toEqual([]);
    await here().letter(BOB, JUNK);
    expect(decided()?.reasons[0]?.code).toBe('bayes.untaught');
  });

  test('the shell says what it can’t do', async () => {
    await open();
    expect(await shell('learn')).toContain('usage: learn --spam|--ham USER [FOLDER]');
    expect(await shell('learn --spam nobody')).toContain('no mailbox of nobody is on this host');
    expect(await shell('learn --spam bob Nowhere')).toContain(`${BOB} has no folder Nowhere`);
  });

  test('a host without it reads no letter for it, and says nothing', async () => {
    await open({ enabled: false });
    await here().letter(BOB, JUNK);
    await move('INBOX', 'Junk');
    expect(await state()).toEqual([]);
    expect(here().of('policy.decided')).toEqual([]);
  });
});
