// What a sender is told of a letter's fate: bounces, warnings, successes, in Postfix's words.

import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { CommandInput } from '../../contract/commands.ts';
import { decideReport } from '../../engine/mta/report-decision.ts';
import { decodeXtext, encodeXtext, wantsReport } from '../../mail/dsn/wishes.ts';
import { walkMime } from '../../mail/mime.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let lab: TestLab;
beforeEach(async () => {
  // A domain whose mail exchanger is switched off.
  const topology = testTopology((one) => {
    const zones = one.hosts.find((host) => host.kind === 'dns')?.zones ?? {};
    zones['dead.example'] = {
      ttl: 3600,
      soa: {
        primary: 'ns.example.',
        mailbox: 'h.ns.example.',
        serial: 1,
        refresh_s: 1,
        retry_s: 1,
        expire_s: 1,
        negative_s: 300,
      },
      records: [
        { name: '@', type: 'MX', preference: 10, exchange: 'dead-mx' },
        { name: 'dead-mx', type: 'A', address: '203.0.113.66' },
      ],
    };
  });
  lab = await TestLab.open({ topology });
});
afterEach(() => lab.close());

type Wishes = NonNullable<CommandInput<'mail.send'>['dsn']>;

async function send(to: string[], dsn: Wishes = {}): Promise<void> {
  await lab.send('mail.send', { from: 'alice@campus.example', to, subject: 'will it?', text: 'Hello.', dsn });
  await lab.lab.settled();
}

const alice = () => lab.mailbox('alice@campus.example');
const told = () =>
  lab.of('dsn.decided').map(({ data }) => [data.recipient, data.action, data.told, data.why].join(' '));

describe('a refusal by the next hop', () => {
  test('comes back with its text, its codes and the whole letter', async () => {
    await send(['nobody@harbor.example']);
    const [bounce = ''] = await alice();
    expect(bounce.startsWith('Return-Path: <>\r\n')).toBe(true);
    const unfolded = bounce.replaceAll('\r\n    ', ' ');
    expect(unfolded).toContain(
      '<nobody@harbor.example>: host mx1.harbor.example[203.0.113.25] said: 550 5.1.1 <nobody@harbor.example>: ' +
        'Recipient address rejected: User unknown in relay recipient table (in reply to RCPT TO command)\r\n',
    );
    expect(unfolded).toContain(
      [
        'Final-Recipient: rfc822; nobody@harbor.example',
        'Original-Recipient: rfc822;nobody@harbor.example',
        'Action: failed',
        'Status: 5.1.1',
        'Remote-MTA: dns; mx1.harbor.example',
        'Diagnostic-Code: smtp; 550 5.1.1 <nobody@harbor.example>: Recipient address rejected: User unknown in relay recipient table',
      ].join('\r\n'),
    );
    expect(bounce).toContain('Content-Type: message/rfc822');
    expect(bounce).toContain('\r\n\r\nHello.\r\n');
    expect(told()).toEqual(['nobody@harbor.example failed true by default']);
    expect(bounce.split('\r\n').every((line) => line.length <= 998)).toBe(true);
  });

  test('is three parts to a MIME reader', async () => {
    await send(['nobody@harbor.example']);
    const [bounce = ''] = await alice();
    const tree = JSON.stringify(walkMime(bounce));
    for (const type of ['report', 'plain', 'delivery-status', 'rfc822']) expect(tree).toContain(type);
  });

  test('with RET=HDRS comes back with the header only, and names the envelope id', async () => {
    await send(['nobody@harbor.example'], { ret: 'HDRS', envid: 'bill 7+1' });
    const [bounce = ''] = await alice();
    expect(bounce).toContain('Content-Type: text/rfc822-headers');
    expect(bounce).toContain('Original-Envelope-Id: bill 7+1\r\n');
    expect(bounce).not.toContain('Hello.');
  });

  test('is not told with NOTIFY=NEVER, nor when only success was asked for', async () => {
    await send(['nobody@harbor.example'], { notify: ['NEVER'] });
    await send(['nobody@harbor.example'], { notify: ['SUCCESS'] });
    expect(await alice()).toEqual([]);
    expect(told()).toEqual([
      'nobody@harbor.example failed false never',
      'nobody@harbor.example failed false not asked',
    ]);
  });
});

describe('a letter that waits', () => {
  test('is told of after four hours, once, and given up after five days, as Postfix writes it', async () => {
    await send(['x@dead.example']);
    await lab.send('clock.advance', { ms: 3.9 * HOUR_MS });
    expect(await alice()).toHaveLength(0);
    await lab.send('clock.advance', { ms: 2 * HOUR_MS });
    const [warning = ''] = await alice();
    expect(warning).toContain('Subject: Delayed Mail (still being retried)\r\n');
    expect(warning).toContain('# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #');
    expect(warning).toContain(
      'Your message could not be delivered for more than 4 hour(s).\r\nIt will be retried until it is 5 day(s) old.',
    );
    expect(warning).toContain('Action: delayed\r\nStatus: 4.4.1\r\n');
    expect(warning).toContain('Will-Retry-Until: Sat, 10 Jan 2026');
    await lab.send('clock.advance', { ms: 5 * DAY_MS });
    const letters = await alice();
    expect(letters).toHaveLength(2);
    const bounce = letters[1] ?? '';
    const real = readFileSync('test/fixtures/transcripts/postfix-dsn-expired.txt', 'utf8');
    const shape = (text: string) =>
      text
        .slice(text.indexOf('This is a MIME'), text.search(/^Return-Path: <alice/m))
        .replaceAll('\r\n', '\n')
        .replace(/\n {4}/g, ' ')
        .replaceAll(/Postfix|Posthorn/g, 'MTA')
        .replaceAll(/submit\.sender\.test|relay\.campus\.example/g, 'HOST')
        .replaceAll(/sender\.test|campus\.example/g, 'DOMAIN')
        .replaceAll(/dead-mx\.(?:dead\.example|test)\[[\d.]+\]/g, 'MX')
        .replaceAll(/dead\.(?:test|example)/g, 'DEAD')
        .replaceAll(/^--.*$/gm, '--BOUNDARY')
        .replaceAll(/Queue-ID: .*/g, 'Queue-ID: ID')
        .replaceAll(/Arrival-Date: .*/g, 'Arrival-Date: DATE')
        .replaceAll('Encoding: 7bit', 'Encoding: 8bit');
    expect(shape(bounce)).toBe(shape(real));
    expect(lab.of('queue.bounced').map(({ data }) => data.reply.enhanced)).toEqual(['4.4.1']);
  });

  test('is told of with NOTIFY=DELAY, and its end isn’t', async () => {
    await send(['someone@dead.example'], { notify: ['DELAY'] });
    await lab.send('clock.advance', { ms: 6 * DAY_MS });
    expect(told()).toEqual(['someone@dead.example delayed true asked', 'someone@dead.example failed false not asked']);
    expect(await alice()).toEqual([expect.stringContaining('Action: delayed\r\n')]);
  });

  test('is not told of with NOTIFY=FAILURE', async () => {
    await send(['x@dead.example'], { notify: ['FAILURE'] });
    await lab.send('clock.advance', { ms: 6 * HOUR_MS });
    expect(await alice()).toHaveLength(0);
    expect(told()).toEqual(['x@dead.example delayed false not asked']);
  });
});

describe('a success that was asked for', () => {
  test('is told by whoever delivers, after every hop was told what is wanted', async () => {
    await send(['bob@harbor.example'], { notify: ['SUCCESS', 'FAILURE'], envid: 'QQ314159' });
    const [report = ''] = await alice();
    expect(report).toContain('Subject: Successful Mail Delivery Report\r\n');
    expect(report).toContain('Reporting-MTA: dns; mail.harbor.example\r\nOriginal-Envelope-Id: QQ314159\r\n');
    expect(report).toContain('Action: delivered\r\nStatus: 2.0.0\r\n');
    const lines = lab.of('wire.line').map(({ data }) => data.bytes);
    expect(lines.filter((line) => /^MAIL .* ENVID=QQ314159\r\n$/.test(line))).toHaveLength(4);
    expect(lines.filter((line) => line === 'RCPT TO:<bob@harbor.example> NOTIFY=SUCCESS,FAILURE\r\n')).toHaveLength(4);
  });

  test('names the address that the sender knew, behind an alias', async () => {
    await send(['dave@forwarder.example'], { notify: ['SUCCESS'] });
    const [report = ''] = await alice();
    expect(report).toContain(
      'Final-Recipient: rfc822; bob@harbor.example\r\nOriginal-Recipient: rfc822;dave@forwarder.example\r\n',
    );
  });
});

describe('a letter from nobody', () => {
  test('that fails goes to the postmaster of the host, from double-bounce', async () => {
    // The sender doesn't exist: the bounce is the letter from nobody that fails.
    await lab.send('mail.send', {
      from: 'alice@campus.example',
      to: ['nobody@harbor.example'],
      envelope: { from: 'ghost@campus.example' },
    });
    await lab.lab.settled();
    const [copy = ''] = await alice();
    expect(copy.startsWith('Return-Path: <double-bounce@relay.campus.example>\r\n')).toBe(true);
    expect(copy).toContain('Subject: Postmaster Copy: Undelivered Mail\r\n');
    expect(copy).toContain('Final-Recipient: rfc822; ghost@campus.example\r\n');
    expect(told()).toEqual([
      'nobody@harbor.example failed true by default',
      'ghost@campus.example failed true double bounce',
    ]);
  });

  test('ends where there is no postmaster either', async () => {
    await lab.send('config.patch', {
      host: 'mail.harbor.example',
      path: '/mta/localDomains',
      value: ['elsewhere.example'],
    });
    const telnet = await Telnet.open(lab.door('mx1', 25));
    await telnet.reply();
    for (const line of ['HELO visitor.example', 'MAIL FROM:<>', 'RCPT TO:<carol@harbor.example>', 'DATA'])
      await telnet.ask(line);
    expect(await telnet.ask('Subject: x\r\n\r\nbody\r\n.')).toMatch(/^250 /);
    await telnet.close();
    await lab.lab.settled();
    expect(told()).toEqual(['carol@harbor.example failed false null sender']);
  });
});

describe('who is told', () => {
  test.each([
    ['failed', 'a@b.example', undefined, 'told by default'],
    ['failed', 'a@b.example', ['NEVER'], 'silent never'],
    ['failed', 'a@b.example', ['DELAY'], 'silent not asked'],
    ['failed', '', undefined, 'told double bounce'],
    ['delayed', '', undefined, 'silent null sender'],
    ['failed', 'double-bounce@mx.example', undefined, 'silent double bounce'],
    ['relayed', 'a@b.example', ['SUCCESS'], 'told asked'],
  ] as const)('%s, from <%s>, NOTIFY=%s: %s', (action, from, notify, expected) => {
    const decision = decideReport(action, from, notify, 'postmaster@b.example');
    expect(`${decision.told ? 'told' : 'silent'} ${decision.why}`).toBe(expected);
  });

  test('xtext goes back and forth for every octet', () => {
    const all = Array.from({ length: 256 }, (_, at) => String.fromCharCode(at)).join('');
    expect(encodeXtext(all)).toMatch(/^[\x21-\x7e]+$/);
    expect(decodeXtext(encodeXtext(all))).toBe(all.replace(/[^\x20-\x7e\x80-\xff]/g, '?'));
    expect(wantsReport('delivered', undefined)).toBe(false);
  });
});
