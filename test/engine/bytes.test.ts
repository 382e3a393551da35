// A letter keeps its octets through MSA, relay, exchanger and delivery agent: only trace fields are put before it. And
// what isn't a line end to one server is none to the next.

import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';

import { asOctets } from '../../contract/octets.ts';
import { fromByteString, toByteString } from '../../mail/bytes.ts';
import { stuffDots } from '../../mail/smtp/data.ts';
import { TestLab, testTopology } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

const BOB = 'bob@harbor.example';
/** With all that an MSA would add. */
const HEADER = [
  'From: Alice <alice@campus.example>',
  `To: ${BOB}`,
  'Date: Mon, 5 Jan 2026 09:00:00 +0000',
  'Message-ID: <bytes@laptop.campus.example>',
  'Subject: .dot at the front of nothing',
  'X-Eight-Bit: \xe4\xf6\xfc and \xc3\xa4',
  ` folded\t and long ${'h'.repeat(2000)}`,
  '',
  '',
].join('\r\n');

let lab: TestLab;
afterEach(() => lab.close());

/** Alice's session at the MSA, logged in over TLS. */
async function atTheMsa(): Promise<Telnet> {
  const telnet = await Telnet.open(lab.door('submit', 587));
  await telnet.reply();
  await telnet.ask('EHLO laptop.campus.example');
  await telnet.ask('STARTTLS');
  await telnet.secure();
  await telnet.ask('EHLO laptop.campus.example');
  await telnet.ask('AUTH PLAIN AGFsaWNlAHdvbmRlcmxhbmQ=');
  return telnet;
}

async function submit(telnet: Telnet, letter: string, to = BOB, parameters = ''): Promise<void> {
  expect(await telnet.ask(`MAIL FROM:<alice@campus.example>${parameters}`)).toMatch(/^250 /);
  expect(await telnet.ask(`RCPT TO:<${to}>`)).toMatch(/^250 /);
  expect(await telnet.ask('DATA')).toMatch(/^354 /);
  telnet.type(toByteString(stuffDots(fromByteString(letter))));
  expect(await telnet.reply()).toMatch(/^250 /);
}

/** What stands before the letter in the mailbox. */
function trace(stored: string, letter: string): string[] {
  expect(stored.endsWith(letter), 'the letter, octet by octet').toBe(true);
  const before = stored.slice(0, stored.length - letter.length).replaceAll('\r\n\t', ' ');
  return before.split('\r\n').map((line) => line.split(':')[0] ?? '');
}

const TRACE = ['Return-Path', 'Delivered-To', 'Received', 'Received', 'Received', 'Received', ''];

const text = (length: number) => fc.integer({ min: 0, max: 255 }).map((seed) => lineOf(length, seed));

/** A line of any octets but CR and LF. */
function lineOf(length: number, seed: number): string {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const octet = state >>> 24;
    return octet === 10 || octet === 13 ? '.' : String.fromCharCode(octet);
  }).join('');
}

const line = fc.oneof(
  fc.constantFrom('.', '..', '.\0', '', ' ', '\t.', 'From here', 'a'.repeat(998), `.${'b'.repeat(1999)}`),
  fc.nat({ max: 120 }).chain(text),
  fc.constantFrom(998, 2000).chain(text),
);

test('any lines at all, of any octets and any length', async () => {
  lab = await TestLab.open({ serial: false });
  const telnet = await atTheMsa();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
      const letter = `${HEADER}${lines.map((one) => `${one}\r\n`).join('')}`;
      await submit(telnet, letter, BOB, ' BODY=8BITMIME');
      await lab.lab.settled();
      count += 1;
      const stored = await lab.mailbox(BOB);
      expect(stored).toHaveLength(count);
      expect(trace(stored.at(-1) ?? '', letter)).toEqual(TRACE);
    }),
    { numRuns: 25 },
  );
  await telnet.ask('QUIT');
  await telnet.close();
});

test('addresses in UTF-8 go through all hops, and are asked for with SMTPUTF8', async () => {
  lab = await TestLab.open({
    serial: false,
    topology: testTopology(({ hosts, users }) => {
      const address = asOctets('jürgen@harbor.example');
      users.push({ address, password: 'x', host: 'mail.harbor.example' });
      for (const { mta } of hosts) if (mta?.relayRecipients.length) mta.relayRecipients.push(address);
    }),
  });
  const octets = 'j\xc3\xbcrgen@harbor.example';
  const telnet = await atTheMsa();
  await telnet.ask('MAIL FROM:<alice@campus.example>');
  expect(await telnet.ask(`RCPT TO:<${octets}>`)).toBe('553 5.6.7 Must declare SMTPUTF8 to send unicode address');
  await telnet.ask('RSET');
  await submit(telnet, `${HEADER}Hello.\r\n`, octets, ' SMTPUTF8');
  await telnet.ask('QUIT');
  await telnet.close();
  await lab.lab.settled();
  const [letter = ''] = await lab.mailbox('jürgen@harbor.example');
  expect(letter).toContain(`Delivered-To: ${octets}\r\n`);
  expect(trace(letter, `${HEADER}Hello.\r\n`)).toEqual(TRACE);
  const asked = lab.of('wire.line').filter(({ data }) => data.bytes.startsWith('MAIL FROM'));
  expect(asked.filter(({ data }) => data.bytes.includes(' SMTPUTF8'))).toHaveLength(4);
});

test('a server without SMTPUTF8 gets no such address, and the sender is told', async () => {
  lab = await TestLab.open();
  await lab.send('config.patch', { host: 'mx1.harbor.example', path: '/mta/smtp/without', value: ['SMTPUTF8'] });
  await lab.letter('jürgen@harbor.example');
  const [report = ''] = await lab.mailbox('alice@campus.example');
  expect(report).toContain('5.6.7');
  expect(report).toContain('SMTPUTF8 is required, but was not offered');
});

test.each([
  '\n.\n',
  '\r.\n',
  '\n.\r',
  '\n.\r\n',
  '\r\n.\n',
  '\r.\r',
  '\r\n.\r',
  '\r.\r\n',
  '\r\r\n.\r\r\n',
  '\r\n\0.\r\n',
  '\n.\n\r\n',
])('behind %j nothing is smuggled, here or at the next hop', async (end) => {
  lab = await TestLab.open({ serial: false });
  const telnet = await Telnet.open(lab.door('mx1', 25));
  await telnet.reply();
  await telnet.ask('EHLO visitor.example');
  await telnet.ask('MAIL FROM:<a@visitor.example>');
  await telnet.ask(`RCPT TO:<${BOB}>`);
  await telnet.ask('DATA');
  const hidden = ['MAIL FROM:<alice@campus.example>', `RCPT TO:<${BOB}>`, 'DATA', 'Subject: smuggled', '', 'Boo.'];
  telnet.type(`Subject: outside\r\n\r\nHello${end}${hidden.join('\r\n')}\r\n.\r\n`);
  expect(await telnet.reply()).toMatch(/^250 2\.0\.0 Ok: queued/);
  expect(await telnet.ask('NOOP')).toBe('250 2.0.0 Ok');
  await telnet.ask('QUIT');
  await telnet.close();
  await lab.lab.settled();
  const letters = await lab.mailbox(BOB);
  expect(letters).toHaveLength(1);
  expect(letters[0]?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(lab.of('smtp.mail').map((event) => event.data.reversePath)).toEqual([
    'a@visitor.example',
    'a@visitor.example',
  ]);
  // What goes on has no line end that another server could read in its own way.
  for (const { data } of lab.of('wire.bulk').slice(1)) {
    const { bytes } = await lab.send('bytes.read', { ref: data.ref });
    expect(bytes.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  }
});

test.each([
  ['one\ntwo', 'LF'],
  ['one\rtwo', 'CR'],
])('a host may refuse %j', async (body, octet) => {
  lab = await TestLab.open();
  await lab.send('config.patch', { host: 'mx1.harbor.example', path: '/mta/smtp/bareLineEnds', value: 'reject' });
  const telnet = await Telnet.open(lab.door('mx1', 25));
  await telnet.reply();
  await telnet.ask('HELO visitor.example');
  await telnet.ask('MAIL FROM:<a@visitor.example>');
  await telnet.ask(`RCPT TO:<${BOB}>`);
  await telnet.ask('DATA');
  telnet.type(`Subject: x\r\n\r\n${body}\r\n.\r\n`);
  expect(await telnet.reply()).toBe(`521 5.5.2 mx1.harbor.example Error: bare <${octet}> received`);
  expect(await telnet.line()).toBeUndefined();
  await telnet.close();
});
