// Before the queue and behind it: the same check refuses in the dialog, or takes the letter and bounces it afterwards, to
// whoever the sender claims to be. And what filters change about letters, at both places.

import { afterEach, describe, expect, test } from 'vitest';

import { MemoryDisk } from '../../../engine/world/memory-disk.ts';
import { manualWorld } from '../../../engine/world/manual-world.ts';
import { firstValue, splitMessage } from '../../../mail/fields.ts';
import { TestLab, testTopology } from '../../support/lab.ts';
import { Telnet } from '../../support/telnet.ts';

const MX = 'mx1.harbor.example';
const BOB = 'bob@harbor.example';
const ALICE = 'alice@campus.example';
const PLACES = ['before', 'after'] as const;

let lab: TestLab | undefined;
afterEach(async () => {
  await lab?.close();
  lab = undefined;
});

function here(): TestLab {
  if (!lab) throw new Error('no lab is open');
  return lab;
}

/** `compareProvenance`: off where the filter itself changes a letter between two of its server's ports. */
async function open(
  policies: Record<string, Record<string, unknown>>,
  { serial = true, compareProvenance = true } = {},
): Promise<void> {
  const topology = testTopology(({ hosts }) => {
    for (const host of hosts) if (host.name === MX) host.policies = policies;
  });
  lab = await TestLab.open({ topology, serial, compareProvenance, world: manualWorld(new MemoryDisk()) });
}

const checks = (placement: string, more: Record<string, unknown> = {}) => ({
  'content-checks': { enabled: true, placement, header: '/^Subject: .*lottery/ REJECT No lotteries here', ...more },
});

/** A visitor's letter at mx1, with any envelope sender; answers the reply to its final dot. */
async function stranger(subject: string, from = ALICE, body = 'Hello.'): Promise<string> {
  const telnet = await Telnet.open(here().door(MX, 25));
  await telnet.reply();
  for (const line of ['EHLO visitor.example', `MAIL FROM:<${from}>`, `RCPT TO:<${BOB}>`, 'DATA'])
    await telnet.ask(line);
  const reply = await telnet.ask([`From: ${from}`, `Subject: ${subject}`, '', body, '.'].join('\r\n'));
  await telnet.ask('QUIT');
  await telnet.close();
  await here().lab.settled();
  return reply;
}

const dialled = () =>
  here()
    .of('conn.opened')
    .filter(({ data }) => data.server.host === MX)
    .map(({ data }) => data.server.port);

describe('a letter that is refused', () => {
  test('before the queue: the client hears it, and nobody gets a bounce', async () => {
    await open(checks('before'));
    expect(await stranger('lottery')).toBe('550 5.7.1 No lotteries here');
    expect(here().of('queue.entered')).toEqual([]);
    expect(dialled()).toEqual([25]);
  });

  test('behind it: 250 first, and then a bounce to a sender who was forged', async () => {
    await open(checks('after'));
    expect(await stranger('lottery')).toMatch(/^250 2\.0\.0 Ok: queued as /);
    expect(await here().mailbox(BOB)).toEqual([]);
    const [bounce = ''] = await here().mailbox(ALICE);
    expect(firstValue(splitMessage(bounce).fields, 'Subject')).toBe('Undelivered Mail Returned to Sender');
    expect(bounce).toContain('No lotteries here');
    const refused = here().of('queue.bounced').at(0);
    expect(refused).toMatchObject({ host: MX, data: { reply: { code: 550, enhanced: '5.7.1' } } });
  });

  test('behind it, thrown away or kept back', async () => {
    await open(checks('after', { header: '/lottery/ DISCARD\n/prize/ HOLD' }));
    await stranger('lottery');
    expect(here().of('queue.removed').at(-1)?.data.outcome).toBe('delivered');
    await stranger('prize');
    expect(here().of('queue.operated').at(-1)?.data).toMatchObject({ operation: 'hold' });
    expect(await here().mailbox(BOB)).toEqual([]);
  });
});

describe('a letter that is let through', () => {
  test('goes to the filter and comes back, by real SMTP; its header shows that it was there twice', async () => {
    await open(checks('after'));
    await here().letter(BOB);
    const [letter = ''] = await here().mailbox(BOB);
    const received = splitMessage(letter).fields.filter(({ name }) => name === 'Received');
    expect(received.filter(({ value }) => value.includes(`by ${MX}`))).toHaveLength(2);
    expect(dialled()).toEqual([25, 10_025, 10_026]);
    const entered = here()
      .of('queue.entered')
      .filter(({ host }) => host === MX);
    expect(entered).toHaveLength(2);
    expect(entered[1]?.data.parents).toEqual([{ host: MX, queueId: entered[0]?.queueId }]);
    expect(entered[1]?.message).toBe(entered[0]?.message);
  });

  test('several at one time', async () => {
    await open(checks('after'), { serial: false });
    const sent = Array.from({ length: 8 }, (_, at) =>
      here().send('mail.send', { from: ALICE, to: [BOB], subject: `n${at}`, text: 'x' }),
    );
    await Promise.all(sent);
    await here().lab.settled();
    expect(await here().mailbox(BOB)).toHaveLength(8);
  });

  test('waits while the ports are closed by a stopped server, and is checked when it is started', async () => {
    await open(checks('after'));
    await here().send('config.patch', { host: MX, path: '/policies/content-checks/placement', value: 'before' });
    expect(here().lab.run.context.internet.listening('203.0.113.25', 10_025)).toBeUndefined();
    await here().send('config.patch', { host: MX, path: '/policies/content-checks/placement', value: 'after' });
    expect(here().lab.run.context.internet.listening('203.0.113.25', 10_025)).toBeDefined();
    await here().letter(BOB);
    expect(await here().mailbox(BOB)).toHaveLength(1);
  });
});

test('nobody from outside gets in by the port that checks nothing', async () => {
  await open(checks('after'));
  const { shell } = await here().send('shell.open', { host: 'visitor.example' });
  await here().send('shell.submit', { shell, line: 'telnet mx1.harbor.example 10026' });
  const opened = await here().seen('conn.opened', ({ data }) => data.server.port === 10_026);
  await here().seen('conn.closed', ({ conn }) => conn === opened.conn);
  expect(
    here()
      .of('wire.line')
      .filter(({ conn }) => conn === opened.conn),
  ).toEqual([]);
});

describe.each(PLACES)('what is changed about a letter, %s the queue', (placement) => {
  const one = async (policy: string, settings: Record<string, unknown>) => {
    await open({ [policy]: { enabled: true, placement, ...settings } }, { compareProvenance: placement === 'before' });
    await stranger('hello', 'me@visitor.example');
    return (await here().mailbox(BOB)).at(-1) ?? '';
  };

  test('a footer', async () => {
    const letter = await one('footer', { text: 'Checked.\nBy us.' });
    expect(letter).toMatch(/\r\n\r\nHello\.\r\n-- \r\nChecked\.\r\nBy us\.\r\n$/);
  });

  test('a word in the subject, in its place', async () => {
    const { fields } = splitMessage(await one('tag-subject', {}));
    expect(firstValue(fields, 'Subject')).toBe('[EXTERN] hello');
    expect(fields.at(-1)?.name).toBe('Subject');
    expect(here().of('field.changed')).toHaveLength(1);
  });

  test('one more recipient, of whom the header says nothing', async () => {
    await one('copy-to', { address: 'carol@harbor.example' });
    const [letter = ''] = await here().mailbox('carol@harbor.example');
    expect(
      splitMessage(letter).fields.some(({ name, value }) => name !== 'Delivered-To' && value.includes('carol')),
    ).toBe(false);
  });
});

test('a footer is written below plain text only', async () => {
  await open({ footer: { enabled: true } });
  await stranger('x', ALICE, 'x');
  await here().letter(BOB, 'Grüße');
  const said = here()
    .of('policy.decided')
    .map(({ data }) => data.reasons[0]?.code);
  expect(said).toEqual(['footer.added', 'footer.not']);
});

test('a host where nothing stands behind the queue has no such ports', async () => {
  await open(checks('before'));
  expect(here().lab.run.context.internet.listening('203.0.113.25', 10_026)).toBeUndefined();
});
