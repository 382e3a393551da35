// What a screen asks about one host: its files, its log, the settings of its policies. Paths are hostile.

import fs from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { HOST_FILE_LIMITS } from '../../engine/limits.ts';
import { manualWorld } from '../../engine/world/manual-world.ts';
import { RealDisk } from '../../engine/world/real-disk.ts';
import { TestLab } from '../support/lab.ts';
import { temporaryDir } from '../support/temporary-dir.ts';

const MAIL = 'mail.harbor.example';

test("a letter's file is found in the Maildir and read as it was stored", async () => {
  const lab = await TestLab.open();
  await lab.letter('bob@harbor.example');
  const names = async (at: string) =>
    (await lab.send('files.list', { host: MAIL, path: at })).entries.map(({ name, isDir }) =>
      isDir ? `${name}/` : name,
    );
  expect(await names('')).toEqual(['home/', 'log/', 'mail/', 'spool/']);
  expect(await names('log')).toEqual(['maillog']);
  const [box = ''] = (await names('mail')).filter((name) => name.startsWith('bob'));
  const [file = ''] = await names(`mail/${box}new`);
  const { bytes, octets } = await lab.send('files.read', { host: MAIL, path: `mail/${box}new/${file}` });
  expect(bytes).toBe((await lab.mailbox('bob@harbor.example'))[0]);
  expect(octets).toBe(bytes.length);
  await lab.close();
});

test.each([
  '..',
  '../..',
  'spool/../../..',
  'mail/../../mx1.harbor.example',
  '/etc/passwd',
  '/',
  'C:\\Windows',
  'c:/x',
  'spool\\active',
  'spool/\0',
  'policies.json',
  'spool/*',
  '?pool',
  'nowhere',
])('%j leads nowhere', async (hostile) => {
  const lab = await TestLab.open();
  await expect(lab.send('files.list', { host: MAIL, path: hostile })).rejects.toMatchObject({
    problem: 'no such place',
  });
  await expect(lab.send('files.read', { host: MAIL, path: hostile })).rejects.toMatchObject({
    problem: 'no such place',
  });
  await lab.close();
});

test('links that somebody put there are not followed, and a file is no directory', async () => {
  const dir = temporaryDir();
  const lab = await TestLab.open({ world: { ...manualWorld(), disk: new RealDisk(dir) } });
  const spool = path.join(dir, 'hosts', MAIL, 'spool');
  fs.writeFileSync(path.join(dir, 'secret'), 'nobody may read this');
  fs.symlinkSync(path.join(dir, 'secret'), path.join(spool, 'link'));
  fs.symlinkSync('/etc', path.join(spool, 'etc'));
  const { entries } = await lab.send('files.list', { host: MAIL, path: 'spool' });
  expect(entries.map((one) => one.name)).toEqual(['active', 'corrupt', 'deferred', 'hold', 'incoming']);
  for (const hostile of ['spool/link', 'spool/etc', 'spool/etc/passwd', 'spool', 'log/maillog/x']) {
    await expect(lab.send('files.read', { host: MAIL, path: hostile })).rejects.toMatchObject({
      problem: 'no such place',
    });
  }
  await expect(lab.send('files.list', { host: MAIL, path: 'log/maillog' })).rejects.toThrow('not a directory');
  await expect(lab.send('files.list', { host: 'gone.example' })).rejects.toMatchObject({ problem: 'unknown host' });
  await lab.close();
});

test('the log is read from its end, and then goes on where it was', async () => {
  const lab = await TestLab.open();
  expect(await lab.send('log.read', { host: MAIL })).toEqual({ text: '', from: 0, to: 0 });
  await lab.letter('bob@harbor.example');
  const first = await lab.send('log.read', { host: MAIL });
  expect(first.text).toMatch(/^Jan {2}5 09:00:00 mail posthorn\/smtpd\[\d+\]: connect from /);
  expect(first.text).toMatch(/: removed\n$/);
  await lab.letter('carol@harbor.example');
  const more = await lab.send('log.read', { host: MAIL, from: first.to });
  expect(more.from).toBe(first.to);
  expect(more.text).toMatch(/to=<carol@harbor\.example>/);
  expect(more.text).not.toMatch(/to=<bob@/);
  const all = await lab.send('log.read', { host: MAIL, from: 0 });
  expect(all.text).toBe(first.text + more.text);
  expect(await lab.send('log.read', { host: MAIL, from: all.to })).toEqual({ text: '', from: all.to, to: all.to });
  // An end that this log hasn't reached was another log's.
  expect((await lab.send('log.read', { host: MAIL, from: all.to + 1 })).text).toBe(all.text);
  expect(await lab.send('log.read', { host: 'visitor.example' })).toEqual({ text: '', from: 0, to: 0 });
  await lab.close();
});

test('a long log begins with a whole line', async () => {
  const lab = await TestLab.open();
  const letters = Math.ceil(HOST_FILE_LIMITS.logTail / 700) + 2;
  for (let count = 0; count < letters; count += 1) await lab.letter('bob@harbor.example');
  const { text, from, to } = await lab.send('log.read', { host: MAIL });
  expect(from).toBeGreaterThan(0);
  expect(to - from).toBe(text.length);
  for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^Jan {2}5 09:00:00 mail posthorn\//);
  await lab.close();
});

test('policies say what can be set, with the bounds that config.patch holds', async () => {
  const lab = await TestLab.open();
  const { policies } = await lab.send('policy.list', {});
  expect(policies.find((one) => one.name === 'greylisting')?.settings).toEqual([
    { key: 'enabled', kind: 'switch', initial: false },
    { key: 'delay_s', kind: 'number', initial: 300, least: 0, most: 86_400 },
    { key: 'retryWindow_s', kind: 'number', initial: 172_800, least: 1, most: 5_184_000 },
    { key: 'lifetime_s', kind: 'number', initial: 3_024_000, least: 1, most: 34_560_000 },
    { key: 'peer', kind: 'choice', initial: 'network', options: ['network', 'address'] },
    { key: 'autoWhitelist', kind: 'number', initial: 5, least: 0, most: 1000 },
    { key: 'except', kind: 'text', initial: '' },
  ]);
  await lab.close();
});
