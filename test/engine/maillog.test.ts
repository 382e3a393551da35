// The mail logs of a lab: the lines that a Postfix administrator knows, made of events alone.

import { afterEach, beforeEach, expect, test } from 'vitest';

import type { LabEvent } from '../../contract/events.ts';
import { maillogLines } from '../../engine/maillog.ts';
import { MaillogMemory } from '../../engine/maillog-memory.ts';
import { TestLab } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

let lab: TestLab;
beforeEach(async () => {
  lab = await TestLab.open();
});
afterEach(async () => {
  await lab.close();
});

/** The log of a host, queue ids and process numbers replaced by what they are. */
function logOf(host: string): string[] {
  return lab
    .of('log.written')
    .filter((event) => event.host.startsWith(`${host}.`))
    .map(({ data: { program, line } }) => `${program}: ${line}`)
    .map((line) => line.replace(/\[\d{4}\]/, '').replace(/\b[0-9A-Z]{10}\b/g, 'ID'));
}

test('a letter through mx1, from connect to removed', async () => {
  await lab.letter('bob@harbor.example');
  const messageId = /<.*>/.exec(
    lab.of('field.added').find((one) => one.data.name === 'Message-ID')?.data.raw ?? '',
  )?.[0];
  const size = lab.of('queue.entered').find((event) => event.host.startsWith('mx1'))?.data.octets;
  const relay = 'relay.campus.example[192.0.2.26]';
  expect(logOf('mx1')).toEqual([
    `posthorn/smtpd: connect from ${relay}`,
    `posthorn/smtpd: ID: client=${relay}`,
    `posthorn/cleanup: ID: message-id=${messageId}`,
    `posthorn/qmgr: ID: from=<alice@campus.example>, size=${size}, nrcpt=1 (queue active)`,
    `posthorn/smtpd: disconnect from ${relay} ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5`,
    'posthorn/smtp: ID: to=<bob@harbor.example>, relay=mail.harbor.example[10.20.0.5]:25, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as ID)',
    'posthorn/qmgr: ID: removed',
  ]);
  expect(logOf('mail').slice(-2)).toEqual([
    'posthorn/virtual: ID: to=<bob@harbor.example>, relay=virtual, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (delivered to mailbox)',
    'posthorn/qmgr: ID: removed',
  ]);
  expect(logOf('submit').slice(0, 3)).toEqual([
    'posthorn/submission/smtpd: connect from laptop.campus.example[192.0.2.10]',
    'posthorn/submission/smtpd: Anonymous TLS connection established from laptop.campus.example[192.0.2.10]: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)',
    'posthorn/submission/smtpd: ID: client=laptop.campus.example[192.0.2.10], sasl_method=PLAIN, sasl_username=alice@campus.example',
  ]);
  expect(logOf('laptop')).toEqual([]);
});

test('a four-hop letter has at most 45 lines, and they stand in the cause of what they tell', async () => {
  await lab.letter('bob@harbor.example');
  const lines = lab.of('log.written');
  expect(lines.length).toBeLessThanOrEqual(45);
  for (const line of lines) expect(lab.events.find((event) => event.seq === line.cause)?.type).not.toBe('log.written');
});

test('refusals, mistakes and a client that leaves without a word', async () => {
  const telnet = await Telnet.open(lab.door('mx1', 25));
  await telnet.reply();
  await telnet.ask('EHLO visitor.example');
  await telnet.ask('MAIL FROM:<a@visitor.example>');
  await telnet.ask('RCPT TO:<x@elsewhere.example>');
  await telnet.ask('RCPT TO:<nobody@harbor.example>');
  await telnet.ask('HELP ME');
  await telnet.close();
  await lab.seen('conn.closed');
  const visitor = 'visitor.example[198.51.100.77]';
  const envelope = (to: string) => `from=<a@visitor.example> to=<${to}> proto=ESMTP helo=<visitor.example>`;
  expect(logOf('mx1')).toEqual([
    `posthorn/smtpd: connect from ${visitor}`,
    `posthorn/smtpd: NOQUEUE: reject: RCPT from ${visitor}: 554 5.7.1 <x@elsewhere.example>: Relay access denied; ${envelope('x@elsewhere.example')}`,
    `posthorn/smtpd: NOQUEUE: reject: RCPT from ${visitor}: 550 5.1.1 <nobody@harbor.example>: Recipient address rejected: User unknown in relay recipient table; ${envelope('nobody@harbor.example')}`,
    `posthorn/smtpd: lost connection after UNKNOWN from ${visitor}`,
    `posthorn/smtpd: disconnect from ${visitor} ehlo=1 mail=1 rcpt=0/2 unknown=0/1 commands=2/5`,
  ]);
});

test('deferred, tried again, and given up after the lifetime', async () => {
  await lab.send('config.patch', {
    host: 'mx1.harbor.example',
    path: '/policies/greylisting',
    value: { enabled: true, delay_s: 86_400 },
  });
  await lab.send('config.patch', { host: 'relay.campus.example', path: '/mta/queue/lifetime_s', value: 3600 });
  await lab.letter('bob@harbor.example');
  const said =
    'host mx1.harbor.example[203.0.113.25] said: 450 4.2.0 <bob@harbor.example>: Recipient address rejected: Greylisted (in reply to RCPT TO command)';
  const to = (delays: string) =>
    `posthorn/smtp: ID: to=<bob@harbor.example>, relay=mx1.harbor.example[203.0.113.25]:25, ${delays}, dsn=4.2.0, status=deferred (${said})`;
  expect(logOf('relay').at(-1)).toBe(to('delay=0, delays=0/0/0/0'));
  await lab.send('clock.next', {});
  expect(logOf('relay').slice(-2)).toEqual([
    expect.stringMatching(/^posthorn\/qmgr: ID: from=<alice@campus\.example>, size=\d+, nrcpt=1 \(queue active\)$/),
    to('delay=300, delays=300/0/0/0'),
  ]);
  await lab.send('clock.advance', { ms: 7_200_000 });
  const log = logOf('relay');
  expect(log).toContain('posthorn/qmgr: ID: from=<alice@campus.example>, status=expired, returned to sender');
  expect(log).toContain('posthorn/bounce: ID: sender non-delivery notification: ID');
  expect(log.at(-1)).toBe('posthorn/qmgr: ID: removed');
});

test('a forwarded letter and an unreachable host', async () => {
  await lab.letter('dave@forwarder.example');
  expect(logOf('lists')).toContain(
    'posthorn/local: ID: to=<dave@forwarder.example>, relay=local, delay=0, delays=0/0/0/0, dsn=2.0.0, status=sent (forwarded as ID)',
  );
  await lab.send('config.patch', {
    host: 'relay.campus.example',
    path: '/mta/routes',
    value: { '*': { to: 'ns.example' } },
  });
  await lab.letter('bob@harbor.example');
  expect(logOf('relay').at(-1)).toBe(
    'posthorn/smtp: ID: to=<bob@harbor.example>, relay=none, delay=0, delays=0/0/0/0, dsn=4.4.1, status=deferred (connect to ns.example[198.51.100.53]:25: Connection refused)',
  );
});

test('the same events give the same lines, and nothing is remembered of what has ended', async () => {
  await lab.letter(['bob@harbor.example', 'dave@forwarder.example', 'nobody@harbor.example']);
  const memory = new MaillogMemory();
  const events = lab.events.filter((event): event is LabEvent => event.type !== 'log.written');
  const again = events.flatMap((event) => maillogLines(memory, event)).map(({ host, text }) => `${host} ${text}`);
  const written = lab.of('log.written').map((event) => `${event.host} ${event.data.line}`);
  expect(again).toEqual(written);
  expect([memory.sessions.size, memory.entries.size, memory.because.size, memory.attempts.size]).toEqual([0, 0, 0, 0]);
  expect(memory.latest.size).toBe(0);
});

test('nothing from the network begins a line of its own', () => {
  const memory = new MaillogMemory();
  const base = { seq: 1, run: 1, at_ms: 0, mono_us: 0, host: 'mx1.harbor.example', queueId: 'Q', message: 'm' };
  const reply = { code: 450, text: 'x\ny\x1b[31m' };
  const [line] = maillogLines(memory, {
    ...base,
    type: 'queue.deferred',
    data: { recipients: ['a\r\nb@c'], reply, attempt: 1, next_ms: 0 },
  });
  expect(line?.text).toBe(
    'Q: to=<a? b@c>, relay=local, delay=0, delays=0/0/0/0, dsn=4.0.0, status=deferred (x y?[31m)',
  );
});
