// A session in which nobody says anything ends, as by Postfix's smtpd_timeout; one in which somebody is still typing
// doesn't, and none does while a person holds a line. The activity clock is moved by hand.

import { afterEach, beforeEach, expect, test } from 'vitest';

import { SMTP_LIMITS } from '../../engine/limits.ts';
import { TestLab } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

const TOO_LONG = '421 4.4.2 mx1.harbor.example Error: timeout exceeded';

let lab: TestLab;
let telnet: Telnet;
beforeEach(async () => {
  lab = await TestLab.open();
  telnet = await Telnet.open(lab.door('mx1', 25));
  await telnet.reply();
});
afterEach(async () => {
  await telnet.close();
  await lab.close();
});

const pass = (ms: number) => lab.send('clock.activity', { ms });

/** Resolves when the server has heard the octets of a line that isn't ended yet. */
async function typePart(text: string): Promise<void> {
  telnet.type(text);
  // Another connection's answer comes after what came before it on the same machine's sockets.
  const other = await Telnet.open(lab.door('mx1', 25));
  await other.reply();
  await other.ask('QUIT');
  await other.close();
}

test('after five minutes of silence it is over, and not before', async () => {
  expect(await telnet.ask('EHLO visitor.example')).toMatch(/^250-/);
  await pass(SMTP_LIMITS.idle_ms - 1);
  expect(await telnet.ask('NOOP')).toBe('250 2.0.0 Ok');
  await pass(SMTP_LIMITS.idle_ms - 1);
  expect(await telnet.ask('NOOP')).toBe('250 2.0.0 Ok');
  await pass(SMTP_LIMITS.idle_ms);
  expect(await telnet.line()).toBe(TOO_LONG);
  expect(await telnet.line()).toBeUndefined();
});

test('who never says hello hears it too', async () => {
  await pass(SMTP_LIMITS.idle_ms);
  expect(await telnet.line()).toBe(TOO_LONG);
});

test('a person who types a letter line by line has time', async () => {
  for (const line of [
    'HELO visitor.example',
    'MAIL FROM:<a@visitor.example>',
    'RCPT TO:<bob@harbor.example>',
    'DATA',
  ]) {
    expect(await telnet.ask(line)).toMatch(/^[23]/);
  }
  for (const line of ['Subject: by hand', '', 'Dear Bob,', 'I think about each line.']) {
    await typePart(`${line}\r\n`);
    await pass(SMTP_LIMITS.idle_ms);
  }
  expect(await telnet.ask('.')).toMatch(/^250 2\.0\.0 Ok: queued as /);
});

test('who stops in the middle of a letter hears it, and no letter comes of it', async () => {
  for (const line of [
    'HELO visitor.example',
    'MAIL FROM:<a@visitor.example>',
    'RCPT TO:<bob@harbor.example>',
    'DATA',
  ]) {
    await telnet.ask(line);
  }
  await typePart('Subject: half\r\n');
  await pass(SMTP_LIMITS.idle_ms);
  await pass(SMTP_LIMITS.idle_ms);
  expect(await telnet.line()).toBe(TOO_LONG);
  await lab.lab.settled();
  expect(await lab.mailbox('bob@harbor.example')).toEqual([]);
});

test('while a line is held nobody’s time runs', async () => {
  await lab.send('hold.set', { id: 'look', server: 'mx1.harbor.example', reply: 'NOOP' });
  telnet.type('NOOP\r\n');
  const held = await lab.seen('wire.held');
  await pass(3 * SMTP_LIMITS.idle_ms);
  await lab.send('hold.release', { conn: held.conn ?? '', from: 'server', count: 1 });
  expect(await telnet.reply()).toBe('250 2.0.0 Ok');
  await lab.send('hold.clear', { id: 'look' });
  await telnet.ask('QUIT');
});
