// What would have changed the outcome: of SPF, DKIM, DMARC and access tables, as data.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { TestLab, testTopology } from '../../support/lab.ts';
import { Telnet } from '../../support/telnet.ts';

const MX = 'mx1.harbor.example';
const SUBMIT = 'submit.campus.example';
const RECORDS = [
  { name: '@', type: 'TXT' as const, text: 'v=spf1 a:relay.campus.example -all' },
  { name: 'broken', type: 'TXT' as const, text: 'v=spf1 nonsense -all' },
  { name: '_dmarc', type: 'TXT' as const, text: 'v=DMARC1; p=reject; aspf=s' },
];

let lab: TestLab;
beforeEach(async () => {
  const topology = testTopology(({ hosts }) => {
    const zones = hosts.find(({ name }) => name === 'ns.example')?.zones ?? {};
    zones['campus.example']?.records.push(...RECORDS);
  });
  lab = await TestLab.open({ topology });
});
afterEach(() => lab.close());

const set = (host: string, policy: string, value: Record<string, unknown>) =>
  lab.send('config.patch', { host, path: `/policies/${policy}`, value: { enabled: true, ...value } });

/** A visitor's letter to Bob; what the policy says would have changed the outcome. */
async function otherwise(policy: string, from: string, header: string[] = []): Promise<unknown[] | undefined> {
  const telnet = await Telnet.open(lab.door(MX, 25));
  await telnet.reply();
  await telnet.ask('EHLO visitor.example');
  await telnet.ask(`MAIL FROM:<${from}>`);
  const reply = await telnet.ask('RCPT TO:<bob@harbor.example>');
  if (reply.startsWith('250')) {
    await telnet.ask('DATA');
    await telnet.ask([...header, 'Subject: x', '', 'Hello.', '.'].join('\r\n'));
  }
  await telnet.ask('QUIT');
  await telnet.close();
  await lab.lab.settled();
  const decided = lab.of('policy.decided').findLast(({ host, data }) => host === MX && data.policy === policy);
  return decided?.data.otherwise?.map(({ code }) => code);
}

test('SPF: an address in the record, a softer end, another envelope; a mended record', async () => {
  await set(MX, 'spf', { onPermerror: 'refuse' });
  expect(await otherwise('spf', 'alice@campus.example')).toEqual(['spf.listed', 'spf.softer', 'spf.envelope']);
  expect(await otherwise('spf', 'x@broken.campus.example')).toEqual(['spf.mended']);
  await set(MX, 'spf', { onSoftfail: 'refuse' });
  expect(await otherwise('spf', 'alice@campus.example')).toEqual(['spf.listed', 'spf.envelope']);
  expect(await otherwise('spf', 'me@visitor.example')).toBeUndefined();
});

test('DKIM: a signature, an untouched letter, a key', async () => {
  await set(MX, 'dkim', {});
  await set(SUBMIT, 'dkim-signing', { domains: 'campus.example' });
  expect(await otherwise('dkim', 'me@visitor.example')).toEqual(['dkim.none']);
  await lab.letter('bob@harbor.example');
  const decided = () => lab.of('policy.decided').findLast(({ data }) => data.policy === 'dkim')?.data.otherwise;
  expect(decided()).toBeUndefined();
  const [letter = ''] = await lab.mailbox('bob@harbor.example').then((letters) => letters.slice(-1));
  const signature = /^DKIM-Signature:(?:.*\r\n)(?:[ \t].*\r\n)*/m.exec(letter)?.[0].trimEnd() ?? '';
  expect(await otherwise('dkim', 'me@visitor.example', [signature, 'From: alice@campus.example'])).toEqual([
    'dkim.body',
  ]);
  const other = signature.replace(/\bs=lab/, 's=gone').replace(/bh=[^;]+/, 'bh=AAAA');
  expect(await otherwise('dkim', 'me@visitor.example', [other, 'From: alice@campus.example'])).toHaveLength(1);
});

test('DMARC: a proof of the author’s own, relaxed alignment, no policy', async () => {
  await set(MX, 'spf', { onFail: 'accept' });
  await set(MX, 'dmarc', {});
  expect(await otherwise('dmarc', 'me@visitor.example', ['From: alice@campus.example'])).toEqual([
    'dmarc.proven',
    'dmarc.none',
  ]);
  expect(await otherwise('dmarc', 'me@visitor.example', ['From: me@visitor.example'])).toBeUndefined();
});

test('access tables: the row, and who would have decided without it', async () => {
  await set(MX, 'access', { sender: [{ key: 'visitor.example', result: 'REJECT' }] });
  expect(await otherwise('access', 'me@visitor.example')).toEqual(['access.taken']);
  await set(MX, 'access', { sender: [{ key: 'visitor.example', result: 'OK' }] });
  expect(await otherwise('access', 'me@visitor.example')).toEqual(['access.asked']);
  await set(MX, 'access', { sender: [{ key: 'visitor.example', result: 'DUNNO' }] });
  expect(await otherwise('access', 'me@visitor.example')).toEqual(['access.wider']);
});
