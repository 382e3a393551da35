// The real engine behind the desktop shell's own relay: the built host is started where the shell says, a page speaks
// to it over its port, survives a reload and a killed engine, and the app ends in order. Only Electron is a stand-in.

import fs from 'node:fs';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

import { temporaryDir } from '../support/temporary-dir.ts';
import { buildShell, loadMain, Page } from './loaded-main.ts';
import type { Child, Contents, StandIn } from './stand-in.ts';

let dist = '';
let shell: StandIn | undefined;

beforeAll(() => {
  dist = buildShell('electron', 'engine');
}, 120_000);
afterAll(() => fs.rmSync(dist, { recursive: true, force: true }));
afterEach(() => {
  for (const { process } of shell?.children ?? []) process?.kill('SIGKILL');
});

/** A page that asked for its port, and a way to wait for what it hears. */
function openPage(running: StandIn) {
  const page = new Page(dist, running, running.windows[0]?.webContents as Contents);
  const until = (isIt: (frame: Record<string, unknown>) => boolean) =>
    new Promise<Record<string, unknown>>((resolve) => {
      page.onFrame = () => {
        const found = page.heard.find(isIt);
        if (found) resolve(found);
      };
      page.onFrame();
    });
  page.bridge.connect();
  return { page, until };
}

const isRunning = (frame: Record<string, unknown>) => frame['engine'] === 'running';

it('carries a whole conversation, over a reload, a crash and the end', async () => {
  const dir = path.join(temporaryDir(), 'lab');
  process.env['POSTHORN_DIR'] = dir;
  shell = await loadMain(dist, { realEngine: true });
  delete process.env['POSTHORN_DIR'];

  const first = openPage(shell);
  expect(await first.until(isRunning)).toMatchObject({ dir });
  first.page.say({ kind: 'since', lab: 'main', run: 0, seq: 0 });
  const { events } = await first.until(({ kind }) => kind === 'events');
  expect((events as { type: string }[])[0]?.type).toBe('lab.opened');
  first.page.say({ kind: 'command', lab: 'main', id: 7, command: 'clock.get', args: {} });
  expect(await first.until(({ id }) => id === 7)).toMatchObject({ kind: 'reply' });

  // A reload: the same engine, and the new page has all from the beginning.
  const second = openPage(shell);
  await second.until(isRunning);
  second.page.say({ kind: 'since', lab: 'main', run: 0, seq: 0 });
  expect(await second.until(({ kind }) => kind === 'events')).toMatchObject({ batch: 1 });
  expect(shell.children).toHaveLength(1);

  // A crash: the page is told and asks for another engine, which opens the same lab.
  const isStopped = second.until(({ engine }) => engine === 'stopped');
  shell.children[0]?.process?.kill('SIGKILL');
  await isStopped;
  second.page.heard.length = 0;
  second.page.say({ kind: 'shell', ask: 'restart' });
  expect(await second.until(isRunning)).toMatchObject({ dir });
  second.page.say({ kind: 'since', lab: 'main', run: 0, seq: 0 });
  const again = await second.until(({ kind }) => kind === 'events');
  expect((again['events'] as { run: number }[])[0]?.run).toBe(2);

  // The end: the engine closes its lab before the app is gone.
  const last = shell.children[1] as Child;
  const code = new Promise((resolve) => last.once('exit', resolve));
  shell.app.quit();
  expect(await code).toBe(0);
  await new Promise(setImmediate);
  expect(shell.app.said.slice(-2)).toEqual(['quit held up', 'quit']);
});

it('tells the page why an engine could not start', async () => {
  const dir = path.join(temporaryDir(), 'a-file');
  fs.writeFileSync(dir, 'in the way');
  process.env['POSTHORN_DIR'] = dir;
  shell = await loadMain(dist, { realEngine: true });
  delete process.env['POSTHORN_DIR'];
  const { until } = openPage(shell);
  const stopped = await until(({ engine }) => engine === 'stopped');
  expect(stopped['detail']).not.toBe('');
});
