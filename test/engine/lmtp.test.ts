// LMTP (RFC 2033): an answer for each recipient after the dot, and no queue behind it. Counterpart:
// engine/mta/direct-delivery.ts at the server, engine/smtp/client.ts at the relay.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { topologySchema } from '../../contract/topology.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { missing, programPath } from '../support/programs.ts';
import { runProgram } from '../support/run-program.ts';
import { Telnet } from '../support/telnet.ts';

const MX = 'mx1.harbor.example';
const MAIL = 'mail.harbor.example';
const BOB = 'bob@harbor.example';
const CAROL = 'carol@harbor.example';
const TEAM = 'team@harbor.example';
const TEXT = 'Subject: To each\r\n\r\nHello.\r\n.\r\n';

let lab: TestLab;

const patch = (path: string, value: never) => lab.send('config.patch', { host: MAIL, path, value });
const quota = (octets: number) =>
  patch('/policies/mailbox-full', { enabled: true, quota_octets: octets } satisfies object as never);

beforeEach(async () => {
  lab = await TestLab.open({
    serial: false,
    topology: testTopology(({ hosts, doors }) => {
      hosts.find(({ name }) => name === MAIL)?.listeners.push({ port: 24, protocol: 'lmtp', tls: 'none' });
      doors.push({ as: MX, host: MAIL, port: 24, local: 0 });
    }),
  });
});
afterEach(() => lab.close());

describe('at its port', () => {
  let telnet: Telnet;
  beforeEach(async () => {
    telnet = await Telnet.open(lab.door('mail', 24));
  });
  afterEach(() => telnet.close());

  test('there is a greeting of its own, nothing that needs a queue, and nothing goes on from here', async () => {
    const differences = await telnet.dialogue(`
      S: 220 mail.harbor.example LMTP Posthorn
      C: HELO mx1.harbor.example
      S: 500 5.5.2 Error: command not recognized
      C: EHLO mx1.harbor.example
      S: 500 5.5.2 Error: command not recognized
      C: MAIL FROM:<alice@campus.example>
      S: 503 5.5.1 Error: send LHLO first
      C: LHLO
      S: 501 Syntax: LHLO hostname
      C: LHLO mx1.harbor.example
      S: 250-mail.harbor.example
      S: 250-PIPELINING
      S: 250-SIZE 26214400
      S: 250-ENHANCEDSTATUSCODES
      S: 250-8BITMIME
      S: 250 SMTPUTF8
      C: MAIL FROM:<alice@campus.example>
      S: 250 2.1.0 Ok
      C: RCPT TO:<nobody@harbor.example>
      S: 550 5.1.1 <nobody@harbor.example>: Recipient address rejected: User unknown in virtual mailbox table
      C: RCPT TO:<alice@campus.example>
      S: 554 5.7.1 <alice@campus.example>: Relay access denied
      C: DATA
      S: 554 5.5.1 Error: no valid recipients
      C: QUIT
      S: 221 2.0.0 Bye
    `);
    expect(differences).toEqual([]);
  });

  test('each recipient has its own answer after the dot, in the order in which they were named', async () => {
    await lab.letter(CAROL, 'x'.repeat(5000));
    await quota(4000);
    await patch('/mta/aliases', { [TEAM]: [BOB] } as never);
    await telnet.reply();
    await telnet.ask(`LHLO ${MX}`);
    await telnet.ask('MAIL FROM:<alice@campus.example>');
    for (const to of [CAROL, BOB, TEAM]) expect(await telnet.ask(`RCPT TO:<${to}>`)).toBe('250 2.1.5 Ok');
    await patch('/mta/aliases', {} as never);
    await telnet.ask('DATA');
    telnet.type(TEXT);
    expect([await telnet.reply(), await telnet.reply(), await telnet.reply()]).toEqual([
      `452 4.2.2 <${CAROL}>: Recipient address rejected: Mailbox is full`,
      expect.stringMatching(/^250 2\.0\.0 <bob@harbor\.example> [0-9A-Z]+ Saved$/),
      `550 5.1.1 <${TEAM}>: Recipient address rejected: User unknown in virtual mailbox table`,
    ]);
    // What was promised is there already, and there is nothing besides.
    const [letter = ''] = await lab.mailbox(BOB);
    expect(letter).toContain('\r\nReceived: from mx1.harbor.example');
    expect(letter).toContain('with LMTP');
    expect((await lab.send('queue.list', { host: MAIL })).items).toEqual([]);
    expect(lab.of('smtp.data').flatMap(({ data }) => data.forwardPath ?? [])).toEqual([CAROL, BOB, TEAM]);
    const lines = lab.of('wire.line').filter(({ data }) => /^(?:452|250 2\.0\.0 <|550)/.test(data.bytes));
    expect(lines.map(({ data }) => data.bytes.slice(0, 3))).toEqual(['452', '250', '550']);
    expect(await telnet.ask('QUIT')).toBe('221 2.0.0 Bye');
  });

  test.skipIf(missing('python3'))('Python’s smtplib hands letters over', async () => {
    await telnet.reply();
    await telnet.ask('QUIT');
    const script = `
import smtplib,sys
c=smtplib.LMTP('127.0.0.1',int(sys.argv[1]),local_hostname='${MX}')
print(c.sendmail('alice@campus.example',['${BOB}','${CAROL}'],'Subject: one\\r\\n\\r\\nOne.\\r\\n'))
c.quit()`;
    const sent = await runProgram(programPath('python3'), ['-c', script, String(lab.door('mail', 24))], '');
    expect(`${sent.stdout.toString()}${sent.stderr}`.trim()).toBe('{}');
    for (const address of [BOB, CAROL]) expect(await lab.mailbox(address)).toHaveLength(1);
  });
});

test('a relay hands over by LMTP, and only who had no room waits in its queue until there is some', async () => {
  const value = { 'harbor.example': `lmtp:inet:${MAIL}:24` };
  await lab.send('config.patch', { host: MX, path: '/mta/routes', value });
  await lab.letter(CAROL, 'x'.repeat(5000));
  await quota(4000);
  await lab.letter([CAROL, BOB]);
  expect(await lab.mailbox(BOB)).toHaveLength(1);
  expect(await lab.mailbox(CAROL)).toHaveLength(1);
  const [waiting] = (await lab.send('queue.list', { host: MX })).items;
  expect(waiting?.recipients).toEqual([CAROL]);
  const [deferred] = lab.of('queue.deferred');
  expect(deferred).toMatchObject({ host: MX, data: { recipients: [CAROL], reply: { code: 452, enhanced: '4.2.2' } } });
  await quota(100_000);
  await lab.send('queue.flush', { host: MX });
  await lab.lab.settled();
  expect(await lab.mailbox(BOB)).toHaveLength(1);
  expect(await lab.mailbox(CAROL)).toHaveLength(2);
  expect((await lab.send('queue.list', { host: MX })).items).toEqual([]);
  const said = lab.of('log.written').filter(({ data }) => data.program.includes('lmtp'));
  expect(said.map(({ data }) => data.line)).toContainEqual(expect.stringMatching(/^msgid=.*: saved mail to bob@/));
});

test('nobody may speak it on port 25', () => {
  const topology = testTopology(({ hosts }) => {
    hosts.find(({ name }) => name === MAIL)?.listeners.splice(0, 1, { port: 25, protocol: 'lmtp', tls: 'none' });
  });
  expect(topologySchema.safeParse(topology).error?.issues[0]?.message).toBe('LMTP must not be spoken on port 25');
});
