// Whatever is thrown at a listener, the lab goes on.

import dgram from 'node:dgram';
import net from 'node:net';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { TestLab } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

let lab: TestLab;
beforeEach(async () => {
  lab = await TestLab.open({ serial: false });
});
afterEach(async () => {
  // The proof that it is alive: a letter goes through.
  expect(await lab.letter('bob@harbor.example')).toMatch(/^250 /);
  expect(lab.of('engine.failed')).toEqual([]);
  await lab.close();
});

/** Noise that is the same in every run. */
function noise(length: number, seed: number): Buffer {
  let state = seed;
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    }),
  );
}

/** Throws bytes at a port and waits until the other end has had enough, or we have. */
function throwAt(port: number, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    const socket = net.connect({ host: '127.0.0.1', port });
    socket.on('error', () => undefined);
    socket.on('data', () => undefined);
    socket.on('close', () => resolve());
    socket.end(bytes);
  });
}

test('random bytes at every listener', async () => {
  for (const { local } of lab.lab.ready.doors) {
    for (let seed = 1; seed <= 5; seed += 1) await throwAt(local, noise(20_000, seed));
  }
  const [, dns = ''] = lab.lab.ready.dns.split(':');
  const udp = dgram.createSocket('udp4');
  for (let seed = 1; seed <= 20; seed += 1) {
    await new Promise<void>((resolve) => udp.send(noise(300, seed), Number(dns), '127.0.0.1', () => resolve()));
  }
  udp.close();
  await throwAt(Number(dns), noise(20_000, 99));
});

test('a line of ten megabytes is refused, not kept', async () => {
  const line = Buffer.alloc(10 * 1024 * 1024, 0x61);
  for (const { local, port } of lab.lab.ready.doors) {
    if (port !== 465 && port !== 993 && port !== 995) await throwAt(local, line);
  }
});

test('a letter with a line of ten megabytes is taken whole', async () => {
  const telnet = await Telnet.open(lab.door('mx1', 25));
  await telnet.reply();
  await telnet.ask('HELO visitor.example');
  await telnet.ask('MAIL FROM:<a@visitor.example>');
  await telnet.ask('RCPT TO:<carol@harbor.example>');
  await telnet.ask('DATA');
  telnet.type(`Subject: long\r\n\r\n${'y'.repeat(10 * 1024 * 1024)}\r\n.\r\n`);
  expect(await telnet.reply()).toMatch(/^250 /);
  await telnet.ask('QUIT');
  await telnet.close();
  await lab.lab.settled();
  const [letter = ''] = await lab.mailbox('carol@harbor.example');
  expect(letter.length).toBeGreaterThan(10 * 1024 * 1024);
});

test('a letter over the size limit is refused, announced or not', async () => {
  await lab.send('config.patch', { host: 'mx1.harbor.example', path: '/mta/messageSizeLimit', value: 10_000 });
  const telnet = await Telnet.open(lab.door('mx1', 25));
  await telnet.reply();
  expect(await telnet.ask('EHLO visitor.example')).toContain('250-SIZE 10000');
  expect(await telnet.ask('MAIL FROM:<a@visitor.example> SIZE=10001')).toBe(
    '552 5.3.4 Message size exceeds fixed limit',
  );
  await telnet.ask('MAIL FROM:<a@visitor.example>');
  await telnet.ask('RCPT TO:<bob@harbor.example>');
  await telnet.ask('DATA');
  telnet.type(`Subject: big\r\n\r\n${'z'.repeat(20_000)}\r\n.\r\n`);
  expect(await telnet.reply()).toBe('552 5.3.4 Error: message file too big');
  expect(await telnet.ask('NOOP')).toBe('250 2.0.0 Ok');
  await telnet.ask('QUIT');
  await telnet.close();
});

test('twenty mistakes end a session', async () => {
  const telnet = await Telnet.open(lab.door('mx1', 25));
  await telnet.reply();
  for (let mistake = 1; mistake < 20; mistake += 1) {
    expect(await telnet.ask('FOO')).toBe('500 5.5.2 Error: command not recognized');
  }
  await telnet.ask('FOO');
  expect(await telnet.reply()).toBe('421 4.7.0 mx1.harbor.example Error: too many errors');
  expect(await telnet.line()).toBeUndefined();
});

test('a letter that has been through too many hands is refused', async () => {
  const telnet = await Telnet.open(lab.door('mx1', 25));
  await telnet.reply();
  await telnet.ask('HELO visitor.example');
  await telnet.ask('MAIL FROM:<a@visitor.example>');
  await telnet.ask('RCPT TO:<bob@harbor.example>');
  await telnet.ask('DATA');
  telnet.type(`${'Received: from a by b; Mon, 5 Jan 2026 09:00:00 +0000\r\n'.repeat(50)}\r\n.\r\n`);
  expect(await telnet.reply()).toBe('554 5.4.6 Error: too many hops');
  await telnet.ask('QUIT');
  await telnet.close();
});

test.each(['GET / HTTP/1.1', 'POST / HTTP/1.1', 'CONNECT mx1.harbor.example:25 HTTP/1.1'])(
  'a browser that is made to talk to us is sent away: %s',
  async (line) => {
    const telnet = await Telnet.open(lab.door('mx1', 25));
    await telnet.reply();
    telnet.type(`${line}\r\nHost: mx1.harbor.example\r\n\r\nMAIL FROM:<a@visitor.example>\r\n`);
    expect(await telnet.reply()).toBe('221 2.7.0 Error: I can break rules, too. Goodbye.');
    expect(await telnet.line()).toBeUndefined();
    expect(lab.of('smtp.mail')).toEqual([]);
  },
);
