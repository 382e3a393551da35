// At home: the provider drops what goes to port 25, and the port for submission is open.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { firewallBetween } from '../../engine/internet/firewall.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';
import { Person } from './shell/person.ts';

const HOME = 'home.provider.example';

let lab: TestLab;
beforeEach(async () => {
  lab = await TestLab.open({
    serial: false,
    topology: testTopology(({ doors }) => {
      doors.push({ as: HOME, host: 'mx2.harbor.example', port: 25, local: 0 });
    }),
  });
});
afterEach(() => lab.close());

const dropped = () =>
  lab.of('conn.refused').map(({ data: { client, address, port, problem } }) => [client, address, port, problem]);

test('a call to port 25 is never answered; the one to port 587 is', async () => {
  const person = await Person.open(lab, HOME);
  const trying = person.type('telnet mx1.harbor.example 25');
  await lab.seen('shell.output', (event) => event.data.text.includes('Trying 203.0.113.25'));
  expect(dropped()).toEqual([]);
  await lab.send('clock.activity', { ms: 30_000 });
  expect(await trying).toContain('telnet: Unable to connect to remote host: Connection timed out');
  expect(dropped()).toEqual([[HOME, '203.0.113.25', 25, 'dropped']]);
  await person.type('telnet submit.campus.example 587');
  await lab.seen('shell.output', (event) => event.data.text.includes('220 submit.campus.example ESMTP'));
  await person.type('QUIT');
  await person.back();
});

test('through a door that stands for home nothing is heard either', async () => {
  const telnet = await Telnet.open(lab.door('mx2', 25));
  let over = false;
  const heard = telnet.line().finally(() => (over = true));
  // Nobody tells when the call comes in: that is the point of it.
  while (!over) await lab.send('clock.activity', { ms: 30_000 });
  expect(await heard).toBeUndefined();
  expect(lab.of('conn.opened')).toEqual([]);
});

test('inside the provider’s network, and to other ports, everything passes', () => {
  const walls = [{ title: 'p', network: '198.51.100.128/26', blockedPorts: [25] }];
  const passes = (from: string, address: string, port: number) =>
    firewallBetween(walls, from, { address, port }) === undefined;
  expect(passes('198.51.100.140', '203.0.113.25', 25)).toBe(false);
  expect(passes('198.51.100.140', '198.51.100.129', 25)).toBe(true);
  expect(passes('198.51.100.140', '203.0.113.25', 587)).toBe(true);
  expect(passes('203.0.113.66', '198.51.100.140', 25)).toBe(true);
});
