// The policies that ask the DNS, in a lab: what they refuse, what they let through, and what they write down.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { TestLab, testTopology } from '../../support/lab.ts';
import { Telnet } from '../../support/telnet.ts';

const MX = 'mx1.harbor.example';

let lab: TestLab;
beforeEach(async () => {
  lab = await TestLab.open({
    topology: testTopology(({ hosts, doors }) => {
      doors.push({ as: 'bot-17.dialup.example', host: MX, port: 25, local: 0 });
      const zones = hosts.find(({ name }) => name === 'ns.example')?.zones ?? {};
      const campus = zones['campus.example']?.records;
      // In this lab the bot's address has no name.
      const reverse = zones['113.0.203.in-addr.arpa'];
      if (reverse) reverse.records = reverse.records.filter(({ name }) => name !== '66');
      campus?.push({ name: '@', type: 'TXT', text: 'v=spf1 a:relay.campus.example -all' });
      zones['nomail.example'] = {
        ...(zones['ns.example'] as NonNullable<(typeof zones)[string]>),
        records: [{ name: '@', type: 'MX', preference: 0, exchange: '.' }],
      };
    }),
  });
});
afterEach(() => lab.close());

const set = (policy: string, value: Record<string, unknown> = {}) =>
  lab.send('config.patch', { host: MX, path: `/policies/${policy}`, value: { enabled: true, ...value } });

/** What mx1 says to RCPT, or to MAIL when it refuses there. */
async function asked(as: string, sender: string): Promise<string> {
  const door = lab.lab.ready.doors.find((one) => one.as === as && one.host === MX);
  const telnet = await Telnet.open(door?.local ?? 0);
  await telnet.reply();
  await telnet.ask(`EHLO ${as}`);
  const mail = await telnet.ask(`MAIL FROM:<${sender}>`);
  const reply = mail.startsWith('250') ? await telnet.ask('RCPT TO:<bob@harbor.example>') : mail;
  await telnet.ask('QUIT');
  await telnet.close();
  return reply;
}

const lastReason = () => lab.of('policy.decided').at(-1)?.data.reasons.at(-1)?.code;

test('SPF: the campus relay passes, and the letter says so; a visitor who claims to be Alice doesn’t', async () => {
  await set('spf');
  await lab.letter('bob@harbor.example');
  const [letter = ''] = await lab.mailbox('bob@harbor.example');
  expect(letter).toMatch(
    /\r\nReceived-SPF: Pass \(mailfrom\) identity=mailfrom;\r\n\tclient-ip=192\.0\.2\.26;[^]*envelope-from=alice@campus\.example;[^]*mechanism=a:relay\.campus\.example\r\n/,
  );
  expect(await asked('visitor.example', 'alice@campus.example')).toMatch(
    /^550 5\.7\.23 <bob@harbor\.example>: .*SPF fail/,
  );
  const reasons = lab
    .of('policy.decided')
    .at(-1)
    ?.data.reasons.map(({ code, params }) => [code, params['term']]);
  expect(reasons).toEqual([
    ['spf.step', 'a:relay.campus.example'],
    ['spf.step', '-all'],
    ['spf.fail', '-all'],
  ]);
  expect(await asked('visitor.example', 'me@visitor.example')).toBe('250 2.1.5 Ok');
  expect(lastReason()).toBe('spf.none');
});

test('SPF: what to do about a result is a setting', async () => {
  await set('spf', { onFail: 'accept' });
  expect(await asked('visitor.example', 'alice@campus.example')).toBe('250 2.1.5 Ok');
  await set('spf', { onFail: 'defer' });
  expect(await asked('visitor.example', 'alice@campus.example')).toMatch(/^451 4\.7\.24 /);
});

test('DNSBL: the listed bot is told why, others pass', async () => {
  await set('dnsbl');
  const refusal = 'Service unavailable; Client host [203.0.113.66] blocked using dnsbl.example';
  expect(await asked('bot-17.dialup.example', 'x@visitor.example')).toBe(
    `554 5.7.1 ${refusal}; a spam bot on a dial-up line`,
  );
  expect(await asked('visitor.example', 'x@visitor.example')).toBe('250 2.1.5 Ok');
  expect(lastReason()).toBe('dnsbl.notListed');
});

test('DNSBL: a list that nobody serves lists nobody', async () => {
  await set('dnsbl', { zone: 'dead-list.test' });
  expect(await asked('bot-17.dialup.example', 'x@visitor.example')).toBe('250 2.1.5 Ok');
  expect(lastReason()).toBe('dnsbl.silent');
});

test('sender domain: missing, without mail, found', async () => {
  await set('sender-domain');
  expect(await asked('visitor.example', 'x@missing.campus.example')).toMatch(/^550 5\.1\.8 .*Domain not found$/);
  expect(await asked('visitor.example', 'x@nomail.example')).toMatch(/^550 5\.7\.27 /);
  expect(await asked('visitor.example', 'x@visitor.example')).toBe('250 2.1.5 Ok');
  expect(await asked('visitor.example', '')).toBe('250 2.1.5 Ok');
});

test('reverse DNS: a name that leads back passes, none comes back later', async () => {
  await set('reverse-dns');
  expect(await asked('visitor.example', 'x@visitor.example')).toBe('250 2.1.5 Ok');
  expect(lastReason()).toBe('reverseDns.confirmed');
  expect(await asked('bot-17.dialup.example', 'x@visitor.example')).toBe(
    '450 4.7.25 Client host rejected: cannot find your hostname, [203.0.113.66]',
  );
});
