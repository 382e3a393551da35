// A stand-in of the `electron` module: it records what the built main asks of it, and lets a test play the system and
// the page. Counterpart: loaded-main.ts puts it in Electron's place. Rule: where Electron does something by itself that
// our code relies on (it announces new contents, a quit can be held up, a port queues until started), so does this.

import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';

/** An event that can be stopped, with what it carries. */
export class StoppableEvent {
  stopped = false;
  constructor(details: object = {}) {
    Object.assign(this, details);
  }
  preventDefault(): void {
    this.stopped = true;
  }
}

export type Answer = (request: { method: string; url: string }) => Promise<Response>;
type Handler<Arguments extends unknown[], Result> = (...args: Arguments) => Result;

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly hasLock: boolean;
  /** What happened, in order. */
  readonly said: string[] = [];
  readonly #ready = Promise.withResolvers<void>();

  constructor(hasLock: boolean) {
    super();
    this.hasLock = hasLock;
  }
  enableSandbox(): void {
    this.said.push('sandbox');
  }
  requestSingleInstanceLock(): boolean {
    this.said.push('lock');
    return this.hasLock;
  }
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  becomeReady(): void {
    this.said.push('ready');
    this.#ready.resolve();
  }
  quit(): void {
    const event = new StoppableEvent();
    this.emit('will-quit', event);
    this.said.push(event.stopped ? 'quit held up' : 'quit');
  }
  exit(code: number): void {
    this.said.push(`exit ${code}`);
  }
}

/** A frame of a page, as the main process sees it. */
export class Frame {
  readonly url: string;
  readonly parent: Frame | null;
  onMessage: (channel: string, ports: Port[]) => void = () => undefined;
  constructor(url: string, parent: Frame | null = null) {
    this.url = url;
    this.parent = parent;
  }
  postMessage(channel: string, _message: unknown, ports: Port[] = []): void {
    this.onMessage(channel, ports);
  }
}

export class Contents extends EventEmitter {
  loads = 0;
  openHandler: Handler<[{ url: string; frameName?: string }], { action: string }> | undefined;
  onSend: (channel: string, message: unknown) => void = () => undefined;
  setWindowOpenHandler(handler: Handler<[{ url: string; frameName?: string }], { action: string }>): void {
    this.openHandler = handler;
  }
  reload(): void {
    this.loads += 1;
  }
  send(channel: string, message: unknown): void {
    this.onSend(channel, structuredClone(message));
  }
  /** Whether the contents stop an event of their own. */
  stops(name: string, details: object = {}): boolean {
    const event = new StoppableEvent(details);
    this.emit(name, event);
    return event.stopped;
  }
}

export interface WindowOptions {
  show: boolean;
  webPreferences: Record<string, unknown>;
}

export class Window extends EventEmitter {
  readonly options: WindowOptions;
  readonly webContents = new Contents();
  readonly done: string[] = [];
  constructor(options: WindowOptions) {
    super();
    this.options = options;
  }
  loadURL(url: string): Promise<void> {
    this.done.push(`load ${url}`);
    return Promise.resolve();
  }
  show(): void {
    this.done.push('show');
  }
  isMinimized(): boolean {
    return true;
  }
  restore(): void {
    this.done.push('restore');
  }
  focus(): void {
    this.done.push('focus');
  }
}

/** One end of a channel. What comes before `start` waits. */
export class Port extends EventEmitter {
  peer: Port | undefined;
  isClosed = false;
  readonly #waiting: unknown[] = [];
  #started = false;
  start(): void {
    this.#started = true;
    for (const data of this.#waiting.splice(0)) this.emit('message', { data });
  }
  postMessage(data: unknown): void {
    if (!this.isClosed) this.peer?.take(structuredClone(data));
  }
  take(data: unknown): void {
    if (this.isClosed) return;
    if (this.#started) this.emit('message', { data });
    else this.#waiting.push(data);
  }
  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.peer?.close();
    this.emit('close');
  }
}

class Channel {
  readonly port1 = new Port();
  readonly port2 = new Port();
  constructor() {
    this.port1.peer = this.port2;
    this.port2.peer = this.port1;
  }
}

/** The engine's process: by default nobody, whom the test gives words; with `real`, engine/host.js itself. */
export class Child extends EventEmitter {
  readonly file: string;
  readonly options: { env: Record<string, string>; execArgv: string[] };
  readonly heard: unknown[] = [];
  readonly process: ChildProcess | undefined;
  constructor(file: string, options: Child['options'], real: boolean) {
    super();
    this.file = file;
    this.options = options;
    if (!real) return;
    this.process = fork(file, [], { env: options.env, execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.process.on('message', (message) => this.emit('message', message));
    this.process.on('exit', (code) => this.emit('exit', code));
  }
  get pid(): number | undefined {
    return this.process?.pid;
  }
  postMessage(message: unknown): void {
    this.heard.push(message);
    if (this.process?.connected === true) this.process.send(message as object, () => undefined);
  }
}

class Session extends EventEmitter {
  onPermissionRequest: Handler<[unknown, string, (granted: boolean) => void, object], void> | undefined;
  onPermissionCheck: Handler<[unknown, string, string, object], boolean> | undefined;
  onDevice: Handler<[object], boolean> | undefined;
  onRequest: Handler<[{ url: string }, (answer: { cancel: boolean }) => void], void> | undefined;
  readonly webRequest = { onBeforeRequest: (handler: NonNullable<Session['onRequest']>) => (this.onRequest = handler) };
  setPermissionRequestHandler(handler: NonNullable<Session['onPermissionRequest']>): void {
    this.onPermissionRequest = handler;
  }
  setPermissionCheckHandler(handler: NonNullable<Session['onPermissionCheck']>): void {
    this.onPermissionCheck = handler;
  }
  setDevicePermissionHandler(handler: NonNullable<Session['onDevice']>): void {
    this.onDevice = handler;
  }
}

export interface StandInOptions {
  hasLock?: boolean;
  realEngine?: boolean;
}

/** The module's exports, and beside them what was recorded. */
export function createStandIn({ hasLock = true, realEngine = false }: StandInOptions = {}) {
  const app = new App(hasLock);
  const ipcMain = new EventEmitter();
  const defaultSession = new Session();
  const windows: Window[] = [];
  const children: Child[] = [];
  const schemes: { scheme: string; privileges: object }[] = [];
  const answers = new Map<string, Answer>();
  const boxes: unknown[] = [];
  const menus: unknown[] = [];
  const box = { response: 0 };

  class BrowserWindow extends Window {
    constructor(options: WindowOptions) {
      super(options);
      windows.push(this);
      app.emit('web-contents-created', {}, this.webContents);
    }
    static getAllWindows(): Window[] {
      return windows;
    }
  }
  const electron: Record<string, unknown> = {
    app,
    BrowserWindow,
    ipcMain,
    MessageChannelMain: Channel,
    nativeTheme: { shouldUseDarkColors: false },
    session: { defaultSession },
    Menu: {
      buildFromTemplate: (template: unknown) => template,
      setApplicationMenu: (menu: unknown) => menus.push(menu),
    },
    dialog: {
      showErrorBox: (...texts: string[]) => boxes.push(texts),
      showMessageBox: (_window: unknown, options: unknown) => Promise.resolve((boxes.push(options), box)),
    },
    protocol: {
      registerSchemesAsPrivileged: (list: typeof schemes) => {
        app.said.push('scheme');
        schemes.push(...list);
      },
      handle: (scheme: string, answer: Answer) => answers.set(scheme, answer),
    },
    utilityProcess: {
      fork: (file: string, _args: string[], options: Child['options']) => {
        const child = new Child(file, options, realEngine);
        children.push(child);
        return child;
      },
    },
  };
  return { electron, app, ipcMain, session: defaultSession, windows, children, schemes, answers, boxes, menus, box };
}

export type StandIn = ReturnType<typeof createStandIn>;
