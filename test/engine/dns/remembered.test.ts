// What a screen is told of the answers that hosts remember: which, how long still, and whether they hold any more.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { TestLab, testTopology } from '../../support/lab.ts';

const MX = 'mx1.harbor.example';
const NS = 'ns.example';

let lab: TestLab;
beforeEach(async () => {
  lab = await TestLab.open({ topology: testTopology(() => undefined) });
});
afterEach(() => lab.close());

const look = (name: string, type: 'A' | 'MX' | 'TXT') => lab.lab.run.context.resolverOf(MX).lookup(name, type, 'test');
const records = async () => {
  const { topology } = await lab.send('config.get', { host: NS });
  return topology.hosts[0]?.zones['campus.example']?.records ?? [];
};

test('an answer is told with its time, and is old as soon as the zone says something else', async () => {
  await look('relay.campus.example', 'A');
  const { now_ms } = await lab.send('clock.get', {});
  const told = { host: MX, name: 'relay.campus.example', type: 'A', rcode: 'NOERROR', data: ['192.0.2.26'] };
  const until_ms = now_ms + 3_600_000;
  expect(await lab.send('dns.cache', {})).toEqual({ answers: [{ ...told, until_ms, isOld: false }], cut: false });

  const changed = (await records()).map((one) =>
    one.type === 'A' && one.name === 'relay' ? { ...one, address: '192.0.2.27' } : one,
  );
  await lab.send('config.patch', { host: NS, path: '/zones/campus.example/records', value: changed });
  expect((await lab.send('dns.cache', {})).answers).toEqual([{ ...told, until_ms, isOld: true }]);

  await lab.send('clock.advance', { ms: 3_600_000 });
  expect((await lab.send('dns.cache', {})).answers).toEqual([]);
});

test('that there was nothing is remembered too, and is old when there is something', async () => {
  await look('campus.example', 'TXT');
  const nothing = { host: MX, name: 'campus.example', type: 'TXT', rcode: 'NOERROR', data: [] };
  expect((await lab.send('dns.cache', { zone: 'campus.example' })).answers).toMatchObject([
    { ...nothing, isOld: false },
  ]);
  expect((await lab.send('dns.cache', { zone: 'harbor.example' })).answers).toEqual([]);

  const more = [...(await records()), { name: '@', type: 'TXT' as const, text: 'v=spf1 -all' }];
  await lab.send('config.patch', { host: NS, path: '/zones/campus.example/records', value: more });
  expect((await lab.send('dns.cache', {})).answers).toMatchObject([{ ...nothing, isOld: true }]);
  await lab.send('dns.forget', {});
  expect((await lab.send('dns.cache', {})).answers).toEqual([]);
});

test('asking what is remembered leaves nothing in the log, and another order of records is no change', async () => {
  await look('harbor.example', 'MX');
  const before = lab.lab.run.context.log.seq;
  expect((await lab.send('dns.cache', {})).answers).toMatchObject([{ type: 'MX', isOld: false }]);
  expect(lab.lab.run.context.log.seq).toBe(before);
});
