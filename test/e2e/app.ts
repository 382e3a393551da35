// The app as a person starts it: the built server as a child, a fresh profile in a real Chromium, and everything the
// page complained about. Counterpart: web/main.ts, renderer/. Rule: nothing waits by the clock.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

import { programPath } from '../support/programs.ts';

const SERVER = fileURLToPath(new URL('../../dist/web/server.js', import.meta.url));
if (!existsSync(SERVER)) throw new Error('dist/ is missing: run "npm run build" first');

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface RunningApp {
  url: string;
  dir: string;
  child: ChildProcess;
  /** Ctrl-C; resolves with how it ended. */
  interrupt: () => Promise<{ code: number | null; left: boolean }>;
  /** For the end of a test that failed half-way. */
  dispose: () => void;
}

/** Starts the server in a group of its own, so that whatever it leaves behind can be found. */
export async function startApp(...args: string[]): Promise<RunningApp> {
  const dir = mkdtempSync(join(tmpdir(), 'posthorn-e2e-'));
  const child = spawnServer(dir, args);
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const url = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(line)?.[0];
  if (url === undefined) throw new Error(`no address in: ${line}`);
  return {
    url,
    dir,
    child,
    interrupt: async () => {
      const ended = once(child, 'exit') as Promise<[number | null]>;
      child.kill('SIGINT');
      const [code] = await ended;
      return { code, left: signalGroup(child, 0) };
    },
    dispose: () => {
      signalGroup(child, 'SIGKILL');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** An app and a browser for all tests of a file: there from the first to the last. */
export function sharedApp(): { readonly app: RunningApp; readonly browser: Browser } {
  let started: [RunningApp, Browser] | undefined;
  const get = () => {
    if (!started) throw new Error('the app is there only while tests run');
    return started;
  };
  beforeAll(async () => {
    started = await Promise.all([startApp(), openBrowser()]);
  });
  afterAll(async () => {
    await started?.[1].close();
    started?.[0].dispose();
  });
  return {
    get app() {
      return get()[0];
    },
    get browser() {
      return get()[1];
    },
  };
}

/** Starts one that is expected to give up; what it said and how it ended. */
export async function startInVain(dir: string): Promise<{ said: string; code: number | null }> {
  const child = spawnServer(dir);
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  return { said, code };
}

function spawnServer(dir: string, args: readonly string[] = []) {
  const detached = process.platform !== 'win32';
  return spawn(process.execPath, [SERVER, '--no-open', '--dir', dir, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached,
  });
}

/** Signals the child's group; false when nobody of it is left. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals | 0): boolean {
  try {
    return child.pid !== undefined && process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    return false;
  }
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: programPath('chromium'), args: FLAGS });
}

/** A page in a profile of its own, and what went wrong on it: console errors, exceptions, policy violations. */
export async function openPage(browser: Browser): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
  const page = await context.newPage();
  // Shorter than a test's own time, so that it's the page that says what didn't come.
  page.setDefaultTimeout(30_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.exposeFunction('complain', (words: string) => complaints.push(words));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      (globalThis as unknown as { complain: (words: string) => void }).complain(`${violatedDirective}: ${blockedURI}`);
    });
  });
  return { page, complaints };
}
