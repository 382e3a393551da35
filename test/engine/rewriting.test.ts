// One address, many tables: canonical maps, masquerading, virtual aliases, always_bcc, relocated and generic maps, and
// what an MSA mends; each told with what was before and what came of it.

import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';

import type { TopologyInput } from '../../contract/topology.ts';
import { rewriteField } from '../../engine/mta/rewriting/header.ts';
import { stepsFor } from '../../engine/mta/rewriting/steps.ts';
import { expandVirtual } from '../../engine/mta/rewriting/virtual.ts';
import { soundTopology } from '../../engine/open-lab.ts';
import { parseMailboxes } from '../../mail/mailboxes.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';
import { Person } from './shell/person.ts';

type MtaInput = NonNullable<TopologyInput['hosts'][number]['mta']>;

const RELAY = 'relay.campus.example';
const SUBMIT = 'submit.campus.example';
const MX = 'mx1.harbor.example';
const BOB = 'bob@harbor.example';

let lab: TestLab | undefined;
let telnet: Telnet | undefined;
afterEach(async () => {
  await telnet?.close();
  await lab?.close();
  telnet = lab = undefined;
});

async function open(settings: Record<string, MtaInput>): Promise<TestLab> {
  const topology = testTopology();
  const hosts = topology.hosts.map((host) =>
    host.mta ? { ...host, mta: { ...host.mta, ...settings[host.name] } } : host,
  );
  lab = await TestLab.open({ topology: soundTopology({ ...topology, hosts }, 'changed') });
  return lab;
}

const steps = (one: TestLab, host: string) =>
  one
    .of('rewrite.applied')
    .filter((event) => event.host === host)
    .map(
      ({ data: { step, before, after, place = 'recipient' } }) => `${place}: ${step}: ${before} -> ${after.join(', ')}`,
    );

const logOf = (one: TestLab, host: string) =>
  one
    .of('log.written')
    .filter((event) => event.host === host)
    .map(({ data }) => data.line);

describe('a canonical map', () => {
  test('gives the sender another name, in the envelope and in the letter', async () => {
    const one = await open({
      [RELAY]: {
        trustedNetworks: ['192.0.2.0/24'],
        localDomains: ['campus.example'],
        tables: { canonical: { 'alice@campus.example': 'alice.liddell@campus.example' } },
      },
    });
    await one.letter(BOB);
    const [letter = ''] = await one.mailbox(BOB);
    expect(letter).toContain('Return-Path: <alice.liddell@campus.example>\r\n');
    expect(letter).toContain('From: alice.liddell@campus.example\r\n');
    expect(steps(one, RELAY)).toEqual([
      'From: canonical: alice@campus.example -> alice.liddell@campus.example',
      'envelope sender: canonical: alice@campus.example -> alice.liddell@campus.example',
    ]);
    expect(one.of('rewrite.applied')[0]?.data.entry).toBe('alice@campus.example');
    expect(one.of('field.changed').map(({ data }) => data.name)).toEqual(['From']);
  });

  test('leaves the letters of strangers alone, and their envelope not', async () => {
    const one = await open({
      [MX]: { relayDomains: ['harbor.example'], tables: { canonical: { '@campus.example': '@c.example' } } },
    });
    await one.send('config.patch', {
      host: MX,
      path: '/mta/routes',
      value: { 'harbor.example': '[mail.harbor.example]' },
    });
    await one.letter(BOB);
    const [letter = ''] = await one.mailbox(BOB);
    expect(letter).toContain('Return-Path: <alice@c.example>\r\n');
    expect(letter).toContain('From: alice@campus.example\r\n');
  });

  test('for recipients makes an address known, and the log says what it was', async () => {
    const one = await open({
      [MX]: {
        relayDomains: ['harbor.example'],
        relayRecipients: [BOB],
        routes: { 'harbor.example': '[mail.harbor.example]' },
        tables: { recipientCanonical: { 'robert@harbor.example': BOB } },
      },
    });
    await one.letter('robert@harbor.example');
    expect(await one.mailbox(BOB)).toHaveLength(1);
    expect(logOf(one, MX)).toContainEqual(
      expect.stringMatching(/: to=<bob@harbor\.example>, orig_to=<robert@harbor\.example>, relay=mail/),
    );
    await one.letter('roberta@harbor.example');
    expect(logOf(one, MX)).toContainEqual(expect.stringContaining('User unknown in relay recipient table'));
  });
});

describe('masquerading', () => {
  const tables = { masquerade: { domains: ['!lab.a.example', 'a.example'], exceptions: ['root'] } };
  const masked = (address: string) => stepsFor(address, 'sender', { tables, delimiter: '+' }).at(-1)?.after ?? address;

  test.each([
    ['x@pc.a.example', 'x@a.example'],
    ['x@deep.pc.a.example', 'x@a.example'],
    ['x@lab.a.example', 'x@lab.a.example'],
    ['x@pc.lab.a.example', 'x@pc.lab.a.example'],
    ['root@pc.a.example', 'root@pc.a.example'],
    ['x@nota.example', 'x@nota.example'],
    ['', ''],
  ])('%s becomes %s', (before, after) => expect(masked(before)).toBe(after));

  test('hides the host of a sender, not that of a recipient of the envelope', async () => {
    const one = await open({
      [RELAY]: {
        trustedNetworks: ['192.0.2.0/24'],
        localDomains: ['campus.example'],
        tables: { masquerade: { domains: ['campus.example'] } },
      },
    });
    await one.send('mail.send', {
      from: 'alice@campus.example',
      to: [BOB],
      subject: 'x',
      text: 'x',
      envelope: { from: 'alice@laptop.campus.example', to: [BOB, 'x@pc.campus.example'] },
    });
    await one.lab.settled();
    expect((await one.mailbox(BOB))[0]).toContain('Return-Path: <alice@campus.example>\r\n');
    expect(steps(one, RELAY)[0]).toBe(
      'envelope sender: masquerade: alice@laptop.campus.example -> alice@campus.example',
    );
    // The recipient at pc.campus.example stays who it is, and nobody is there.
    expect((await one.mailbox('alice@campus.example'))[0]).toContain('Final-Recipient: rfc822; x@pc.campus.example');
  });
});

describe('virtual aliases', () => {
  test('stand for others in the same letter, an extension and a whole domain too', async () => {
    const virtual = { 'sales@harbor.example': [BOB, 'carol@harbor.example'], '@old.example': ['@harbor.example'] };
    const one = await open({
      [MX]: {
        relayDomains: ['harbor.example'],
        routes: { 'harbor.example': '[mail.harbor.example]' },
        tables: { virtual },
      },
    });
    await one.send('config.patch', {
      host: RELAY,
      path: '/mta/routes',
      value: { 'old.example': '[mx1.harbor.example]' },
    });
    await one.letter(['sales@harbor.example', 'carol@old.example']);
    expect((await one.mailbox(BOB)).length + (await one.mailbox('carol@harbor.example')).length).toBe(3);
    expect(expandVirtual('a+b@x.example', { 'a@x.example': ['c@y.example'] }, '+')?.recipients).toEqual([
      'c+b@y.example',
    ]);
  });

  test('that go in a circle end in a refusal at the end of the letter', async () => {
    const virtual = { 'a@harbor.example': ['b@harbor.example'], 'b@harbor.example': ['a@harbor.example'] };
    const one = await open({ [MX]: { relayDomains: ['harbor.example'], tables: { virtual } } });
    telnet = await Telnet.open(one.door(MX, 25));
    await telnet.reply();
    for (const line of ['EHLO v.example', 'MAIL FROM:<v@v.example>', 'RCPT TO:<a@harbor.example>', 'DATA']) {
      expect(await telnet.ask(line)).toMatch(/^[23]/);
    }
    expect(await telnet.ask('Subject: x\r\n\r\nx\r\n.')).toBe('451 4.6.0 Alias expansion error');
  });
});

test('always_bcc: somebody gets a copy of everything, and no report of it', async () => {
  const one = await open({
    [SUBMIT]: { routes: { '*': '[relay.campus.example]' }, tables: { alwaysBcc: 'carol@harbor.example' } },
  });
  await one.letter(BOB);
  expect(await one.mailbox('carol@harbor.example')).toHaveLength(1);
  expect(steps(one, SUBMIT)).toEqual(['recipient: always bcc:  -> carol@harbor.example']);
});

describe('somebody who has moved', () => {
  const tables = { relocated: { 'old@harbor.example': 'new@elsewhere.example' } };
  const ask = async (one: TestLab) => {
    telnet = await Telnet.open(one.door(MX, 25));
    await telnet.reply();
    for (const line of ['EHLO v.example', 'MAIL FROM:<v@v.example>']) await telnet.ask(line);
    return telnet.ask('RCPT TO:<old@harbor.example>');
  };

  test('is refused with where they went, as Postfix says it', async () => {
    const one = await open({ [MX]: { relayDomains: ['harbor.example'], tables } });
    expect(await ask(one)).toBe(
      '550 5.1.6 <old@harbor.example>: Recipient address rejected: User has moved to new@elsewhere.example',
    );
  });

  test('or with the 551 of RFC 5321', async () => {
    const one = await open({ [MX]: { relayDomains: ['harbor.example'], tables: { ...tables, relocatedCode: 551 } } });
    expect(await ask(one)).toBe('551 5.1.6 User not local; please try <new@elsewhere.example>');
  });
});

test('a generic map changes what leaves over SMTP, and the log names whom the queue knows', async () => {
  const generic = { 'alice@campus.example': 'alice@isp.example', 'robert@harbor.example': BOB };
  const one = await open({
    [RELAY]: { trustedNetworks: ['192.0.2.0/24'], localDomains: ['campus.example'], tables: { generic } },
  });
  await one.letter(['robert@harbor.example', 'alice@campus.example']);
  const [letter = ''] = await one.mailbox(BOB);
  expect(letter).toContain('Return-Path: <alice@isp.example>\r\n');
  expect(letter).toContain('From: alice@isp.example\r\n');
  expect((await one.mailbox('alice@campus.example'))[0]).toContain('From: alice@campus.example\r\n');
  expect(logOf(one, RELAY)).toContainEqual(
    expect.stringMatching(/: to=<robert@harbor\.example>, relay=mx1.*status=sent/),
  );
});

describe('an MSA', () => {
  const login = Buffer.from('\0alice\0wonderland').toString('base64');
  async function submit(one: TestLab, letter: string, to = BOB, from = 'alice@campus.example'): Promise<string> {
    telnet = await Telnet.open(one.door(SUBMIT, 587));
    await telnet.reply();
    for (const line of ['EHLO laptop', `AUTH PLAIN ${login}`, `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA']) {
      expect(await telnet.ask(line)).toMatch(/^[23]/);
    }
    await telnet.ask(`${letter.replaceAll('\n', '\r\n')}\r\n.`);
    await telnet.close();
    await one.lab.settled();
    return (await one.mailbox(BOB))[0] ?? '';
  }
  const msa = (repairs: NonNullable<MtaInput['repairs']>): Record<string, MtaInput> => ({
    [SUBMIT]: {
      routes: { '*': '[relay.campus.example]' },
      smtp: { authInTheClear: true },
      repairs,
      tables: { origin: 'campus.example' },
    },
  });

  test('mends what nobody can read, and says so in its log', async () => {
    const one = await open(msa(['date', 'message-id']));
    const letter = await submit(one, 'Date: yesterday\nMessage-ID: none\nFrom: alice@campus.example\n\nx');
    expect(letter).toMatch(/^Date: Mon, 5 Jan 2026/m);
    expect(letter).toMatch(/^Message-ID: <[^>]+@submit\.campus\.example>/m);
    expect(logOf(one, SUBMIT)).toContainEqual(
      expect.stringMatching(/: replace: header Date: yesterday: Date: Mon, 5 Jan/),
    );
  });

  test('says who really sent it, and completes addresses', async () => {
    const one = await open(msa(['from', 'sender', 'addresses']));
    const letter = await submit(
      one,
      'From: Dean <dean@campus.example>\nTo: bob, "Carol, C." <carol@harbor.example> (x)\n\nx',
      BOB,
      'alice',
    );
    expect(letter).toContain('From: Dean <dean@campus.example>\r\n');
    expect(letter).toContain('Sender: alice@campus.example\r\n');
    expect(letter).toContain('To: bob@campus.example, "Carol, C." <carol@harbor.example> (x)\r\n');
    expect(letter).toContain('Return-Path: <alice@campus.example>\r\n');
  });

  test('takes out what doesn’t belong there, and makes a mailbox line a field', async () => {
    const one = await open(msa(['from', 'header']));
    const letter = await submit(
      one,
      'From me Mon Jan 5\nSubject: x\nBcc: carol@harbor.example\nReturn-Path: <x@y.example>\n\nbody',
    );
    expect(letter).toContain(
      'X-Mailbox-Line: From me Mon Jan 5\r\nSubject: x\r\nFrom: alice@campus.example\r\n\r\nbody\r\n',
    );
  });
});

test('a header that breaks off is told by the MSA that was to mend it', async () => {
  const one = await open({
    [SUBMIT]: { routes: { '*': '[relay.campus.example]' }, smtp: { authInTheClear: true }, repairs: ['header'] },
  });
  telnet = await Telnet.open(one.door(SUBMIT, 587));
  await telnet.reply();
  const login = Buffer.from('\0alice\0wonderland').toString('base64');
  for (const line of [
    'EHLO laptop',
    `AUTH PLAIN ${login}`,
    'MAIL FROM:<alice@campus.example>',
    `RCPT TO:<${BOB}>`,
    'DATA',
  ]) {
    await telnet.ask(line);
  }
  await telnet.ask('Subject: x\r\nno field at all\r\nTo: y\r\n\r\nx\r\n.');
  await telnet.close();
  await one.lab.settled();
  expect((await one.mailbox(BOB))[0]).toContain('Subject: x\r\n\r\nno field at all\r\n');
  expect(logOf(one, SUBMIT)).toContainEqual(expect.stringMatching(/: warning: header ends at: no field at all$/));
});

test('a gateway says what it took the letter from, and changes nothing', async () => {
  const one = await open({
    [RELAY]: {
      trustedNetworks: ['192.0.2.0/24'],
      via: 'UUCP',
      tables: { canonical: { '@campus.example': '@c.example' } },
    },
  });
  await one.letter(BOB);
  const [letter = ''] = await one.mailbox(BOB);
  expect(letter).toMatch(/by relay\.campus\.example \(Posthorn\) via UUCP with ESMTP id /);
  expect(letter).toContain('From: alice@campus.example\r\n');
  expect(one.of('field.changed')).toEqual([]);
});

test('sendmail -bv goes through the tables in their order', async () => {
  const one = await open({
    [RELAY]: {
      localDomains: ['campus.example'],
      tables: {
        recipientCanonical: { 'al@campus.example': 'al2@campus.example' },
        canonical: { 'al2@campus.example': 'sales@campus.example' },
        virtual: { 'sales@campus.example': ['alice@campus.example', 'bob@x.example'] },
        relocated: { 'gone@campus.example': 'bob@x.example' },
        generic: { 'bob@x.example': 'rob@x.example' },
      },
    },
  });
  const person = await Person.open(one, RELAY);
  expect(await person.type('sendmail -bv al@campus.example gone@campus.example')).toBe(
    [
      'al@campus.example: recipient canonical -> al2@campus.example',
      '  al2@campus.example: canonical -> sales@campus.example',
      '    sales@campus.example: virtual -> alice@campus.example, bob@x.example',
      '      alice@campus.example: mailbox alice@campus.example',
      '      bob@x.example: to MX of x.example, as rob@x.example',
      'gone@campus.example: 550 5.1.6 <gone@campus.example>: Recipient address rejected: User has moved to bob@x.example',
      '',
    ].join('\n'),
  );
});

describe('the addresses of a field', () => {
  test.each([
    ['To: a@b, "X, Y" <c@d> (note),\r\n\tgroup: e@f;\r\n', 'To: N, "X, Y" <N> (note),\r\n\tgroup: N;\r\n'],
    ['To: undisclosed-recipients:;\r\n', 'To: undisclosed-recipients:;\r\n'],
    ['From: "a b"@c (me)\r\n', 'From: N (me)\r\n'],
    ['From: <@route:a@b>\r\n', 'From: <N>\r\n'],
    ['From: X <a@b\r\n', 'From: X <N'],
  ])('%j become %j', (before, after) => expect(rewriteField(before, () => 'N')).toBe(after));

  test('are changed where they stand, and nothing is when they aren’t', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const raw = `To: ${text}\r\n`;
        expect(rewriteField(raw, (address) => address)).toBe(raw);
      }),
    );
    const local = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    const one = fc.oneof(
      local.map((name) => `${name}@a.example`),
      fc.tuple(local, local).map(([name, user]) => `"${name}, x" <${user}@a.example> (c)`),
    );
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (list) => {
        const changed = rewriteField(`To: ${list.join(',\r\n ')}\r\n`, (address) => address.replace('a.', 'b.'));
        const found = parseMailboxes(changed.slice(3)).map(({ address }) => address);
        expect(found).toEqual(parseMailboxes(list.join(', ')).map(({ address }) => address.replace('a.', 'b.')));
      }),
    );
  });
});
