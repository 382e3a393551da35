// A session to the next hop is kept for the next letter, for a while (Postfix: connection cache). Counterpart:
// engine/smtp/client-pool.ts.

import { afterEach, expect, test } from 'vitest';

import { TestLab } from '../support/lab.ts';

const BOB = 'bob@harbor.example';
const RELAY = 'relay.campus.example';

let lab: TestLab;
afterEach(() => lab.close());

const calls = () => lab.of('conn.opened').filter((one) => one.host === RELAY && one.data.purpose === 'relay');

test('letter after letter goes over it until it has been idle for too long', async () => {
  lab = await TestLab.open({ serial: false });
  await lab.send('config.patch', { host: RELAY, path: '/mta/queue/connectionReuse_s', value: 60 });
  for (let letters = 0; letters < 3; letters += 1) expect(await lab.letter(BOB)).toMatch(/^250 /);
  const [first] = calls();
  expect(calls()).toHaveLength(1);
  await lab.send('clock.activity', { ms: 60_000 });
  await lab.seen('conn.closed', (one) => one.conn === first?.conn);
  expect(
    lab.of('wire.line').filter((one) => one.conn === first?.conn && one.data.bytes.startsWith('QUIT')),
  ).toHaveLength(1);
  expect(await lab.letter(BOB)).toMatch(/^250 /);
  expect(calls()).toHaveLength(2);
  expect(await lab.mailbox(BOB)).toHaveLength(4);
});

test('one that the other end gave up is no obstacle', async () => {
  lab = await TestLab.open({ serial: false });
  // Our own side would keep it for longer than the server waits for a word.
  await lab.send('config.patch', { host: RELAY, path: '/mta/queue/connectionReuse_s', value: 600 });
  expect(await lab.letter(BOB)).toMatch(/^250 /);
  await lab.send('clock.activity', { ms: 300_000 });
  expect(await lab.letter(BOB)).toMatch(/^250 /);
  expect(calls()).toHaveLength(2);
  expect(await lab.mailbox(BOB)).toHaveLength(2);
});

test('nothing is kept of a session that is over, also when it went on inside TLS', async () => {
  lab = await TestLab.open({ serial: false });
  const { internet } = lab.lab.run.context;
  const letters = async (count: number) => {
    for (let sent = 0; sent < count; sent += 1) expect(await lab.letter(BOB)).toMatch(/^250 /);
    await lab.send('clock.activity', { ms: 600_000 });
  };
  await letters(4);
  expect(lab.of('tls.started').length).toBeGreaterThanOrEqual(4);
  await expect.poll(() => internet.sockets).toBe(0);
});
