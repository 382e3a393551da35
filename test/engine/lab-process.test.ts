// `npm run lab` as a script meets it: ready line, commands, errors, endings.

import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { LabProcess } from '../support/lab-process.ts';
import { temporaryDir } from '../support/temporary-dir.ts';
import { Telnet } from '../support/telnet.ts';

async function start(...args: string[]): Promise<LabProcess> {
  const lab = await LabProcess.start(...args);
  onTestFinished(async () => {
    await lab.stop();
    fs.rmSync(lab.ready.dir, { recursive: true, force: true });
  });
  return lab;
}

test('the ready line names doors, name server, directory and users', async () => {
  const lab = await start('--clock', 'manual');
  expect(lab.ready.doors).toContainEqual(
    expect.objectContaining({ as: 'visitor.example', host: 'mx1.harbor.example', port: 25, service: 'smtp' }),
  );
  expect(lab.ready.dns).toMatch(/^127\.0\.0\.1:\d+$/);
  expect(lab.ready.users).toContainEqual({
    address: 'bob@harbor.example',
    login: 'bob@harbor.example',
    password: 'builder',
  });
  expect(fs.existsSync(path.join(lab.ready.dir, 'hosts'))).toBe(true);
});

test('commands are answered by id, and what is wrong with one is said', async () => {
  const lab = await start('--clock', 'manual');
  expect(await lab.send('clock.advance', { ms: 600_000 })).toEqual({ now_ms: Date.parse('2026-01-05T09:10:00Z') });
  await expect(lab.send('clock.advance', { ms: 'soon' })).rejects.toThrow('bad arguments: /ms');
  await expect(lab.send('clock.advanse')).rejects.toThrow('Did you mean "clock.advance"?');
  await expect(lab.send('config.patch', { host: 'mx1', path: '/policies', value: {} })).rejects.toThrow(
    'no host is called "mx1"',
  );
  lab.type('this is no JSON');
  lab.type('{"id":1}');
  expect(await lab.send('clock.get')).toMatchObject({ rate: 0 });
});

test('a second engine on the same directory is refused, also when the first is left behind by a crash it is not', async () => {
  const dir = temporaryDir();
  const lab = await start('--dir', dir);
  await expect(LabProcess.start('--dir', dir)).rejects.toThrow('is open in another Posthorn');
  lab.child.kill('SIGKILL');
  await lab.exited;
  const again = await start('--dir', dir);
  expect(again.ready.dir).toBe(dir);
});

test.each([
  ['end of input', (lab: LabProcess) => lab.child.stdin?.end()],
  ['SIGTERM', (lab: LabProcess) => lab.child.kill('SIGTERM')],
  ['lab.close', (lab: LabProcess) => lab.type('{"id":9,"command":"lab.close"}')],
])('%s ends it in order', async (_name, end) => {
  const lab = await start();
  end(lab);
  expect(await lab.exited).toBe(0);
  expect(lab.events.at(-1)?.type).toBe('lab.closed');
  expect(fs.existsSync(path.join(lab.ready.dir, 'lock.json'))).toBe(false);
});

test('a port that is taken moves on, and says so', async () => {
  const other = net.createServer();
  await new Promise<void>((resolve) => other.listen({ host: '127.0.0.1', port: 0 }, resolve));
  const taken = (other.address() as net.AddressInfo).port;
  const lab = await start('--door', `bot-17:mx2:25=${taken}`);
  const door = lab.ready.doors.find((one) => one.host === 'mx2.harbor.example');
  expect(door?.local).not.toBe(taken);
  await lab.seen((event) => event.type === 'lab.door' && event.data.problem === 'EADDRINUSE');
  const telnet = await Telnet.open(door?.local ?? 0);
  expect(await telnet.reply()).toBe('220 mx2.harbor.example ESMTP Posthorn');
  await telnet.close();
  other.close();
});

test.each([
  [['--topolgy', 'two-domains'], 'Did you mean "--topology"?'],
  [['--topology', 'two-domain'], 'Did you mean "two-domains"?'],
  [['--clock', 'fast'], '--clock must be real or manual'],
  [['--seed', 'x'], '--seed must be a whole number'],
  [['--door', 'visitor:mx9:25'], 'no host is called "mx9"'],
  [['--door', 'visitor:mx1'], 'WHO:HOST:PORT'],
  [['--door', 'visitor:mx1:26'], "doesn't listen on port 26"],
])('%j is refused with what is right', async (args, text) => {
  await expect(LabProcess.start(...args)).rejects.toThrow(text);
});

test('an unknown key of a topology is told by its path, with the key that was meant', async () => {
  const file = path.join(temporaryDir(), 'lab.json');
  const host = { name: 'a.example', lable: 'A', address: '192.0.2.1', organisation: 'x', colour: 'mx', kind: 'end' };
  const topology = {
    name: 'x',
    title: 'X',
    startsAt: '2026-01-05T09:00:00Z',
    organisations: [{ id: 'x', title: 'X' }],
    hosts: [host],
  };
  fs.writeFileSync(file, JSON.stringify(topology));
  await expect(LabProcess.start('--topology', file)).rejects.toThrow(
    '/hosts/0/lable: unknown key. Did you mean "label"?',
  );
});

test('killed in the middle of sixty letters, it delivers everything that it had promised', async () => {
  const dir = temporaryDir();
  const lab = await start('--dir', dir, '--door', 'visitor:mx1:25');
  const promised: string[] = [];
  // Thirty people at a time, two letters each; the kill comes when a third of the promises are made.
  const people = Array.from({ length: 30 }, async (_, person) => {
    const telnet = await Telnet.open(lab.door('mx1', 25));
    await telnet.reply();
    await telnet.ask('HELO visitor.example');
    for (const round of [1, 2]) {
      const name = `letter-${person}-${round}`;
      await telnet.ask(`MAIL FROM:<a@visitor.example>`);
      await telnet.ask('RCPT TO:<bob@harbor.example>');
      await telnet.ask('DATA');
      telnet.type(`Subject: ${name}\r\n\r\n${'x'.repeat(2000)}\r\n.\r\n`);
      if ((await telnet.reply()).startsWith('250 ')) promised.push(name);
      if (promised.length === 20) lab.child.kill('SIGKILL');
    }
    await telnet.close();
  });
  await Promise.all(people);
  await lab.exited;
  expect(promised.length).toBeGreaterThanOrEqual(20);
  const again = await start('--dir', dir);
  await again.send('lab.settled');
  const folder = path.join(dir, 'hosts/mail.harbor.example/mail/bob@harbor.example');
  const letters = ['new', 'cur'].flatMap((sub) =>
    fs.readdirSync(path.join(folder, sub)).map((file) => fs.readFileSync(path.join(folder, sub, file), 'latin1')),
  );
  const subjects = letters.map((letter) => /^Subject: (.*)\r$/m.exec(letter)?.[1]);
  for (const name of promised) expect(subjects).toContain(name);
  for (const letter of letters) expect(letter.endsWith(`${'x'.repeat(2000)}\r\n`)).toBe(true);
});
