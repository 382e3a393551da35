// The engine's process, started by its file and spoken to over node's IPC. Counterpart: engine/host.ts.
// Rule: an end that nobody asked for is told, never hidden, and a person decides about the next start.

import { type ChildProcess, fork } from 'node:child_process';

import { ENGINE_FLAGS } from '../contract/engine-flags.ts';
import { WEB_LIMITS } from './limits.ts';

export type EngineState =
  | { engine: 'starting' }
  | { engine: 'running'; dir: string }
  | { engine: 'stopped'; detail: string }
  /** None was asked for: a saved session is shown. */
  | { engine: 'none'; session: string };

/** What the engine is told; `screen` numbers a socket. */
export type ToEngine =
  | { kind: 'open'; screen: number }
  | { kind: 'frame'; screen: number; frame: string }
  | { kind: 'gone'; screen: number }
  | { kind: 'close' };

type FromEngine =
  | { kind: 'ready'; dir: string }
  | { kind: 'frame'; screen: number; frame: string }
  | { kind: 'failed'; detail: string };

/** What the screens need of an engine; a test has one without a process. */
export interface EngineLink {
  readonly state: EngineState;
  onFrame: (screen: number, frame: string) => void;
  onState: (state: EngineState) => void;
  post(message: ToEngine): void;
  restart(): void;
}

export class EngineProcess implements EngineLink {
  readonly #file: string;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  #state: EngineState = { engine: 'stopped', detail: '' };
  #ended = Promise.resolve();
  onFrame: (screen: number, frame: string) => void = () => undefined;
  onState: (state: EngineState) => void = () => undefined;

  /** `file`: engine/host.js as built; `env`: its environment, which names the lab's directory. */
  constructor(file: string, env: NodeJS.ProcessEnv) {
    this.#file = file;
    this.#env = env;
  }

  get state(): EngineState {
    return this.#state;
  }

  /** Starts the process; does nothing while one is there. */
  restart(): void {
    if (this.#child) return;
    const child = fork(this.#file, [], {
      env: this.#env,
      execArgv: [...ENGINE_FLAGS],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child = child;
    this.#become({ engine: 'starting' });
    let detail = '';
    child.on('message', (message) => {
      const said = message as FromEngine;
      if (said.kind === 'ready') this.#become({ engine: 'running', dir: said.dir });
      else if (said.kind === 'frame') this.onFrame(said.screen, said.frame);
      else detail = said.detail;
    });
    this.#ended = new Promise((resolve) => {
      const end = (why: string) => {
        if (this.#child !== child) return;
        this.#child = undefined;
        this.#become({ engine: 'stopped', detail: detail || why });
        resolve();
      };
      child.on('error', (error) => end(error.message));
      child.on('exit', () => end(''));
    });
  }

  post(message: ToEngine): void {
    // The callback takes the error of a process that ended this very moment; its exit is told by itself.
    if (this.#child?.connected === true) this.#child.send(message, () => undefined);
  }

  /** Asks it to end in order, and by force if it doesn't. */
  async close(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.post({ kind: 'close' });
    const force = setTimeout(() => child.kill('SIGKILL'), WEB_LIMITS.engineGrace_ms);
    await this.#ended;
    clearTimeout(force);
  }

  #become(state: EngineState): void {
    this.#state = state;
    this.onState(state);
  }
}
