// Each shipped lab shows what it is meant to show: a letter takes the way.

import { afterEach, describe, expect, test } from 'vitest';

import { soundTopology } from '../../engine/open-lab.ts';
import { TOPOLOGIES } from '../../engine/topologies/index.ts';
import { TestLab } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

let lab: TestLab | undefined;
afterEach(async () => {
  await lab?.close();
  lab = undefined;
});

async function open(name: string): Promise<TestLab> {
  const topology = soundTopology(TOPOLOGIES[name], name);
  for (const door of topology.doors) door.local = 0;
  topology.dnsDoor = 0;
  lab = await TestLab.open({ topology });
  return lab;
}

const way = (one: TestLab) =>
  one.of('queue.entered').map((event) => `${event.host.split('.')[0] ?? ''} ${event.data.kind}`);

test('smarthost: everything leaves through the provider', async () => {
  const one = await open('smarthost');
  await one.letter('bob@harbor.example');
  expect(way(one)).toEqual(['relay submit', 'smtp relay', 'mail relay']);
  expect(one.of('route.chosen').map(({ data }) => data.by)).toEqual(['smarthost', 'mx']);
});

test('fail-over: two servers share what leaves, and the second exchanger takes it', async () => {
  const one = await open('fail-over');
  for (let count = 0; count < 8; count += 1) await one.letter('bob@harbor.example');
  const hosts = new Set(way(one).map((step) => step.split(' ')[0]));
  expect(hosts).toEqual(new Set(['relay', 'out1', 'out2', 'mx2', 'mail']));
  expect(one.of('route.failedOver')).toHaveLength(8);
  expect(await one.mailbox('bob@harbor.example')).toHaveLength(8);
});

test('corporate: the hub splits a letter for two departments', async () => {
  const one = await open('corporate');
  await one.letter(['ann@corp.example', 'wim@corp.example']);
  expect(await one.mailbox('ann@corp.example')).toHaveLength(1);
  expect(await one.mailbox('wim@corp.example')).toHaveLength(1);
  expect(way(one)).toContain('sales split');
  expect(way(one)).toContain('works split');
  expect(one.of('route.chosen').filter((event) => event.host === 'mx.corp.example')[0]?.data.entry).toBe(
    'corp.example',
  );
});

test('lists: members get the letter, the owner its bounce', async () => {
  const one = await open('lists');
  await one.letter('boats@club.example');
  expect(await one.mailbox('bob@harbor.example')).toHaveLength(1);
  expect((await one.mailbox('alice@campus.example'))[0]).toContain('List-Id: "Boats" <boats.club.example>');
  expect((await one.mailbox('carol@harbor.example'))[0]).toContain('gone@harbor.example');
});

test("open-relay-1995: a stranger sends in somebody else's name", async () => {
  const one = await open('open-relay-1995');
  const telnet = await Telnet.open(one.door('vax', 25));
  await telnet.reply();
  for (const line of ['HELO bot', 'MAIL FROM:<rector@campus.example>', 'RCPT TO:<bob@harbor.example>', 'DATA']) {
    expect(await telnet.ask(line)).toMatch(/^[23]/);
  }
  expect(await telnet.ask('Subject: Make money fast\r\n\r\nbody\r\n.')).toMatch(/^250 /);
  await telnet.close();
  await one.lab.settled();
  const [letter = ''] = await one.mailbox('bob@harbor.example');
  expect(letter).toContain('Received: from vax.campus.example');
  expect(letter).toContain('Received: from bot (');
});

describe('tables: where a letter to each address ends', () => {
  const ends: Record<string, { mailboxes: string[]; through: string[] }> = {
    'robert.shaw@club.example': { mailboxes: ['rob@club.example'], through: ['canonical', 'mailbox'] },
    'info@club.example': { mailboxes: ['cleo@club.example'], through: ['virtual', 'mailbox'] },
    'nobody@club.example': {
      mailboxes: ['cleo@club.example'],
      through: ['catch-all', 'alias', 'mailbox'],
    },
    'dora@club.example': { mailboxes: ['carol@harbor.example', 'dora@club.example'], through: ['forward', 'route'] },
    'sunday@regatta.example': {
      mailboxes: ['bob@harbor.example', 'carol@harbor.example', 'dora@club.example', 'rob@club.example'],
      through: ['virtual', 'alias', 'include', 'mailbox', 'forward', 'route', 'route'],
    },
  };
  test.each(Object.entries(ends))('%s', async (address, { mailboxes, through }) => {
    const one = await open('tables');
    const { steps } = await one.send('address.test', { host: 'mail.club.example', address });
    expect(steps.map(({ table }) => table)).toEqual(through);
    await one.letter(address);
    const got: string[] = [];
    for (const { address: mailbox } of one.lab.ready.users) {
      if ((await one.mailbox(mailbox)).length > 0) got.push(mailbox);
    }
    expect(got.toSorted()).toEqual(mailboxes);
  });

  test('who moved away is told of, and what leaves has its generic name', async () => {
    const one = await open('tables');
    await one.letter('eve@club.example');
    expect((await one.mailbox('alice@campus.example'))[0]).toContain('5.1.6');
    await one.send('mail.send', { from: 'rob@club.example', to: ['bob@harbor.example'], subject: 'A', text: 'B' });
    await one.lab.settled();
    expect((await one.mailbox('bob@harbor.example'))[0]).toMatch(/^From: robert\.shaw@club\.example/m);
  });
});
