// `npm start`: a window where that can be, else one line that says why and the browser version. Run in a copy of the
// scripts, with programs in the place of Electron and of the web shell that write down how they were called.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const COPIED = ['package.json', 'package-lock.json', 'LICENSE', 'tsconfig.base.json', 'scripts'];

let copy = '';
const place = (name: string) => path.join(copy, name);
const electron = () => place('node_modules/electron/dist/electron');

/** A program that says what it is and how it was called, then does `then`. */
function write(file: string, name: string, then = ''): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const said = `[${JSON.stringify(name)}, ...process.argv.slice(2), process.env.ELECTRON_RUN_AS_NODE ?? 'window']`;
  fs.writeFileSync(file, `#!/usr/bin/env node\nconsole.log(JSON.stringify(${said}));\n${then}\n`, { mode: 0o755 });
}

beforeAll(async () => {
  copy = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'posthorn-start-')));
  for (const name of COPIED) fs.cpSync(path.join(root, name), place(name), { recursive: true });
  write(place('dist/web/server.js'), 'browser version');
  // Installed and built, as far as the scripts can see.
  const lock = createHash('sha256').update(fs.readFileSync(place('package-lock.json')));
  fs.mkdirSync(place('node_modules'));
  const stamp = `${lock.digest('hex')} ${process.platform}-${process.arch}\n`;
  fs.writeFileSync(place('node_modules/.posthorn-installed'), stamp);
  const { inputStamp } = (await import(pathToFileURL(place('scripts/stamp.mjs')).href)) as { inputStamp: () => string };
  fs.writeFileSync(place('dist/.stamp'), inputStamp());
});
afterAll(() => fs.rmSync(copy, { recursive: true, force: true }));
beforeEach(() => fs.rmSync(place('node_modules/electron'), { recursive: true, force: true }));

interface Run {
  code: number | null;
  called: unknown[];
  stderr: string;
}

/** Runs `npm start` as at a desk with a display, unless told otherwise; `during` gets the running process. */
function start(args: string[], extra: NodeJS.ProcessEnv = {}, during?: (kill: () => void) => void): Promise<Run> {
  const env = { ...process.env, DISPLAY: ':77', WAYLAND_DISPLAY: '', CI: '', ...extra };
  const child = spawn(process.execPath, [place('scripts/run.mjs'), 'start', ...args], { env, cwd: copy });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text: Buffer) => {
    stdout += text.toString();
    during?.(() => child.kill('SIGTERM'));
  });
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const called = stdout.trimEnd().split('\n').filter(Boolean);
      resolve({ code, called: called.map((line): unknown => JSON.parse(line)), stderr });
    });
  });
}

const browser = (...args: string[]) => ['browser version', ...args, 'window'];
const ONE_LINE = /^[^\n]+: this is the browser version\.\n$/;

describe('the browser version', () => {
  it('where Electron has no binary, and says so in one line', async () => {
    const { called, stderr, code } = await start(['--dir', 'lab']);
    expect(called).toEqual([browser('--dir', 'lab')]);
    expect(stderr).toMatch(ONE_LINE);
    expect(stderr).toContain("Electron's binary isn't here");
    expect(code).toBe(0);
  });

  it('when asked for, without a word', async () => {
    write(electron(), 'window');
    expect(await start(['--web', '--dir', 'lab'])).toEqual({ code: 0, called: [browser('--dir', 'lab')], stderr: '' });
    expect(await start(['--port=0', '--no-open'])).toMatchObject({
      called: [browser('--port=0', '--no-open')],
      stderr: '',
    });
  });
});

// A script is no program on Windows, and a display is always there.
describe.runIf(process.platform === 'linux')('with a binary', () => {
  it('opens the window, and nothing else', async () => {
    write(electron(), 'window');
    const run = await start(['--dir', 'lab'], { ELECTRON_RUN_AS_NODE: '1' });
    expect(run).toEqual({ code: 0, called: [['window', copy, '--dir', 'lab', 'window']], stderr: '' });
  });

  it('but no display, says so in one line', async () => {
    write(electron(), 'window');
    for (const extra of [{ DISPLAY: '' }, { CI: 'true' }]) {
      const { called, stderr } = await start([], extra);
      expect(called).toEqual([browser()]);
      expect(stderr).toMatch(ONE_LINE);
      expect(stderr).toContain('No display');
    }
  });

  it('that fails at once, says so in one line', async () => {
    for (const then of ['process.exit(1)', `process.kill(process.pid, 'SIGTRAP')`]) {
      write(electron(), 'window', then);
      const { called, stderr, code } = await start([]);
      expect(called.slice(1)).toEqual([browser()]);
      expect(stderr).toMatch(ONE_LINE);
      expect(code).toBe(0);
    }
  });

  it("that isn't a program for this machine, says so in one line", async () => {
    write(electron(), 'window');
    fs.chmodSync(electron(), 0o644);
    const { called, stderr } = await start([]);
    expect(called).toEqual([browser()]);
    expect(stderr).toMatch(ONE_LINE);
  });

  it('that is ended by the person, is over', async () => {
    write(electron(), 'window', `setInterval(() => {}, 1000);`);
    const { called, stderr, code } = await start([], {}, (kill) => kill());
    expect({ called: called.length, stderr, code }).toEqual({ called: 1, stderr: '', code: 143 });
  });
});
