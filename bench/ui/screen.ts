// The app as a person opens it: the built server, a fresh lab, a fresh profile in a headless Chromium.
// Counterpart: main.ts. Rule: whatever was started is ended with it.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

import { within } from '../patience.ts';
import { type TemporaryDirectory, temporaryDirectory } from '../temporary-directory.ts';
import { UI_PATIENCE_MS } from './limits.ts';

const SERVER = fileURLToPath(new URL('../../dist/web/server.js', import.meta.url));
const SURVEY = fileURLToPath(new URL('../../scripts/programs.mjs', import.meta.url));
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Screen {
  page: Page;
  browser: Browser;
  url: string;
  /** From the page's first byte until the one big button can be pressed. */
  interactive_ms: () => Promise<number>;
  close: () => Promise<void>;
}

export async function openScreen(): Promise<Screen> {
  const dir = temporaryDirectory();
  const server = spawn(process.execPath, [SERVER, '--no-open', '--dir', dir.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await end(server, dir);
  };
  try {
    const [line] = (await within(
      UI_PATIENCE_MS,
      'the address',
      once(createInterface({ input: server.stdout }), 'line'),
    )) as [string];
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url === undefined) throw new Error(`no address in: ${line}`);
    browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.setDefaultTimeout(UI_PATIENCE_MS);
    await page.addInitScript(watchButton);
    await page.goto(url);
    await page.waitForFunction(() => 'interactiveAt' in globalThis);
    return { page, browser, url, interactive_ms: () => page.evaluate(sinceFirstByte), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs in the page before its own scripts: notes when the button is there and may be pressed. */
function watchButton(): void {
  const look = () => {
    if (document.querySelector('.compose__send:enabled') === null) requestAnimationFrame(look);
    else Object.assign(globalThis, { interactiveAt: performance.now() });
  };
  requestAnimationFrame(look);
}

function sinceFirstByte(): number {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return (globalThis as unknown as { interactiveAt: number }).interactiveAt - (entry?.responseStart ?? 0);
}

function chromiumPath(): string {
  const survey = JSON.parse(execFileSync(process.execPath, [SURVEY], { encoding: 'utf8' })) as {
    name: string;
    path: string | null;
    problem: string | null;
  }[];
  const found = survey.find(({ name }) => name === 'chromium');
  if (found === undefined || found.path === null) throw new Error(found?.problem ?? 'no Chromium or Chrome was found');
  return found.path;
}

async function end(server: ChildProcess, dir: TemporaryDirectory): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const gone = once(server, 'exit');
    server.kill('SIGINT');
    await within(UI_PATIENCE_MS, 'the end of the server', gone).catch(() => server.kill('SIGKILL'));
  }
  dir.remove();
}
