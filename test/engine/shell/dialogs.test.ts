// Dialogs by hand from a shell of the lab: SMTP, POP3, IMAP, TLS, and how they end.

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { TestLab } from '../../support/lab.ts';
import { Person } from './person.ts';

let lab: TestLab;
beforeEach(async () => {
  lab = await TestLab.open();
});
afterEach(async () => {
  await lab.close();
});

const CONNECTED = `
  C: telnet mx1.harbor.example smtp
  S: Trying 203.0.113.25...
  S: Connected to mx1.harbor.example.
  S: Escape character is '^]'.
  S: 220 mx1.harbor.example ESMTP Posthorn
`;

test('a letter typed by telnet with a forged From arrives, and its fields are claims', async () => {
  const person = await Person.open(lab, 'visitor');
  const differences = await person.dialogue(`${CONNECTED}
    C: HELO visitor.example
    S: 250 mx1.harbor.example
    C: MAIL FROM:<x@visitor.example>
    S: 250 2.1.0 Ok
    C: RCPT TO:<bob@harbor.example>
    S: 250 2.1.5 Ok
    C: DATA
    S: 354 End data with <CR><LF>.<CR><LF>
    C: From: The Dean <dean@campus.example>
    C: Subject: Fees
    C:
    C: Pay at once. Grüße.
    C: .
    S: 250 2.0.0 Ok: queued as ...
    C: QUIT
    S: 221 2.0.0 Bye
    S: Connection closed by foreign host.
  `);
  expect(differences).toEqual([]);
  await person.back();
  expect(person.prompt).toBe('visitor$ ');
  await lab.seen('conn.closed');
  await lab.lab.settled();
  const [letter = ''] = await lab.mailbox('bob@harbor.example');
  expect(letter).toContain('From: The Dean <dean@campus.example>\r\n');
  expect(Buffer.from(letter, 'latin1').toString('utf8')).toContain('Pay at once. Grüße.\r\n');
  const forged = lab.of('field.added').filter((event) => ['From', 'Subject'].includes(event.data.name));
  expect(forged.map((event) => [event.data.name, event.host, event.data.standing])).toEqual([
    ['From', 'visitor.example', 'claimed'],
    ['Subject', 'visitor.example', 'claimed'],
  ]);
});

test('what was typed causes what went out, the lookup is seen, and the inputs are recorded', async () => {
  const person = await Person.open(lab, 'visitor.example');
  await person.dialogue(`${CONNECTED}
    C: NOOP
    S: 250 2.0.0 Ok
    C: QUIT
    S: 221 2.0.0 Bye
    S: Connection closed by foreign host.
  `);
  const typed = lab.of('shell.input').find((event) => event.data.text === 'NOOP\n');
  const line = lab.of('wire.line').find((event) => event.data.bytes === 'NOOP\r\n');
  expect(line?.cause).toBe(typed?.seq);
  const input = lab.of('input.command').find((event) => event.seq === typed?.cause);
  expect(input?.data).toMatchObject({ command: 'shell.submit', args: { line: 'NOOP' } });
  const asked = lab.of('dns.asked').find((event) => event.data.purpose === 'shell');
  expect(asked).toMatchObject({ host: 'visitor.example', data: { name: 'mx1.harbor.example', type: 'A' } });
  const opened = lab.of('conn.opened').find((event) => event.data.purpose === 'shell');
  expect(opened?.data).toMatchObject({ door: false, client: { host: 'visitor.example' } });
});

test('POP3 by hand; the password is stars in the record of the shell', async () => {
  await lab.letter('bob@harbor.example');
  const person = await Person.open(lab, 'desk');
  const differences = await person.dialogue(`
    C: telnet mail pop3
    S: Trying 10.20.0.5...
    S: Connected to mail.harbor.example.
    S: Escape character is '^]'.
    S: +OK ...
    C: USER bob@harbor.example
    S: +OK...
    C: PASS builder
    S: +OK...
    C: STAT
    S: +OK 1 ...
    C: RETR 1
    S: +OK ...
    S: Return-Path: <alice@campus.example>
  `);
  expect(differences).toEqual([]);
  await lab.seen('shell.output', (event) => event.data.text.endsWith('Hello there.\n.\n'));
  await person.type('QUIT');
  await person.back();
  expect(lab.of('shell.input').map((event) => event.data.text)).toContain('PASS *******\n');
  const shell = lab.events.filter((event) => event.type.startsWith('shell.'));
  expect(JSON.stringify(shell)).not.toContain('builder');
});

test('IMAP by hand, a password in a literal too', async () => {
  await lab.letter('bob@harbor.example');
  const person = await Person.open(lab, 'desk');
  await person.type('nc mail.harbor.example imap');
  expect(await person.line()).toMatch(/^\* OK /);
  const differences = await person.dialogue(`
    C: a LOGIN bob@harbor.example {7}
    S: + ...
    C: builder
    S: a OK ...
    C: b EXAMINE INBOX
    S: * ...
  `);
  expect(differences).toEqual([]);
  await lab.seen('shell.output', (event) => event.data.text.startsWith('b OK'));
  await person.type('c LOGOUT');
  await person.back();
  expect(lab.of('shell.input').map((event) => event.data.text)).toContain('*******\n');
});

describe('how a dialog ends', () => {
  test('an interrupt closes it and brings the prompt back', async () => {
    const person = await Person.open(lab, 'visitor');
    await person.dialogue(CONNECTED);
    expect(person.prompt).toBe('');
    await person.press('interrupt');
    expect(person.prompt).toBe('visitor$ ');
    expect((await lab.seen('conn.closed')).data.by).toBe('client');
    expect(await person.type('whoami')).toBe('you\n');
  });

  test('the escape leads to the telnet prompt, which knows what it can do', async () => {
    const person = await Person.open(lab, 'visitor');
    await person.dialogue(CONNECTED);
    await person.type('\x1d');
    expect(person.prompt).toBe('telnet> ');
    expect(await person.type('qiut')).toContain('?Invalid command; did you mean "quit"?');
    await person.type('mode character');
    expect([person.prompt, person.mode]).toEqual(['', 'character']);
    await person.type('^]');
    await person.type('');
    expect([person.prompt, person.mode]).toEqual(['', 'character']);
    await person.type('^]');
    expect(await person.type('quit')).toBe('Connection closed.\n');
    expect([person.prompt, person.mode]).toEqual(['visitor$ ', 'line']);
  });

  test('the shell is closed under it, and so is the connection', async () => {
    const person = await Person.open(lab, 'visitor');
    await person.dialogue(CONNECTED);
    await lab.send('shell.close', { shell: person.shell });
    await lab.seen('conn.closed');
    expect(person.closed).toBe(true);
    await expect(person.type('x')).rejects.toThrow('no shell is called "sh1"');
  });

  test('an open dialog keeps nobody from coming to rest', async () => {
    const person = await Person.open(lab, 'visitor');
    await person.dialogue(CONNECTED);
    await lab.lab.settled();
    await expect(lab.send('lab.checkpoint', { name: 'x' })).rejects.toThrow('visitor.example to mx1.harbor.example:25');
    await person.press('interrupt');
    await lab.seen('conn.closed');
    await lab.send('lab.checkpoint', { name: 'x' });
  });
});

test('in character mode every key goes out, the backspace too', async () => {
  const person = await Person.open(lab, 'visitor');
  await person.dialogue(CONNECTED.replace('telnet ', 'telnet -c '));
  const { shell } = person;
  for (const key of ['N', 'O', 'X', '\x7f', 'O', 'P', '\r']) await lab.send('shell.bytes', { shell, bytes: key });
  expect(await person.line()).toBe('500 5.5.2 Error: command not recognized');
  expect(lab.of('wire.line').map((event) => event.data.bytes)).toContain('NOX\x7fOP\r\n');
  expect(lab.of('shell.input').map((event) => event.data.text)).toContain('^?');
  await lab.send('shell.bytes', { shell, bytes: '\x1d' });
  await person.type('quit');
  await expect(lab.send('shell.bytes', { shell, bytes: 'x' })).rejects.toThrow('takes whole lines now');
});

test.each([
  ['telnet mx1 23', 'Unable to connect to remote host: Connection refused'],
  ['telnet 192.0.2.99 25', 'No route to host: Posthorn never leaves this machine'],
  ['telnet 8.8.8.8 53', 'No route to host: Posthorn never leaves this machine'],
  ['telnet mx9.harbor.example 25', 'could not resolve mx9.harbor.example: Name or service not known'],
  ['telnet elsewhere.test 25', 'could not resolve elsewhere.test: Temporary failure in name resolution'],
  ['telnet mx1 smpt', 'neither a port nor a service'],
  ['telnet', 'usage: telnet'],
  ['nc -v mx1 99', 'nc: connect to mx1.harbor.example (203.0.113.25) 99 port [tcp/*] failed: Connection refused'],
  ['openssl s_client -connect mx1:25 -starttls smtp', 'The server does not start TLS: 5'],
])('%s says why not', async (line, why) => {
  const person = await Person.open(lab, 'visitor');
  expect(await person.type(line)).toContain(why);
  expect(person.prompt).toBe('visitor$ ');
});

test('openssl: STARTTLS, a verified certificate, and the R that s_client takes for itself', async () => {
  const person = await Person.open(lab, 'laptop');
  const shown = await person.type('openssl s_client -connect submit:587 -starttls smtp -crlf');
  expect(shown).toContain('subject=CN = submit.campus.example');
  expect(shown).toContain('Verify return code: 0 (ok)');
  await person.type('EHLO laptop.campus.example');
  await lab.seen('shell.output', (event) => event.data.text.startsWith('250 '));
  expect(await person.type('RCPT TO:<bob@harbor.example>')).toContain('RENEGOTIATING');
  await person.type('quit');
  await person.back();
  const inTls = lab.of('wire.line').filter((event) => event.data.tls && event.data.from === 'client');
  expect(inTls.map((event) => event.data.bytes)).toEqual(['EHLO laptop.campus.example\r\n', 'quit\r\n']);
});

test('send shows the whole dialog and delivers', async () => {
  const person = await Person.open(lab, 'bot-17');
  const shown = await person.type(
    'send --from "<>" --to bob@harbor.example --subject "Cheap watches" --body "Buy\\n.now" --helo bank.example',
  );
  expect(shown).toContain('=== Connected to mx1.harbor.example.\n<-  220 mx1.harbor.example ESMTP Posthorn\n');
  expect(shown).toContain(' -> EHLO bank.example\n');
  expect(shown).toContain(' -> ..now\n');
  await lab.lab.settled();
  expect((await lab.mailbox('bob@harbor.example'))[0]).toContain('Subject: Cheap watches\r\n\r\nBuy\r\n.now\r\n');
  expect(await person.type('send --from a@b.example --to x@nowhere.example --server mx1')).toContain('554 5.7.1');
});

test('send puts lines of its own on top, dated by the lab’s clock', async () => {
  const person = await Person.open(lab, 'visitor');
  const trace = '--add-header "X-Trace: first; %DATE-6m%" --add-header "X-Trace: second; %DATE%"';
  const shown = await person.type(`send --from a@visitor.example --to bob@harbor.example ${trace}`);
  const [, first = '', second = '', now] =
    / -> X-Trace: first; (.*)\n -> X-Trace: second; (.*)\n -> Date: (.*)\n/.exec(shown) ?? [];
  expect(second).toBe(now);
  expect(Date.parse(second) - Date.parse(first)).toBe(360_000);
});

test('a held reply stops send, and an interrupt ends it', async () => {
  await lab.send('hold.set', { id: 'stop', server: 'mx1.harbor.example', reply: 'MAIL' });
  const person = await Person.open(lab, 'visitor');
  const sending = person.type('send --from a@visitor.example --to bob@harbor.example');
  await lab.seen('wire.held');
  await lab.lab.settled();
  await person.press('interrupt');
  await sending;
  expect(person.prompt).toBe('visitor$ ');
  await lab.send('hold.clear', { id: 'stop' });
  await lab.seen('conn.closed');
});
