// A server that was away asks its backup for what waits there.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { TestLab, testTopology } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

const BACKUP = 'mx2.harbor.example';
const BOB = 'bob@harbor.example';

let lab: TestLab;
let telnet: Telnet;

/** Where the backup's mail goes: nobody listens at the name server. */
const route = (to: string) =>
  lab.send('config.patch', { host: BACKUP, path: '/mta/routes', value: { 'harbor.example': { to } } });
const waits = async () => (await lab.send('queue.list', { host: BACKUP })).items.length;

beforeEach(async () => {
  lab = await TestLab.open({
    serial: false,
    topology: testTopology(({ doors }) => {
      doors.push({ as: 'visitor.example', host: BACKUP, port: 25, local: 0 });
    }),
  });
  telnet = await Telnet.open(lab.door('mx2', 25));
  await telnet.reply();
});
afterEach(async () => {
  await telnet.ask('QUIT');
  await telnet.close();
  await lab.close();
});

async function letterWaits(): Promise<void> {
  await route('ns.example');
  await telnet.ask('EHLO visitor.example');
  await telnet.ask('MAIL FROM:<a@visitor.example>');
  await telnet.ask(`RCPT TO:<${BOB}>`);
  await telnet.ask('DATA');
  telnet.type('Subject: waits\r\n\r\nFor you.\r\n.\r\n');
  expect(await telnet.reply()).toMatch(/^250 2\.0\.0 Ok: queued/);
  await lab.lab.settled();
  expect(await waits()).toBe(1);
  await route('mail.harbor.example');
}

test.each(['harbor.example', 'HARBOR.example', '@harbor.example'])('ETRN %s starts its mail', async (domain) => {
  await letterWaits();
  expect(await telnet.ask(`ETRN ${domain}`)).toBe('250 Queuing started');
  await lab.lab.settled();
  expect(await waits()).toBe(0);
  expect(await lab.mailbox(BOB)).toHaveLength(1);
  expect(lab.of('queue.operated').map(({ data }) => data.operation)).toEqual(['flush']);
});

test('what is on hold stays', async () => {
  await letterWaits();
  await lab.send('queue.hold', { host: BACKUP, queueIds: ['ALL'] });
  expect(await telnet.ask('ETRN harbor.example')).toBe('250 Queuing started');
  await lab.lab.settled();
  expect(await waits()).toBe(1);
});

test('what Postfix says to the rest', async () => {
  const differences = await telnet.dialogue(`
    C: ETRN harbor.example
    S: 503 5.5.1 Error: send HELO/EHLO first
    C: HELO visitor.example
    S: 250 mx2.harbor.example
    C: ETRN
    S: 500 Syntax: ETRN domain
    C: ETRN -
    S: 501 Error: invalid parameter syntax
    C: ETRN elsewhere.example
    S: 459 <elsewhere.example>: service unavailable
    C: MAIL FROM:<a@visitor.example>
    S: 250 2.1.0 Ok
    C: ETRN harbor.example
    S: 503 5.5.1 Error: MAIL transaction in progress
  `);
  expect(differences).toEqual([]);
});
