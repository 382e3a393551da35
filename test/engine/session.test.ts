// A run as a file: it folds to the same state, and it keeps no password.

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { stateHash } from '../../contract/fold/hash.ts';
import { SessionProblem } from '../../contract/session/problem.ts';
import { loadSession } from '../../engine/session.ts';
import { TestLab } from '../support/lab.ts';
import { Telnet } from '../support/telnet.ts';

let dir: string;
beforeEach(() => (dir = fs.mkdtempSync(path.join(os.tmpdir(), 'posthorn-test-'))));
afterEach(() => fs.rmSync(dir, { recursive: true }));

test('a saved session folds to the state it was saved in', async () => {
  const lab = await TestLab.open();
  await lab.letter(['bob@harbor.example', 'nobody@harbor.example']);
  const file = path.join(dir, 'run.posthorn');
  await lab.send('session.save', { file });
  const { hash, seq } = await lab.send('lab.state', {});
  const session = await loadSession(file);
  expect(stateHash(session.state)).toBe(hash);
  expect(session.file.manifest).toMatchObject({ hash, seq, run: 1, seed: 1 });
  expect(await lab.send('session.load', { file })).toMatchObject({ hash, seq });
  await lab.close();
});

test('passwords become stars of the same length, typed or sent, and TLS keys stay at home', async () => {
  const lab = await TestLab.open();
  await lab.letter('bob@harbor.example');
  const pop = await Telnet.open(lab.door('mail', 110));
  await pop.line();
  await pop.ask('USER bob@harbor.example');
  await pop.ask('PASS builder');
  await pop.ask('QUIT');
  await pop.close();
  const imap = await Telnet.open(lab.door('mail', 143));
  await imap.line();
  imap.type('a LOGIN bob@harbor.example {7+}\r\nbuilder\r\nb LOGOUT\r\n');
  await imap.close();
  const file = path.join(dir, 'run.posthorn');
  await lab.send('session.save', { file });
  await lab.close();
  const entries = unzipSync(fs.readFileSync(file));
  for (const [name, bytes] of Object.entries(entries)) {
    const text = Buffer.from(bytes).toString('latin1');
    expect(text, name).not.toContain('builder');
    expect(text, name).not.toContain('wonderland');
    expect(text, name).not.toContain(Buffer.from('\0alice@campus.example\0wonderland').toString('base64'));
    expect(text, name).not.toContain('CLIENT_TRAFFIC_SECRET');
  }
  const events = Buffer.from(entries['events/000000.ndjson'] ?? []).toString('utf8');
  expect(events).toContain('PASS *******');
  expect(events).toContain(Buffer.from('\0alice@campus.example\0**********').toString('base64'));
});

test('a file that is no session is refused with a sentence', async () => {
  const file = path.join(dir, 'broken.posthorn');
  await expect(loadSession(file)).rejects.toThrow('ENOENT');
  fs.writeFileSync(file, 'not a zip');
  await expect(loadSession(file)).rejects.toThrow(new SessionProblem('not a session'));
});

test('a checkpoint brings mail, settings and time back; the run goes on under a new number', async () => {
  const lab = await TestLab.open();
  await lab.letter('bob@harbor.example');
  await lab.send('lab.checkpoint', { name: 'one-letter' });
  const { now_ms } = await lab.send('clock.get', {});
  await lab.letter('bob@harbor.example');
  await lab.send('clock.advance', { ms: 86_400_000 });
  await lab.send('config.patch', { host: 'mx1.harbor.example', path: '/policies/greylisting/enabled', value: true });
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(2);
  expect(await lab.send('lab.restore', { name: 'one-letter' })).toEqual({ run: 2 });
  expect(await lab.mailbox('bob@harbor.example')).toHaveLength(1);
  expect((await lab.send('clock.get', {})).now_ms).toBe(now_ms);
  const { state } = await lab.send('lab.state', {});
  expect(state.mailboxes['bob@harbor.example']?.total).toBe(1);
  expect(state.topology?.hosts.find((host) => host.name === 'mx1.harbor.example')?.policies).toEqual({
    greylisting: { enabled: false },
  });
  expect(await lab.letter('bob@harbor.example')).toMatch(/^250/);
  await lab.lab.close();
});

test('no checkpoint is taken while an outside program is connected', async () => {
  const lab = await TestLab.open();
  const telnet = await Telnet.open(lab.door('mx1', 25));
  await telnet.reply();
  await expect(lab.send('lab.checkpoint', { name: 'x' })).rejects.toThrow('visitor.example to mx1.harbor.example:25');
  await telnet.ask('QUIT');
  await telnet.close();
  expect(await lab.send('lab.checkpoint', { name: 'x' })).toMatchObject({ name: 'x' });
  await lab.close();
});
