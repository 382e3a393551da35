// Blocklists in a lab: weights, codes, lists that are silent or mad, listing and delisting, the trap, and the addresses
// inside a letter.

import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { readSites } from '../../../engine/policy/dnsbl-sites.ts';
import { TestLab, testTopology } from '../../support/lab.ts';
import { Telnet } from '../../support/telnet.ts';

const MX = 'mx1.harbor.example';
const VISITOR = '198.51.100.77';

let lab: TestLab;
beforeEach(async () => {
  const topology = testTopology(({ hosts }) => {
    const zones = hosts.find(({ name }) => name === 'ns.example')?.zones ?? {};
    const { soa, ttl } = zones['dnsbl.example'] as NonNullable<(typeof zones)[string]>;
    const list = (...records: { name: string; address: string }[]) => ({
      soa,
      ttl,
      records: records.map((record) => ({ ...record, type: 'A' as const })),
    });
    zones['good.example'] = list({ name: '77.100.51.198', address: '127.0.3.2' });
    zones['policy.example'] = list(
      { name: '77.100.51.198', address: '127.0.0.10' },
      { name: '77.100.51.198', address: '127.0.0.4' },
    );
    zones['mad.example'] = list({ name: '*', address: '127.0.0.2' });
    zones['parked.example'] = list({ name: '*', address: '192.0.2.80' });
  });
  lab = await TestLab.open({ topology });
});
afterEach(() => lab.close());

const set = (policy: string, value: Record<string, unknown> = {}) =>
  lab.send('config.patch', { host: MX, path: `/policies/${policy}`, value: { enabled: true, ...value } });

async function asked(recipient = 'bob@harbor.example', sender = 'me@visitor.example'): Promise<string> {
  const telnet = await Telnet.open(lab.door(MX, 25));
  await telnet.reply();
  await telnet.ask('EHLO visitor.example');
  await telnet.ask(`MAIL FROM:<${sender}>`);
  const reply = await telnet.ask(`RCPT TO:<${recipient}>`);
  await telnet.ask('QUIT');
  await telnet.close();
  return reply;
}

const codes = () =>
  lab
    .of('policy.decided')
    .at(-1)
    ?.data.reasons.map(({ code }) => code);

test('weights add up, and a list of good senders counts against the others', async () => {
  const zone = 'policy.example=127.0.0.[2..4]*2, good.example=127.0.[0..255].[1..3]*-2';
  await set('dnsbl', { zone, threshold: 1 });
  expect(await asked()).toBe('250 2.1.5 Ok');
  expect(codes()).toEqual(['dns.answer', 'dnsbl.listed', 'dns.answer', 'dnsbl.good', 'dnsbl.score']);
  await set('dnsbl', { zone: 'policy.example=127.0.0.[2..4]*2, good.example=127.0.0.1*-2' });
  expect(await asked()).toBe(`554 5.7.1 Service unavailable; Client host [${VISITOR}] blocked using policy.example`);
  expect(codes()).toContain('dnsbl.otherCode');
  expect(
    lab
      .of('policy.decided')
      .at(-1)
      ?.data.otherwise?.map(({ code }) => code),
  ).toEqual(['dnsbl.delisted', 'dnsbl.threshold']);
});

test('a list that lists everybody is believed, unless it is tested', async () => {
  await set('dnsbl', { zone: 'mad.example' });
  expect(await asked()).toMatch(/^554 5\.7\.1 /);
  await set('dnsbl', { zone: 'mad.example', testEntry: true });
  expect(await asked()).toBe('250 2.1.5 Ok');
  expect(codes()?.at(-1)).toBe('dnsbl.listsEverybody');
});

test('an answer that isn’t in 127.0.0.0/8 lists nobody', async () => {
  await set('dnsbl', { zone: 'parked.example' });
  expect(await asked()).toBe('250 2.1.5 Ok');
});

test('a person lists and delists, and what is remembered counts until it expires', async () => {
  await set('dnsbl');
  expect(await asked()).toBe('250 2.1.5 Ok');
  const { serial } = await lab.send('blocklist.add', { zone: 'dnsbl.example', address: VISITOR, text: 'by hand' });
  expect(serial).toBe(2);
  // That it isn't listed is remembered for the zone's negative time.
  expect(await asked()).toBe('250 2.1.5 Ok');
  await lab.send('clock.advance', { ms: 301_000 });
  expect(await asked()).toMatch(/^554 5\.7\.1 .*blocked using dnsbl\.example; by hand$/);
  const { entries } = await lab.send('blocklist.show', { zone: 'dnsbl.example' });
  const listed = { by: 'hand', at: '2026-01-05T09:00:00.000Z' };
  expect(entries).toContainEqual({ address: VISITOR, answers: ['127.0.0.2'], text: 'by hand', listed });
  await lab.send('blocklist.remove', { zone: 'dnsbl.example', address: VISITOR });
  await lab.send('clock.advance', { ms: 3_601_000 });
  expect(await asked()).toBe('250 2.1.5 Ok');
  await expect(lab.send('blocklist.show', { zone: 'nowhere.example' })).rejects.toThrow('no name server');
  await expect(lab.send('blocklist.add', { zone: 'dnsbl.example', address: '1.2.3' })).rejects.toThrow('IP address');
});

test('a list that has died lists everybody, also beside addresses that it listed, and lives again as it was', async () => {
  const show = () => lab.send('blocklist.show', { zone: 'dnsbl.example' });
  const alive = await show();
  expect(alive.isDead).toBe(false);
  await set('dnsbl');
  await lab.send('blocklist.dead', { zone: 'dnsbl.example', on: true });
  expect(await asked()).toMatch(/^554 5\.7\.1 .*blocked using dnsbl\.example; this list has been closed/);
  // A neighbour of the listed 203.0.113.66, and one that comes on the list while it is dead.
  await lab.send('blocklist.add', {
    zone: 'dnsbl.example',
    address: '192.0.2.99',
    answers: ['127.0.0.2', '127.0.0.4'],
  });
  const lookup = (name: string) => lab.lab.run.context.resolverOf(MX).lookup(`${name}.dnsbl.example`, 'A', 'test');
  for (const name of ['67.113.0.203', '1.0.0.203', '1.2.3.4', '98.2.0.192']) {
    expect((await lookup(name)).answers.map(({ data }) => data)).toEqual(['127.0.0.2']);
  }
  expect((await lookup('99.2.0.192')).answers.map(({ data }) => data)).toEqual(['127.0.0.2', '127.0.0.4']);
  expect((await show()).isDead).toBe(true);
  await lab.send('blocklist.remove', { zone: 'dnsbl.example', address: '192.0.2.99' });
  await lab.send('blocklist.dead', { zone: 'dnsbl.example', on: false });
  expect(await show()).toEqual(alive);
});

test('a list that is full takes nobody more, and the trap goes on all the same', async () => {
  const { topology } = await lab.send('config.get', { host: 'ns.example' });
  const zone = topology.hosts[0]?.zones['dnsbl.example'];
  const records = Array.from({ length: 20_000 }, (_, at) => ({
    ...{ name: `${at % 250}.${Math.floor(at / 250)}.1.10`, type: 'A' as const, address: '127.0.0.2' },
  }));
  await lab.send('config.patch', { host: 'ns.example', path: '/zones/dnsbl.example', value: { ...zone, records } });
  await expect(lab.send('blocklist.add', { zone: 'dnsbl.example', address: VISITOR })).rejects.toThrow(
    'tooManyRecords',
  );
  await set('spam-trap', { trap: 'postmaster@harbor.example' });
  expect(await asked('postmaster@harbor.example')).toBe('250 2.1.5 Ok');
});

test('an IPv6 address is listed by its nibbles', async () => {
  await lab.send('blocklist.add', { zone: 'dnsbl.example', address: '2001:db8::a' });
  const { entries } = await lab.send('blocklist.show', { zone: 'dnsbl.example' });
  expect(entries.map(({ address }) => address)).toContain('2001:db8:0:0:0:0:0:a');
});

test('who writes to the trap is on the list, and a bounce isn’t', async () => {
  await set('spam-trap', { trap: 'postmaster@harbor.example' });
  const listed = async () =>
    (await lab.send('blocklist.show', { zone: 'dnsbl.example' })).entries.map((one) => one.address);
  expect(await asked('postmaster@harbor.example', '')).toBe('250 2.1.5 Ok');
  expect(await listed()).not.toContain(VISITOR);
  expect(await asked('postmaster@harbor.example')).toBe('250 2.1.5 Ok');
  expect(await listed()).toContain(VISITOR);
  await set('dnsbl');
  expect(await asked()).toMatch(/; wrote to a spam trap on 2026-01-05$/);
});

test('addresses in Received fields: the last one outside, or all of them', async () => {
  await lab.send('blocklist.add', { zone: 'dnsbl.example', address: '192.0.2.10', text: 'a laptop' });
  await set('dnsbl', { received: 'last', relays: '192.0.2.26' });
  // The campus relay is trusted here, so the address that it names is asked for: the submission server's.
  await lab.letter('bob@harbor.example');
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
  await set('dnsbl', { received: 'all' });
  await lab.letter('bob@harbor.example');
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
  expect(lab.of('smtp.data').findLast(({ data }) => !data.accepted)?.data.reply.text).toBe(
    'Service unavailable; Client host [192.0.2.10] blocked using dnsbl.example; a laptop',
  );
});

test('the setting is read whole or refused', () => {
  expect(readSites('a.example*2 b.example=127.0.0.[1;3..5]*-1')).toMatchObject([
    { zone: 'a.example', weight: 2 },
    { zone: 'b.example', weight: -1 },
  ]);
  for (const bad of ['', 'a.example*', 'a.example=1.2.3', 'a.example=127.0.0.[5..2]', 'a.example=127.0.0.256', '*2']) {
    expect(readSites(bad), bad).toBeUndefined();
  }
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => void readSites(text)));
});
