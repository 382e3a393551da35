// A letter's way through the lab: hops, fields, mailboxes, lineage.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { splitMessage } from '../../mail/fields.ts';
import { TestLab } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

let lab: TestLab;
beforeEach(async () => {
  lab = await TestLab.open();
});
afterEach(async () => {
  await lab.close();
});

describe('a letter from Alice to Bob', () => {
  test('is stamped once a hop, newest first, and is ESMTPSA at the MSA', async () => {
    expect(await lab.letter('bob@harbor.example')).toMatch(/^250 2\.0\.0 Ok: queued as/);
    const [letter = ''] = await lab.mailbox('bob@harbor.example');
    const received = splitMessage(letter).fields.filter((field) => field.name === 'Received');
    const by = received.map((field) => /\sby (\S+) .*with (\S+) id/.exec(field.value)?.slice(1));
    expect(by).toEqual([
      ['mail.harbor.example', 'ESMTP'],
      ['mx1.harbor.example', 'ESMTP'],
      ['relay.campus.example', 'ESMTP'],
      ['submit.campus.example', 'ESMTPSA'],
    ]);
    expect(letter.startsWith('Return-Path: <alice@campus.example>\r\n')).toBe(true);
  });

  test('takes at most 400 events', async () => {
    await lab.letter('bob@harbor.example');
    const before = lab.events.length;
    await lab.letter('bob@harbor.example');
    expect(lab.events.length - before).toBeLessThanOrEqual(400);
  });

  test('names the writer and the standing of every field', async () => {
    await lab.letter('bob@harbor.example');
    const added = lab.of('field.added').map((event) => [event.data.name, event.host, event.data.standing]);
    expect(added).toContainEqual(['From', 'laptop.campus.example', 'claimed']);
    expect(added).toContainEqual(['Received', 'mx1.harbor.example', 'witnessed']);
    expect(added).toContainEqual(['Return-Path', 'mail.harbor.example', 'claimed']);
  });
});

test('a letter typed by telnet gets Date and Message-ID only from an MSA', async () => {
  const telnet = await Telnet.open(lab.door('mx1', 25));
  const differences = await telnet.dialogue(`
    S: 220 mx1.harbor.example ESMTP Posthorn
    C: HELO visitor.example
    S: 250 mx1.harbor.example
    C: MAIL FROM:<dean@campus.example>
    S: 250 2.1.0 Ok
    C: RCPT TO:<bob@harbor.example>
    S: 250 2.1.5 Ok
    C: DATA
    S: 354 End data with <CR><LF>.<CR><LF>
    C: From: The Dean <dean@campus.example>
    C: Subject: Fees
    C:
    C: ..a line with a dot
    C: .
    S: 250 2.0.0 Ok: queued as ...
    C: QUIT
    S: 221 2.0.0 Bye
  `);
  expect(differences).toEqual([]);
  await telnet.close();
  await lab.lab.settled();
  const [letter = ''] = await lab.mailbox('bob@harbor.example');
  expect(letter).toContain('\r\n\r\n.a line with a dot\r\n');
  expect(letter).not.toContain('Message-ID');
  expect(letter).toMatch(
    /Received: from visitor\.example \(visitor\.example \[198\.51\.100\.77\]\)\r\n\tby mx1\.harbor\.example \(Posthorn\) with SMTP id/,
  );
});

test('several recipients are split by domain, and each copy has its lineage', async () => {
  await lab.letter(['bob@harbor.example', 'carol@harbor.example', 'dave@forwarder.example']);
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(2);
  expect(await lab.mailbox('carol@harbor.example')).toHaveLength(1);
  const kinds = lab.of('queue.entered').map((event) => `${event.host.split('.')[0]} ${event.data.kind}`);
  expect(kinds.toSorted()).toEqual([
    'lists forward',
    'lists split',
    'mail relay',
    'mail relay',
    'mx1 relay',
    'mx1 split',
    'relay relay',
    'submit submit',
  ]);
  const messages = new Set(lab.of('queue.entered').map((event) => event.message));
  expect(messages.size).toBe(1);
});

test('a letter to nobody is refused at the door of its domain and bounces to Alice', async () => {
  await lab.letter('nobody@harbor.example');
  const [bounce = ''] = await lab.mailbox('alice@campus.example');
  expect(bounce).toContain('Return-Path: <>\r\n');
  expect(bounce.replaceAll('\r\n    ', ' ')).toContain(
    '550 5.1.1 <nobody@harbor.example>: Recipient address rejected: User unknown',
  );
  expect(bounce).toContain('mx1.harbor.example[203.0.113.25]');
});

test('when mx1 is out of reach the letter goes to mx2', async () => {
  await lab.send('config.patch', {
    host: 'ns.example',
    path: '/zones/harbor.example/records',
    value: (await lab.send('config.get', { host: 'ns.example' })).topology.hosts[0]?.zones[
      'harbor.example'
    ]?.records.map((record) =>
      record.type === 'A' && record.name === 'mx1' ? { ...record, address: '203.0.113.99' } : record,
    ),
  });
  await lab.letter('bob@harbor.example');
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
  expect(lab.of('conn.refused').map((event) => event.data.problem)).toEqual(['no route']);
  expect(lab.of('queue.delivered').some((event) => event.data.to === 'mx2.harbor.example')).toBe(true);
});
