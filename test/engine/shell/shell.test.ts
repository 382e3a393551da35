// The shell itself: where one is, what one sees there, help, completion, and what can't be done.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { CommandProblem } from '../../../engine/commands/problem.ts';
import { TestLab } from '../../support/lab.ts';
import { Person } from './person.ts';

let lab: TestLab;
beforeEach(async () => {
  lab = await TestLab.open();
});
afterEach(async () => {
  await lab.close();
});

test('ssh makes one a person elsewhere, and exit leads back and out', async () => {
  const person = await Person.open(lab, 'laptop');
  expect([person.prompt, person.host]).toEqual(['laptop$ ', 'laptop.campus.example']);
  expect(await person.type('ssh mx1.harbor.example')).toBe('');
  expect([person.prompt, person.host]).toEqual(['mx1$ ', 'mx1.harbor.example']);
  expect(await person.type('hostname')).toBe('mx1.harbor.example\n');
  await person.type('exit');
  expect(person.prompt).toBe('laptop$ ');
  await person.press('end');
  expect(person.closed).toBe(true);
  expect(lab.of('shell.opened').map((event) => event.host)).toEqual(['laptop.campus.example']);
});

test('names are found by their first part, and what is no host is told with the nearest', async () => {
  await expect(lab.send('shell.open', { host: 'mx9' })).rejects.toThrow('Did you mean "mx1"?');
  const person = await Person.open(lab, 'MX1');
  expect(await person.type('ssh lapto')).toBe('ssh: no host is called "lapto". Did you mean "laptop"?\n');
});

test.each([
  ['teln mx1', 'teln: command not found. Did you mean "telnet"?\n'],
  ['mialq', 'mialq: command not found. Did you mean "mailq"?\n'],
  ['rm -rf /', 'rm: command not found. Type "help" for the commands.\n'],
  ['base64 "Grüße"', 'R3LDvMOfZQ==\n'],
  ['base64 -d R0lGODc=', 'GIF87\n'],
  ['base64 -d ?', 'base64: invalid input\n'],
  ['help dgi', 'help: there is no command "dgi". Did you mean "dig"?\n'],
])('%s', async (line, told) => {
  const person = await Person.open(lab, 'visitor');
  expect(await person.type(line)).toBe(told);
});

test('help lists every command and explains each', async () => {
  const person = await Person.open(lab, 'visitor');
  const list = await person.type('help');
  for (const name of [
    'telnet',
    'nc',
    'openssl',
    'send',
    'dig',
    'host',
    'mailq',
    'tail',
    'grep',
    'ls',
    'cat',
    'clock',
    'ssh',
  ]) {
    expect(list).toContain(`  ${name} `);
    expect(await person.type(`help ${name}`)).toMatch(new RegExp(`^${name}[ \n]`));
  }
});

describe('dig and host', () => {
  test('an answer in the shape of dig, then from memory', async () => {
    const person = await Person.open(lab, 'visitor');
    const shown = await person.type('dig @ns.example harbor.example mx');
    expect(shown).toContain(';; ->>HEADER<<- opcode: QUERY, status: NOERROR\n;; QUERY: 1, ANSWER: 2\n');
    expect(shown).toContain(';harbor.example.                IN\tMX\n');
    expect(shown).toContain('harbor.example.         3600    IN\tMX\t10 mx1.harbor.example.\n');
    expect(shown).toContain(';; SERVER: 198.51.100.53#53\n;; WHEN: Mon, 5 Jan 2026 09:00:00 +0000\n');
    expect(await person.type('dig harbor.example MX')).toContain("SERVER: the resolver's memory");
  });

  test.each([
    ['dig +short mx1.harbor.example', '203.0.113.25\n'],
    ['dig -x 203.0.113.25 +short', 'mx1.harbor.example.\n'],
    ['dig +short TXT 66.113.0.203.dnsbl.example', '"a spam bot on a dial-up line"\n'],
    ['host mx1.harbor.example', 'mx1.harbor.example has address 203.0.113.25\n'],
    ['host 203.0.113.25', '25.113.0.203.in-addr.arpa domain name pointer mx1.harbor.example.\n'],
    ['host none.harbor.example', 'Host none.harbor.example not found: 3(NXDOMAIN)\n'],
  ])('%s', async (line, told) => {
    const person = await Person.open(lab, 'visitor');
    expect(await person.type(line)).toBe(told);
  });

  test.each([
    ['dig @mx1 harbor.example', 'no servers could be reached'],
    ['dig', 'which name?'],
    ['dig one two', 'unknown type "two"'],
    ['dig -x nonsense', '"nonsense" is no address'],
  ])('%s says why not', async (line, told) => {
    const person = await Person.open(lab, 'visitor');
    expect(await person.type(line)).toContain(told);
  });
});

describe('the queue and the clock', () => {
  beforeEach(() =>
    lab.send('config.patch', { host: 'mx1.harbor.example', path: '/policies/greylisting/enabled', value: true }),
  );

  test('mailq shows what waits and why; ten minutes later it is gone', async () => {
    await lab.letter('bob@harbor.example');
    const person = await Person.open(lab, 'relay');
    const [head, first = '', reason, recipient, , total] = (await person.type('mailq')).split('\n');
    expect(head).toBe('-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------');
    expect(first).toMatch(/^[0-9A-Z]{10} {6,}[1-9]\d\d Mon Jan  5 09:00:00 {2}alice@campus\.example$/);
    expect(reason).toBe('(450 4.2.0 <bob@harbor.example>: Recipient address rejected: Greylisted)');
    expect(recipient).toBe(`${' '.repeat(41)}bob@harbor.example`);
    expect(total).toBe('-- 1 Kbytes in 1 Request.');
    expect(await person.type('clock +10m')).toBe('Mon, 5 Jan 2026 09:10:00 +0000\n');
    expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
    expect(await person.type('mailq')).toBe('Mail queue is empty\n');
    // The jump is part of the typed line; a replay must not make it twice.
    expect(lab.of('input.command').map((event) => event.data.command)).not.toContain('clock.advance');
  });

  test('clock tells the time and the next thing due, and goes there', async () => {
    const person = await Person.open(lab, 'desk');
    expect(await person.type('clock')).toBe('Mon, 5 Jan 2026 09:00:00 +0000\n');
    await lab.letter('bob@harbor.example');
    expect(await person.type('clock')).toContain('Next thing due: Mon, 5 Jan 2026 09:05:00 +0000\n');
    expect(await person.type('clock next')).toContain('Mon, 5 Jan 2026 09:05:00 +0000\n');
    for (const wrong of ['clock -5m', 'clock +5', 'clock +99999999d', 'clock now then']) {
      expect(await person.type(wrong)).toContain('usage: clock');
    }
    expect(await person.type('mailq')).toBe('mailq: this host runs no mail server\n');
  });
});

describe('the files of a host', () => {
  test("Bob's letter in his Maildir", async () => {
    await lab.letter('bob@harbor.example');
    const person = await Person.open(lab, 'mail');
    expect(await person.type('ls')).toBe('home/  log/  mail/  spool/\n');
    expect(await person.type('ls mail')).toBe('bob@harbor.example/  carol@harbor.example/\n');
    const [name = ''] = (await person.type('ls mail/bob@harbor.example/new')).split('\n');
    expect(name).toMatch(/^\d+\..*,S=\d+,U=1$/);
    const letter = await person.type(`cat mail/bob@harbor.example/new/${name}`);
    expect(letter).toMatch(/^Return-Path: <alice@campus\.example>\nDelivered-To: bob@harbor\.example\nReceived: /);
    expect(letter).toMatch(/\n\nHello there\.\n$/);
    expect(await person.type('cat mail/bob*/new/*')).toBe(letter);
  });

  test.each([
    '..',
    '../..',
    'mail/../../lab.json',
    'log/../../relay.campus.example/log/maillog',
    '/etc/passwd',
    '/hosts',
    'C:/Windows',
    'mail\\bob',
    'mail/\0',
    '~root',
    'policies.json',
    '*/../../*',
  ])('the path %j leads nowhere', async (path) => {
    const person = await Person.open(lab, 'mail');
    for (const command of ['ls', 'cat', 'tail', 'grep x']) {
      expect(await person.type(`${command} "${path.replaceAll('\\', '\\\\')}"`)).toMatch(/No such/);
    }
    expect(await person.complete(`cat ${path}`)).toEqual([]);
  });

  test('an end host keeps nothing', async () => {
    const person = await Person.open(lab, 'visitor');
    expect(await person.type('ls')).toBe('');
    expect(await person.type('tail maillog')).toBe('tail: maillog: No such file or directory\n');
  });
});

test('grep finds the lines of one letter, takes its text as it stands, and counts', async () => {
  const reply = await lab.letter('bob@harbor.example');
  const person = await Person.open(lab, 'submit');
  const id = /queued as (\w+)/.exec(reply)?.[1] ?? '';
  const lines = (await person.type(`grep ${id}`)).trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) expect(line).toContain(id);
  expect(await person.type(`grep -ci ${id.toLowerCase()} maillog`)).toBe(`${lines.length}\n`);
  expect(await person.type('grep .* maillog')).toBe('');
  expect(await person.type(`grep -v ${id}`)).not.toContain(id);
  expect(await person.type('grep')).toMatch(/^usage: grep/);
  expect(await person.type('grep x log')).toBe('grep: log: Is a directory\n');
});

test('tail follows the mail log until an interrupt', async () => {
  await lab.letter('bob@harbor.example');
  const person = await Person.open(lab, 'mx1');
  const last = await person.type('tail -n 2 -f maillog');
  expect(last.split('\n')).toHaveLength(3);
  expect(last).toMatch(/posthorn\/qmgr\[\d+\]: [0-9A-Z]{10}: removed\n$/);
  await lab.letter('bob@harbor.example');
  expect(await person.line()).not.toBe('');
  await person.press('interrupt');
  expect(person.prompt).toBe('mx1$ ');
  const before = lab.of('shell.output').length;
  await lab.letter('bob@harbor.example');
  expect(lab.of('shell.output')).toHaveLength(before);
});

test('completion: commands, hosts, services, files, options', async () => {
  await lab.letter('bob@harbor.example');
  const person = await Person.open(lab, 'mail');
  expect(await person.complete('te')).toEqual(['telnet']);
  expect(await person.complete('telnet mx')).toEqual([
    'telnet mx1',
    'telnet mx1.harbor.example',
    'telnet mx2',
    'telnet mx2.harbor.example',
  ]);
  expect(await person.complete('telnet mx1 su')).toEqual(['telnet mx1 submission', 'telnet mx1 submissions']);
  expect(await person.complete('cat m')).toEqual(['cat mail/']);
  expect(await person.complete('cat mail/b')).toEqual(['cat mail/bob@harbor.example/']);
  expect(await person.complete('cat log/')).toEqual(['cat log/maillog']);
  expect(await person.complete('tail ma')).toEqual(['tail mail/', 'tail maillog']);
  expect(await person.complete('openssl s_client -starttls ')).toHaveLength(3);
  expect(await person.complete('send --from al')).toEqual(['send --from alice@campus.example']);
  expect(await person.complete('nonsense x')).toEqual([]);
  const before = lab.events.length;
  await person.complete('dig ');
  expect(lab.events).toHaveLength(before);
});

test('several pasted lines are run in order', async () => {
  const person = await Person.open(lab, 'visitor');
  expect(await person.type('ssh mx1\r\nhostname\nexit\nhostname')).toBe('mx1.harbor.example\nvisitor.example\n');
});

test('what the network sends is shown, never obeyed', async () => {
  const person = await Person.open(lab, 'visitor');
  await person.type('telnet mx1 smtp');
  await person.type('HELO visitor.example');
  await person.type('MAIL FROM:<a@visitor.example>\nRCPT TO:<bob@harbor.example>\nDATA');
  await lab.seen('shell.output', (event) => event.data.text.startsWith('354'));
  await person.type('Subject: \x1b]0;owned\x07 \x1b[2J\u202e\u009b31m\n\n.\nQUIT');
  await person.back();
  await lab.seen('conn.closed');
  await lab.lab.settled();
  await person.type('ssh mail');
  expect(await person.type('cat mail/bob*/new/*')).toContain('Subject: ^[]0;owned^G ^[[2J\\u202e\\x9b31m\n');
  const shown = lab.of('shell.output').map((event) => event.data.text);
  expect(shown.join('')).not.toMatch(/[^\n\t\P{C}]/u);
});

test('any line at all: nothing throws, nothing invisible comes out', async () => {
  const word = fc.oneof(
    fc.constantFrom('telnet', 'nc', 'dig', 'host', 'mailq', 'tail', 'ls', 'cat', 'clock', 'ssh', 'help', 'send'),
    fc.constantFrom('mx1', 'mail', 'smtp', '25', '-f', '-n', '+1h', '@ns.example', '--from', '*', '^]', 'exit', '"'),
    fc.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 20 }).map((codes) => String.fromCodePoint(...codes)),
    fc.string({ maxLength: 20 }),
  );
  let person = await Person.open(lab, 'mail');
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 6 }), fc.boolean(), async (words, interrupt) => {
      if (person.closed) person = await Person.open(lab, 'mail');
      await person.complete(words.join(' '));
      try {
        await person.type(words.join(' '));
        if (interrupt && !person.closed) await person.press('interrupt');
      } catch (error) {
        // A line may have closed the shell before the ones pasted after it.
        if (!(error instanceof CommandProblem)) throw error;
      }
    }),
    { numRuns: 40 },
  );
  if (!person.closed) await lab.send('shell.close', { shell: person.shell });
  for (const { data } of lab.of('shell.output')) expect(data.text).not.toMatch(/[^\n\t\P{Cc}]/u);
});
