// A session file that the system hands over arrives in the page, whichever way it comes and whenever the page is ready. Asked
// of the main as it is built, with a stand-in for Electron; the page's own half with a window of its own.

import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';

import { onHandedFile } from '../../renderer/source/handed-file.ts';
import { temporaryDir } from '../support/temporary-dir.ts';
import { buildShell, loadMain, Page } from './loaded-main.ts';
import { StoppableEvent, type Window } from './stand-in.ts';

let dist = '';
beforeAll(() => {
  dist = buildShell('electron');
}, 60_000);
afterAll(() => fs.rmSync(dist, { recursive: true, force: true }));

const argv = process.argv;
afterEach(() => {
  process.argv = argv;
  vi.unstubAllGlobals();
});

/** A started main, and a page that isn't connected yet. */
async function started(...args: string[]) {
  process.argv = ['posthorn', ...args];
  const shell = await loadMain(dist);
  const { webContents } = shell.windows[0] as Window;
  return { shell, webContents, page: new Page(dist, shell, webContents) };
}

function session(name = 'a run.posthorn'): string {
  const file = path.join(temporaryDir(), name);
  fs.writeFileSync(file, 'PK');
  return file;
}

const handed = (page: Page) => page.messages.map(({ data }) => data).filter((data) => typeof data === 'object');
const arrived = (file: string) => ({
  'posthorn:file': { name: path.basename(file), content: new Uint8Array([80, 75]) },
});

it('a file named at the start waits for the page', async () => {
  const file = session();
  const { page } = await started('--dir', 'lab', '--no-sandbox', file);
  expect(handed(page)).toEqual([]);
  page.bridge.connect();
  await expect.poll(() => handed(page)).toEqual([arrived(file)]);
  expect(page.messages.at(-1)?.origin).toBe('posthorn://app');
});

it.each([
  ['relative to where it was said', (file: string) => [path.basename(file)]],
  ['as an address, as desktops of Linux say it', (file: string) => [pathToFileURL(file).href]],
  ['in capitals, as old disks have it', (file: string) => [path.basename(file)], 'RUN.POSTHORN'],
])('a second start hands its file to the first: %s', async (_name, args, name = 'a run.posthorn') => {
  const file = session(name);
  const { shell, page } = await started();
  page.bridge.connect();
  shell.app.emit('second-instance', {}, ['posthorn', '--flag', ...args(file)], path.dirname(file));
  await expect.poll(() => handed(page)).toEqual([arrived(file)]);
});

it("macOS' own way, before the page and while it is loaded again", async () => {
  const file = session();
  const { shell, webContents, page } = await started();
  const event = new StoppableEvent();
  shell.app.emit('open-file', event, file);
  expect(event.stopped).toBe(true);
  page.bridge.connect();
  await expect.poll(() => handed(page)).toHaveLength(1);
  webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
  shell.app.emit('open-file', new StoppableEvent(), file);
  const again = new Page(dist, shell, webContents);
  again.bridge.connect();
  await expect.poll(() => handed(again)).toEqual([arrived(file)]);
});

it('what is no session, no file or too large is told and not handed over', async () => {
  const { shell, page } = await started();
  page.bridge.connect();
  const open = (...args: string[]) => shell.app.emit('second-instance', {}, ['posthorn', ...args], '/');
  open('/etc/passwd', '--evil=x.posthorn');
  open('/nowhere/gone.posthorn');
  await expect.poll(() => shell.boxes).toHaveLength(1);
  expect(shell.boxes[0]).toEqual(["Posthorn can't open /nowhere/gone.posthorn", expect.stringContaining('ENOENT')]);
  const large = session();
  fs.truncateSync(large, 512 * 1024 * 1024 + 1);
  open(large);
  await expect.poll(() => shell.boxes).toHaveLength(2);
  expect(shell.boxes[1]).toEqual([expect.stringContaining(large), expect.stringContaining('Open session')]);
  expect(handed(page)).toEqual([]);
});

it('the page takes its own window’s message of that shape, and no other', () => {
  const target = new EventTarget();
  vi.stubGlobal('window', target);
  vi.stubGlobal('addEventListener', target.addEventListener.bind(target));
  const opened: File[] = [];
  onHandedFile((file) => opened.push(file));
  const content = new Uint8Array([80, 75]);
  const say = (data: unknown, source: unknown = target) =>
    target.dispatchEvent(Object.assign(new Event('message'), { data, source }));
  for (const data of [
    null,
    'posthorn:file',
    { 'posthorn:file': 'x' },
    { 'posthorn:file': { name: 'x', content: 'PK' } },
  ]) {
    say(data);
  }
  say({ 'posthorn:file': { name: 'x.posthorn', content } }, {});
  expect(opened).toEqual([]);
  say({ 'posthorn:file': { name: 'x.posthorn', content } });
  expect(opened.map(({ name, size }) => [name, size])).toEqual([['x.posthorn', 2]]);
});
