// A lab as a process of its own, entered by its doors. Counterpart: engine/lab.ts. Rule: whoever starts one ends it,
// in order or by SIGKILL.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

import { ENGINE_FLAGS } from '../contract/engine-flags.ts';
import { PATIENCE_MS } from './limits.ts';
import { within } from './patience.ts';

interface Door {
  host: string;
  port: number;
  local: number;
}

/** A line that a lab writes: the ready line, or the answer to a command. */
type Line = { ready?: true; doors?: Door[]; id?: number; error?: { detail: string } };

export class LabChild {
  readonly #child: ChildProcess;
  readonly #doors: readonly Door[];
  readonly #answers: Map<number, (line: Line) => void>;
  #id = 0;

  private constructor(child: ChildProcess, doors: readonly Door[], answers: Map<number, (line: Line) => void>) {
    this.#child = child;
    this.#doors = doors;
    this.#answers = answers;
  }

  /** Resolves when it is ready. `program`: engine/lab, built or not. */
  static async start(program: string, ...args: string[]): Promise<LabChild> {
    const child = spawn(process.execPath, [...ENGINE_FLAGS, program, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()));
    child.stdin.on('error', () => undefined);
    const answers = new Map<number, (line: Line) => void>();
    const ready = new Promise<readonly Door[]>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', () => reject(new Error('the lab ended before it was ready')));
      createInterface({ input: child.stdout }).on('line', (text) => {
        const line = JSON.parse(text) as Line;
        if (line.ready) resolve(line.doors ?? []);
        else if (line.id !== undefined) answers.get(line.id)?.(line);
      });
    });
    try {
      return new LabChild(child, await within(PATIENCE_MS, 'the ready line', ready), answers);
    } catch (error) {
      child.kill('SIGKILL');
      throw new Error(`${(error as Error).message}\n${said.trim()}`, { cause: error });
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Local port of the door to a host. */
  door(host: string, port: number): number {
    const door = this.#doors.find((one) => one.host === host && one.port === port);
    if (!door) throw new Error(`no door leads to ${host}:${port}`);
    return door.local;
  }

  /** Resolves when everything that is under way has come to rest. */
  async settled(): Promise<void> {
    const id = (this.#id += 1);
    const answered = new Promise<Line>((resolve) => this.#answers.set(id, resolve));
    this.#child.stdin?.write(`${JSON.stringify({ id, command: 'lab.settled', args: {} })}\n`);
    const { error } = await within(PATIENCE_MS, 'rest', answered);
    if (error) throw new Error(error.detail);
  }

  /** At once, as a power cut does it. */
  async kill(): Promise<void> {
    await this.#end(() => this.#child.kill('SIGKILL'));
  }

  /** In order: the end of its input closes a lab. */
  async stop(): Promise<void> {
    await this.#end(() => this.#child.stdin?.end());
  }

  async #end(how: () => void): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    how();
    await within(PATIENCE_MS, 'the end of the lab', gone).catch(() => this.#child.kill('SIGKILL'));
  }
}
