// Where a letter goes from a host: transport map, MX and its mistakes, fail-over, backups and loops.

import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';

import type { Topology, ZoneRecord } from '../../contract/topology.ts';
import { topologySchema } from '../../contract/topology.ts';
import { rankExchangers } from '../../engine/mta/exchangers.ts';
import { nextHopKey, transportFor } from '../../engine/mta/transport.ts';
import { TestLab, testTopology } from '../support/lab.ts';

let lab: TestLab | undefined;
afterEach(async () => {
  await lab?.close();
  lab = undefined;
});

const mx = (preference: number, exchange: string): ZoneRecord => ({ name: '@', type: 'MX', preference, exchange });
const a = (name: string, address: string): ZoneRecord => ({ name, type: 'A', address });

const MX1 = '203.0.113.25';
const MX2 = '203.0.113.26';
const NOBODY = '203.0.113.66';

/** The lab with a domain of these records, whose mail mx1 and mx2 pass to Bob. */
async function open(records: ZoneRecord[], change: (topology: Topology) => void = () => undefined): Promise<TestLab> {
  const topology = testTopology((one) => {
    for (const host of one.hosts) {
      const harbor = host.zones['harbor.example'];
      if (harbor) host.zones['r.example'] = { ...harbor, records };
      const { mta } = host;
      if (!mta) continue;
      if (host.name.startsWith('mx')) {
        mta.relayDomains.push('r.example');
        mta.relayRecipients.push('bob@r.example');
        mta.routes['r.example'] = { to: 'mail.harbor.example', port: 25, mx: false };
      }
      if (host.name.startsWith('mail.')) {
        mta.localDomains.push('r.example');
        mta.aliases['bob@r.example'] = ['bob@harbor.example'];
      }
    }
    change(one);
  });
  lab = await TestLab.open({ topology });
  return lab;
}

const hostOf = (topology: Topology, name: string) => topology.hosts.find((one) => one.name.startsWith(name));
const choice = (one: TestLab, host = 'relay.campus.example', domain = 'r.example') =>
  one.of('route.chosen').find((event) => event.host === host && event.data.domain === domain)?.data;
const takers = (one: TestLab) =>
  one
    .of('queue.delivered')
    .filter((event) => event.host === 'relay.campus.example')
    .map((event) => event.data.to);

describe('mail exchangers', () => {
  test('the lowest preference is tried first', async () => {
    const one = await open([mx(20, 'm2'), mx(10, 'm1'), a('m1', MX1), a('m2', MX2)]);
    await one.letter('bob@r.example');
    expect(takers(one)).toEqual(['m1.r.example']);
    expect(choice(one)?.hops.map((hop) => [hop.name, hop.preference])).toEqual([
      ['m1.r.example', 10],
      ['m2.r.example', 20],
    ]);
    expect(await one.mailbox('bob@harbor.example')).toHaveLength(1);
  });

  test('equal ones share the load, by chance of the seed', async () => {
    const one = await open([mx(10, 'm1'), mx(10, 'm2'), a('m1', MX1), a('m2', MX2)]);
    for (let count = 0; count < 12; count += 1) await one.letter('bob@r.example');
    expect(new Set(takers(one))).toEqual(new Set(['m1.r.example', 'm2.r.example']));
  });

  test('without MX the address itself takes the mail', async () => {
    const one = await open([a('@', MX1)]);
    await one.letter('bob@r.example');
    expect(choice(one)?.by).toBe('address');
    expect(takers(one)).toEqual(['r.example']);
  });

  test('an address literal is a server', async () => {
    const one = await open([]);
    await one.letter('bob@[203.0.113.25]');
    expect(choice(one, 'relay.campus.example', '[203.0.113.25]')?.by).toBe('literal');
    const [bounce = ''] = await one.mailbox('alice@campus.example');
    expect(bounce).toContain('Relay access denied');
  });

  test('null MX: the letter comes back at once with 556 5.1.10', async () => {
    const one = await open([mx(0, '.')]);
    await one.letter('bob@r.example');
    expect(choice(one)?.failure).toEqual({
      code: 556,
      enhanced: '5.1.10',
      text: 'Domain r.example does not accept mail (nullMX)',
    });
    expect((await one.mailbox('alice@campus.example'))[0]).toContain('Status: 5.1.10\r\n');
  });

  test('an alias or an address in the place of a name works, and is marked', async () => {
    const one = await open([
      mx(10, 'alias'),
      { name: 'alias', type: 'CNAME', target: 'mx1.harbor.example.' },
      mx(20, '203.0.113.26.'),
    ]);
    await one.letter('bob@r.example');
    expect(takers(one)).toEqual(['alias.r.example']);
    expect(choice(one)?.mistakes).toEqual([
      { code: 'mx is an alias', name: 'alias.r.example' },
      { code: 'mx is an address', name: '203.0.113.26' },
    ]);
    expect(choice(one)?.hops.map((hop) => hop.address)).toEqual([MX1, MX2]);
  });
});

describe('the next one is tried', () => {
  test('when nobody answers', async () => {
    const one = await open([mx(10, 'm0'), mx(20, 'm1'), a('m0', NOBODY), a('m1', MX1)]);
    await one.letter('bob@r.example');
    expect(takers(one)).toEqual(['m1.r.example']);
    expect(one.of('route.failedOver').map(({ data }) => [data.from, data.to, data.reply.text])).toEqual([
      [`m0.r.example[${NOBODY}]`, `m1.r.example[${MX1}]`, `connect to m0.r.example[${NOBODY}]:25: Connection refused`],
    ]);
  });

  test('when the greeting is a refusal', async () => {
    const one = await open([mx(10, 'm1'), mx(20, 'm2'), a('m1', MX1), a('m2', MX2)]);
    await one.send('hold.set', { id: 'greeting', server: 'mx1.harbor.example', from: 'server' });
    const sent = one.send('mail.send', { from: 'alice@campus.example', to: ['bob@r.example'] });
    const held = await one.seen('wire.held');
    await sent;
    await one.send('hold.release', {
      conn: held.conn ?? '',
      from: 'server',
      instead: '421 4.3.2 mx1.harbor.example busy\r\n',
    });
    await one.send('hold.clear', { id: 'greeting' });
    await one.lab.settled();
    expect(one.of('route.failedOver').map(({ data }) => data.reply.text)).toEqual([
      `host m1.r.example[${MX1}] refused to talk to me: 421 4.3.2 mx1.harbor.example busy`,
    ]);
    expect(takers(one)).toEqual(['m2.r.example']);
  });
});

describe('a server that is an exchanger itself', () => {
  const backup: ZoneRecord[] = [mx(10, 'main'), mx(20, 'spare'), mx(30, 'last')];
  const withBackup = (main: string) =>
    open([...backup, a('main', main), a('spare', MX2), a('last', MX1)], (topology) => {
      // mx2 has no route for the domain: it goes by DNS.
      const spare = hostOf(topology, 'mx2')?.mta;
      if (spare) delete spare.routes['r.example'];
    });

  test('keeps mail for a better one that is down, and never passes it to a worse one', async () => {
    const one = await withBackup(NOBODY);
    await one.letter('bob@r.example');
    expect(takers(one)).toEqual(['spare.r.example']);
    const { items } = await one.send('queue.list', { host: 'mx2.harbor.example' });
    expect(items.map((item) => item.lastReply)).toEqual([
      `451 connect to main.r.example[${NOBODY}]:25: Connection refused`,
    ]);
    expect(choice(one, 'mx2.harbor.example')?.passedOver).toEqual([
      { name: 'spare.r.example', preference: 20, why: 'ourselves' },
      { name: 'last.r.example', preference: 30, why: 'not better than us' },
    ]);
    expect(await one.mailbox('bob@harbor.example')).toHaveLength(0);
    const records = [...backup, a('main', MX1), a('spare', MX2), a('last', MX1)];
    await one.send('config.patch', { host: 'ns.example', path: '/zones/r.example/records', value: records });
    await one.send('clock.advance', { ms: 3 * 3_600_000 });
    expect(await one.mailbox('bob@harbor.example')).toHaveLength(1);
  });

  test('that finds only itself says that the mail loops back', async () => {
    const one = await open([mx(10, 'spare'), a('spare', MX2)], (topology) => {
      const spare = hostOf(topology, 'mx2')?.mta;
      if (spare) delete spare.routes['r.example'];
    });
    await one.letter('bob@r.example');
    expect(choice(one, 'mx2.harbor.example')?.failure?.text).toBe('mail for r.example loops back to myself');
    expect((await one.mailbox('alice@campus.example'))[0]).toContain('Status: 5.4.6\r\n');
  });

  test('never uses itself or a worse one, whatever the records', () => {
    const record = fc.record({
      name: fc.constantFrom('us', 'a', 'b', 'c', 'd'),
      preference: fc.nat(5),
      addresses: fc.constantFrom([], ['192.0.2.1']),
    });
    fc.assert(
      fc.property(fc.array(record), fc.nat(), (records, seed) => {
        let lot = seed;
        const { use, passedOver } = rankExchangers(
          records,
          ({ name }) => name === 'us',
          () => (lot = (lot * 48_271 + 11) % 2_147_483_647),
        );
        const ours = Math.min(...records.filter(({ name }) => name === 'us').map(({ preference }) => preference));
        expect(use.length + passedOver.length).toBe(records.length);
        expect(use.every(({ preference }) => preference < ours)).toBe(true);
        expect(use.map(({ preference }) => preference)).toEqual(
          use.map(({ preference }) => preference).toSorted((left, right) => left - right),
        );
      }),
    );
  });
});

describe('the transport map', () => {
  const { mta } = topologySchema.shape.hosts.element.shape;
  const settings = mta.parse({
    routes: {
      'boss@corp.example': '[private.corp.example]:2525',
      'corp.example': { to: 'hub.corp.example' },
      '.corp.example': 'departments.example',
      '*': '[smart.isp.example]:587',
    },
  });

  test.each([
    ['Boss@Corp.Example', 'boss@corp.example', 'private.corp.example:2525'],
    ['clerk@corp.example', 'corp.example', 'hub.corp.example:25'],
    ['a@sales.north.corp.example', '.corp.example', 'mx departments.example:25'],
    ['a@elsewhere.example', '*', 'smart.isp.example:587'],
  ])('%s fits %s and goes to %s', (recipient, entry, hop) => {
    if (!settings) throw new Error('no settings');
    expect(transportFor(recipient, settings)?.entry).toBe(entry);
    expect(nextHopKey(recipient, settings)).toBe(hop);
  });

  test('a letter takes the way of its entry', async () => {
    const one = await open([mx(10, 'm1'), a('m1', MX1)], (topology) => {
      const relay = hostOf(topology, 'relay')?.mta;
      if (relay) relay.routes['bob@r.example'] = { to: 'mx2.harbor.example', port: 25, mx: false };
    });
    await one.letter('bob@r.example');
    expect(choice(one)).toMatchObject({ by: 'transport map', entry: 'bob@r.example' });
    expect(takers(one)).toEqual(['mx2.harbor.example']);
  });
});
