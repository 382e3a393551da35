// The desktop shell as it is built, running in this process with the stand-in as its `electron`, and pages that run the
// built preload. Counterpart: stand-in.ts. Rule: built anew by the project's own build, so that it is never a stale one.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';

import { type Bridge, PORT_MESSAGE } from '../../contract/bridge.ts';
import { Contents, createStandIn, Frame, Port, type StandIn, type StandInOptions } from './stand-in.ts';

export const PAGE = 'posthorn://app/';

/** Builds the programs of these folders to a place of their own; `renderer` there is a small page. */
export function buildShell(...folders: string[]): string {
  const dist = fs.mkdtempSync(path.join(os.tmpdir(), 'posthorn-shell-'));
  const script = fileURLToPath(new URL('../../scripts/build.mjs', import.meta.url));
  for (const folder of folders) execFileSync(process.execPath, [script, '--only', folder, '--into', dist]);
  const files = {
    'renderer/index.html': '<!doctype html><title>page</title>',
    'renderer/assets/app.js': 'export {};',
    'renderer/assets/app.js.map': '{}',
    'renderer/.env': 'SECRET=1',
    'secret.html': 'not for a page',
  };
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(dist, name)), { recursive: true });
    fs.writeFileSync(path.join(dist, name), content);
  }
  return dist;
}

/** Where a loading module finds the stand-in that is meant for it. */
const place = globalThis as { posthornStandIn?: StandIn['electron'] };
let generation = 0;

registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: `stand-in:electron?${generation}`, shortCircuit: true } : next(name, context),
  load: (url, context, next) => {
    if (!url.startsWith('stand-in:')) return next(url, context);
    const names = Object.keys(place.posthornStandIn ?? {}).join(', ');
    const source = `export const { ${names} } = globalThis.posthornStandIn;`;
    return { format: 'module', source, shortCircuit: true };
  },
});

/** Node's own way to load a module; the test runner would rewrite an `import()`. */
const requireByNode = createRequire(import.meta.url);

/** Loads the built main, and if asked lets Electron become ready. */
export async function loadMain(dist: string, options: StandInOptions & { ready?: boolean } = {}): Promise<StandIn> {
  const standIn = createStandIn(options);
  place.posthornStandIn = standIn.electron;
  generation += 1;
  // A module is run once, so each run has a copy.
  const copy = path.join(dist, `electron/main-${generation}.js`);
  fs.copyFileSync(path.join(dist, 'electron/main.js'), copy);
  requireByNode(copy);
  if (options.ready !== false) {
    standIn.app.becomeReady();
    await new Promise(setImmediate);
  }
  return standIn;
}

/** One load of a page: the built preload's world, and what the page itself gets of it. */
export class Page {
  readonly bridge: Bridge;
  /** Everything that the preload put into the page's world. */
  readonly exposed: Record<string, unknown> = {};
  readonly messages: { data: unknown; origin: string; ports: Port[] }[] = [];
  /** What came over the ports, parsed. */
  readonly heard: Record<string, unknown>[] = [];
  onFrame: () => void = () => undefined;

  constructor(dist: string, standIn: StandIn, contents: Contents, frame: Frame | null = new Frame(PAGE)) {
    const listeners = new Map<string, (event: { ports: Port[] }, message?: unknown) => void>();
    contents.onSend = (channel, message) => listeners.get(channel)?.({ ports: [] }, message);
    if (frame) frame.onMessage = (channel, ports) => listeners.get(channel)?.({ ports });
    const electron = {
      contextBridge: { exposeInMainWorld: (name: string, value: unknown) => (this.exposed[name] = value) },
      ipcRenderer: {
        on: (channel: string, listener: (event: { ports: Port[] }, message?: unknown) => void) =>
          listeners.set(channel, listener),
        send: (channel: string) => standIn.ipcMain.emit(channel, { sender: contents, senderFrame: frame }),
      },
    };
    const window = {
      postMessage: (data: unknown, origin: string, ports: Port[] = []) => this.#take({ data, origin, ports }),
    };
    // As Electron runs it in a sandbox: a function with a `require` that knows next to nothing.
    const require = (name: string) => (name === 'electron' ? electron : undefined);
    const code = fs.readFileSync(path.join(dist, 'electron/preload.cjs'), 'utf8');
    compileFunction(code, ['require', 'exports', 'module', 'window'])(require, {}, {}, window);
    this.bridge = this.exposed['posthorn'] as Bridge;
  }

  get port(): Port | undefined {
    return this.messages.at(-1)?.ports[0];
  }

  say(frame: unknown): void {
    this.port?.postMessage(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  #take(message: { data: unknown; origin: string; ports: Port[] }): void {
    this.messages.push(message);
    if (message.data !== PORT_MESSAGE) return;
    message.ports[0]?.on('message', ({ data }: { data: string }) => {
      this.heard.push(JSON.parse(data) as Record<string, unknown>);
      this.onFrame();
    });
    message.ports[0]?.start();
  }
}
