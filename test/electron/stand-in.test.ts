// Each lock of the desktop shell, asked of the main as it is built, with a stand-in for Electron that records.

import fs from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { securityHeaders } from '../../site/security-headers.ts';
import { buildShell, loadMain, Page, PAGE } from './loaded-main.ts';
import { type Child, Contents, Frame, type StandIn, StoppableEvent, type Window } from './stand-in.ts';

let dist = '';
let shell: StandIn;
let window: Window;
let child: Child;

beforeAll(() => {
  dist = buildShell('electron');
  fs.symlinkSync(path.join(dist, 'secret.html'), path.join(dist, 'renderer/linked.html'));
}, 60_000);
afterAll(() => fs.rmSync(dist, { recursive: true, force: true }));

beforeEach(async () => {
  shell = await loadMain(dist);
  window = shell.windows[0] as Window;
  child = shell.children[0] as Child;
});

const STRANGERS = [
  'https://evil.test/',
  'http://127.0.0.1:2525/',
  'file:///etc/passwd',
  'posthorn://evil/',
  'about:blank',
];

describe('the window', () => {
  it('holds an ordinary page in a sandbox', () => {
    expect(shell.windows).toHaveLength(1);
    expect(window.options.webPreferences).toEqual({
      preload: path.join(dist, 'electron/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    });
    expect(window.done).toContain(`load ${PAGE}`);
  });

  it('is shown when it has something to show', () => {
    expect(window.options.show).toBe(false);
    expect(window.done).not.toContain('show');
    window.emit('ready-to-show');
    expect(window.done).toContain('show');
  });

  it('sandboxes every page, and registers its scheme, before Electron is ready', () => {
    expect(shell.app.said).toEqual(['sandbox', 'scheme', 'lock', 'ready']);
    expect(shell.schemes).toEqual([{ scheme: 'posthorn', privileges: { standard: true, secure: true } }]);
  });

  it('asks what to do when the page crashed, and loads it again', async () => {
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await new Promise(setImmediate);
    expect(shell.boxes).toHaveLength(1);
    expect(window.webContents.loads).toBe(1);
  });
});

describe('navigation', () => {
  it.each(['will-navigate', 'will-frame-navigate'])('%s: nowhere but to the page itself', (name) => {
    for (const url of [...STRANGERS, `${PAGE}other.html`, 'posthorn://app.evil/']) {
      expect(window.webContents.stops(name, { url, isMainFrame: true }), url).toBe(true);
    }
    expect(window.webContents.stops(name, { url: PAGE, isMainFrame: false })).toBe(true);
    expect(window.webContents.stops(name, { url: PAGE, isMainFrame: true })).toBe(false);
  });

  it('follows no redirect and attaches no webview', () => {
    expect(window.webContents.stops('will-redirect', { url: PAGE, isMainFrame: true })).toBe(true);
    expect(window.webContents.stops('will-attach-webview')).toBe(true);
  });

  it('opens no window, in or outside of the app', () => {
    for (const url of [...STRANGERS, PAGE])
      expect(window.webContents.openHandler?.({ url })).toEqual({ action: 'deny' });
  });

  it('opens the notes of a lecture, once and locked like the first', () => {
    const notes = { url: `${PAGE}#role=notes`, frameName: 'posthorn-notes' };
    expect(window.webContents.openHandler?.(notes)).toMatchObject({
      action: 'allow',
      overrideBrowserWindowOptions: { webPreferences: window.options.webPreferences },
    });
    for (const other of [
      { ...notes, frameName: 'another' },
      { ...notes, url: `${PAGE}#role=notes&more` },
    ]) {
      expect(window.webContents.openHandler?.(other)).toEqual({ action: 'deny' });
    }
  });

  it('locks every contents, not only the window we opened', () => {
    const other = new Contents();
    shell.app.emit('web-contents-created', {}, other);
    expect(other.openHandler?.({ url: PAGE })).toEqual({ action: 'deny' });
    for (const name of ['will-navigate', 'will-frame-navigate']) {
      expect(other.stops(name, { url: 'https://evil.test/', isMainFrame: true })).toBe(true);
    }
    expect(other.stops('will-redirect')).toBe(true);
    expect(other.stops('will-attach-webview')).toBe(true);
  });
});

describe('permissions', () => {
  const all = [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'usb',
    'hid',
    'fileSystem',
    'unknown',
  ];
  const ours = { isMainFrame: true, requestingUrl: PAGE };

  function isGranted(permission: string, details: { isMainFrame: boolean; requestingUrl: string }): boolean[] {
    let granted: boolean | undefined;
    shell.session.onPermissionRequest?.(window.webContents, permission, (answer) => (granted = answer), details);
    const origin = new URL(details.requestingUrl).href.replace(/^(\w+:\/\/\w+).*/, '$1');
    return [
      granted ?? true,
      shell.session.onPermissionCheck?.(window.webContents, permission, origin, details) ?? true,
    ];
  }

  it.each(all)('%s is denied, asked and checked', (permission) => {
    expect(isGranted(permission, ours)).toEqual([false, false]);
  });

  it('a copy button of our page may write text, and nobody else', () => {
    expect(isGranted('clipboard-sanitized-write', ours)).toEqual([true, true]);
    expect(isGranted('clipboard-sanitized-write', { ...ours, isMainFrame: false })).toEqual([false, false]);
    for (const requestingUrl of STRANGERS) {
      expect(isGranted('clipboard-sanitized-write', { ...ours, requestingUrl })).toEqual([false, false]);
    }
  });

  it('no device', () => expect(shell.session.onDevice?.({ deviceType: 'usb' })).toBe(false));
});

describe('the network', () => {
  function isCancelled(url: string): boolean {
    let cancelled = false;
    shell.session.onRequest?.({ url }, ({ cancel }) => (cancelled = cancel));
    return cancelled;
  }

  it('no request leaves the page', () => {
    for (const url of [
      ...STRANGERS,
      'ws://127.0.0.1/',
      'wss://evil.test/',
      'ftp://evil.test/',
      'posthorn://app.evil/x',
    ]) {
      expect(isCancelled(url), url).toBe(true);
    }
    for (const url of [PAGE, `${PAGE}assets/app.js`, `blob:${PAGE}1`, 'data:,'])
      expect(isCancelled(url), url).toBe(false);
  });

  it('stores what the page made itself and downloads nothing', () => {
    const isStopped = (url: string) => {
      const event = new StoppableEvent();
      shell.session.emit('will-download', event, { getURL: () => url });
      return event.stopped;
    };
    expect(isStopped(`blob:${PAGE}0f`)).toBe(false);
    for (const url of [...STRANGERS, 'blob:https://evil.test/0f']) expect(isStopped(url), url).toBe(true);
  });
});

describe('posthorn://app/', () => {
  const ask = async (url: string, method = 'GET') => {
    const response = await shell.answers.get('posthorn')?.({ method, url });
    if (!response) throw new Error('nobody answers');
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  it('serves the built page', async () => {
    const page = await ask(PAGE);
    expect(page).toMatchObject({ status: 200, text: '<!doctype html><title>page</title>' });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await ask(`${PAGE}assets/app.js`)).toMatchObject({ status: 200, text: 'export {};' });
  });

  it('has the policy of the browser version, and no connection at all', async () => {
    const web = securityHeaders('http://127.0.0.1:1')['Content-Security-Policy'] ?? '';
    const expected = web.replace(/connect-src [^;]*/, `connect-src 'none'`);
    expect(expected).toContain(`default-src 'none'; script-src 'self'`);
    for (const url of [PAGE, `${PAGE}assets/app.js`, `${PAGE}nothing`]) {
      const { headers } = await ask(url);
      expect(headers.get('content-security-policy')).toBe(expected);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it.each([
    ['..', `${PAGE}../secret.html`],
    ['.. in the middle', `${PAGE}assets/../../secret.html`],
    ['.. that would lead back inside', `${PAGE}assets/../index.html`],
    ['%2e', `${PAGE}%2e%2e/secret.html`],
    ['%2f', `${PAGE}..%2fsecret.html`],
    ['twice encoded', `${PAGE}%252e%252e/secret.html`],
    ['an encoded letter', `${PAGE}%69ndex.html`],
    ['NUL', `${PAGE}index.html\0.js`],
    ['%00', `${PAGE}index.html%00`],
    ['@fs', `${PAGE}@fs/etc/passwd`],
    ['backslash', `${PAGE}..\\secret.html`],
    ['backslash for slash', `${PAGE}assets\\app.js`],
    ['a drive', `${PAGE}C:/Windows/win.ini`],
    ['an absolute path', `${PAGE}/etc/passwd`],
    ['two slashes', `${PAGE}/index.html`],
    ['another host', 'posthorn://evil/index.html'],
    ['a longer host', 'posthorn://app.evil/index.html'],
    ['no host', 'posthorn:///index.html'],
    ['a port', 'posthorn://app:80/index.html'],
    ['a user', 'posthorn://me@app/index.html'],
    ['another scheme', 'file:///etc/passwd'],
    ['a query', `${PAGE}index.html?raw`],
    ['a name of Object', `${PAGE}__proto__`],
    ['a folder', `${PAGE}assets/`],
    ['a dot file', `${PAGE}.env`],
    ['a source map', `${PAGE}assets/app.js.map`],
    ['a link out of the folder', `${PAGE}linked.html`],
  ])('refuses %s', async (_name, url) => {
    expect(await ask(url)).toMatchObject({ status: 404, text: '' });
  });

  it('answers GET only', async () => {
    for (const method of ['POST', 'PUT', 'HEAD', 'OPTIONS']) {
      expect(await ask(PAGE, method), method).toMatchObject({ status: 405, text: '' });
    }
  });

  it('says that the screen was not built', async () => {
    const bare = buildShell('electron');
    fs.rmSync(path.join(bare, 'renderer'), { recursive: true });
    const failed = await loadMain(bare);
    fs.rmSync(bare, { recursive: true, force: true });
    expect(failed.boxes).toEqual([["Posthorn can't start", expect.stringContaining('npm run build')]]);
    expect(failed.app.said).toContain('exit 1');
    expect(failed.windows).toEqual([]);
  });
});

describe('one instance', () => {
  it('a second start opens nothing and ends', async () => {
    const second = await loadMain(dist, { hasLock: false });
    expect(second.app.said).toContain('quit');
    expect([...second.windows, ...second.children, ...second.answers]).toEqual([]);
  });

  it('the first comes to the front instead', () => {
    shell.app.emit('second-instance', {}, ['posthorn'], '/');
    expect(window.done.slice(-3)).toEqual(['restore', 'show', 'focus']);
    expect(shell.windows).toHaveLength(1);
  });
});

describe("a page's port", () => {
  const connected = (frame?: Frame | null) => {
    const page = new Page(dist, shell, window.webContents, frame);
    page.bridge.connect();
    return page;
  };

  it('is all that the page gets of the preload', () => {
    const page = connected();
    expect(Object.keys(page.exposed)).toEqual(['posthorn']);
    expect(Object.keys(page.bridge)).toEqual(['connect']);
    expect(page.bridge.connect()).toBeUndefined();
    expect(page.messages[0]).toMatchObject({ data: 'posthorn:port', origin: 'posthorn://app' });
  });

  it('is given to our page only', () => {
    for (const url of [...STRANGERS, 'posthorn://app.evil/', 'posthorn://app', '']) {
      expect(connected(new Frame(url)).messages, url).toEqual([]);
    }
    expect(connected(new Frame(PAGE, new Frame(PAGE))).messages, 'a frame inside').toEqual([]);
    expect(connected(null).messages, 'a frame that is gone').toEqual([]);
    expect(child.heard).toEqual([]);
  });

  it('is the only thing the main process listens for', () => {
    expect(shell.ipcMain.eventNames()).toEqual(['posthorn:connect']);
  });

  it('is a new one at each load, and the old one ends', () => {
    child.emit('message', { kind: 'ready', dir: '/lab' });
    const [first, second] = [connected(), connected()];
    expect(second.port).not.toBe(first.port);
    expect(first.port?.isClosed).toBe(true);
    expect(second.port?.isClosed).toBe(false);
    first.say({ kind: 'ack' });
    second.say({ kind: 'ack' });
    expect(child.heard).toEqual([
      { kind: 'open', screen: 1 },
      { kind: 'gone', screen: 1 },
      { kind: 'open', screen: 2 },
      { kind: 'frame', screen: 2, frame: '{"kind":"ack"}' },
    ]);
  });

  it.each([
    ['the port closes', (page: Page) => page.port?.close()],
    ['the page crashes', () => window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })],
    ['the window goes', () => window.webContents.emit('destroyed')],
  ])('is told gone once when %s', (_name, end) => {
    const page = connected();
    end(page);
    window.webContents.emit('destroyed');
    expect(child.heard).toEqual([{ kind: 'gone', screen: 1 }]);
    expect(page.port?.isClosed).toBe(true);
  });

  it('carries text of a bearable length, and frames to their own screen', () => {
    const page = connected();
    page.port?.postMessage({ kind: 'close' });
    page.port?.postMessage(new Uint8Array(4));
    page.port?.postMessage('x'.repeat(4 * 1024 * 1024 + 1));
    expect(child.heard).toEqual([]);
    child.emit('message', { kind: 'frame', screen: 1, frame: '{"kind":"reply"}' });
    child.emit('message', { kind: 'frame', screen: 2, frame: '{"kind":"not for us"}' });
    expect(page.heard.slice(1)).toEqual([{ kind: 'reply' }]);
  });
});

describe('the engine', () => {
  it('is a utility process of the built host, told where its lab is', () => {
    expect(shell.children).toHaveLength(1);
    expect(child.file).toBe(path.join(dist, 'engine/host.js'));
    expect(child.options).toMatchObject({ execArgv: [], serviceName: 'Posthorn engine' });
    expect(path.isAbsolute(child.options.env['POSTHORN_DIR'] ?? '')).toBe(true);
  });

  it('that crashed is told to the page, and starts again when the page asks', () => {
    const page = new Page(dist, shell, window.webContents);
    page.bridge.connect();
    child.emit('message', { kind: 'ready', dir: '/lab' });
    child.emit('message', { kind: 'failed', detail: 'the disk is full' });
    child.emit('exit', 1);
    expect(page.heard).toEqual([
      { kind: 'shell', engine: 'starting' },
      { kind: 'shell', engine: 'running', dir: '/lab' },
      { kind: 'shell', engine: 'stopped', detail: 'the disk is full' },
    ]);
    expect(shell.children).toHaveLength(1);
    page.say({ kind: 'shell', ask: 'restart' });
    page.say({ kind: 'shell', ask: 'restart' });
    const next = shell.children[1];
    next?.emit('message', { kind: 'ready', dir: '/lab' });
    expect(shell.children).toHaveLength(2);
    expect(page.heard.slice(3).map(({ engine }) => engine)).toEqual(['starting', 'running']);
    expect(next?.heard).toEqual([{ kind: 'open', screen: 1 }]);
  });

  it('ends in order before the app does', async () => {
    shell.app.emit('window-all-closed');
    expect(shell.app.said.at(-1)).toBe('quit held up');
    expect(child.heard).toEqual([{ kind: 'close' }]);
    child.emit('exit', 0);
    await new Promise(setImmediate);
    expect(shell.app.said.at(-1)).toBe('quit');
  });
});
