// The engine's process, a utility process of Electron, spoken to over its parentPort. Counterpart: engine/host.ts.
// Rule: an end that nobody asked for is told, never hidden, and a person decides about the next start.

import { utilityProcess, type UtilityProcess } from 'electron';

import { ELECTRON_LIMITS } from './limits.ts';

export type EngineState =
  | { engine: 'starting' }
  | { engine: 'running'; dir: string }
  | { engine: 'stopped'; detail: string };

/** What the engine is told; `screen` numbers a page. */
type ToEngine =
  | { kind: 'open'; screen: number }
  | { kind: 'frame'; screen: number; frame: string }
  | { kind: 'gone'; screen: number }
  | { kind: 'close' };

type FromEngine =
  | { kind: 'ready'; dir: string }
  | { kind: 'frame'; screen: number; frame: string }
  | { kind: 'failed'; detail: string };

export class Engine {
  readonly #file: string;
  readonly #env: NodeJS.ProcessEnv;
  #child: UtilityProcess | undefined;
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

  get isThere(): boolean {
    return this.#child !== undefined;
  }

  /** Starts the process; does nothing while one is there. */
  restart(): void {
    if (this.#child) return;
    const child = utilityProcess.fork(this.#file, [], {
      env: this.#env,
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit'],
      serviceName: 'Posthorn engine',
    });
    this.#child = child;
    this.#become({ engine: 'starting' });
    let detail = '';
    child.on('message', (said: FromEngine) => {
      if (this.#child !== child) return;
      if (said.kind === 'ready') this.#become({ engine: 'running', dir: said.dir });
      else if (said.kind === 'frame') this.onFrame(said.screen, said.frame);
      else detail = said.detail;
    });
    this.#ended = new Promise((resolve) => {
      child.once('exit', () => {
        this.#child = undefined;
        this.#become({ engine: 'stopped', detail });
        resolve();
      });
    });
  }

  post(message: ToEngine): void {
    this.#child?.postMessage(message);
  }

  /** Asks it to end in order, and by force if it doesn't. */
  async close(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.post({ kind: 'close' });
    const force = setTimeout(() => {
      // `kill()` asks again, which a process that hangs doesn't hear.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    }, ELECTRON_LIMITS.engineGrace_ms);
    await this.#ended;
    clearTimeout(force);
  }

  #become(state: EngineState): void {
    this.#state = state;
    this.onState(state);
  }
}
