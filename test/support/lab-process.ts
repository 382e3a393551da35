// `npm run lab` as another program meets it: a process, a line when it is ready, lines in and out.
// Counterpart: engine/lab.ts. Rule: every process that a test starts is ended by the test.

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';

import type { LabEvent } from '../../contract/events.ts';

const ENTRY = fileURLToPath(new URL('../../engine/lab.ts', import.meta.url));

export interface ReadyLine {
  ready: true;
  doors: { as: string; host: string; port: number; service: string; local: number }[];
  dns: string;
  dir: string;
  users: { address: string; login: string; password: string }[];
}

export class LabProcess {
  readonly events: LabEvent[] = [];
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  #stderr = '';
  #ready: ReadyLine | undefined;
  #id = 0;
  readonly #replies = new Map<
    number,
    (answer: { reply?: unknown; error?: { problem: string; detail: string } }) => void
  >();
  #watchers: (() => void)[] = [];

  private constructor(args: readonly string[]) {
    this.child = spawn(process.execPath, [ENTRY, '--json', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
    this.exited = new Promise((resolve) => this.child.once('close', (code) => resolve(code)));
    this.child.stdin?.on('error', () => undefined);
    this.child.stderr?.on('data', (bytes: Buffer) => (this.#stderr += bytes.toString()));
    if (this.child.stdout) {
      createInterface({ input: this.child.stdout }).on('line', (line) => this.#take(line));
    }
  }

  /** Resolves when the lab is ready; rejects with what it said when it ends instead. */
  static async start(...args: string[]): Promise<LabProcess> {
    const lab = new LabProcess(args);
    const ended = lab.exited.then(() => 'ended' as const);
    while (!lab.#ready) {
      const happened = await Promise.race([lab.#happens(), ended]);
      if (happened === 'ended' && !lab.#ready) throw new Error(lab.#stderr.trim());
    }
    return lab;
  }

  get ready(): ReadyLine {
    if (!this.#ready) throw new Error('not ready');
    return this.#ready;
  }

  door(host: string, port: number): number {
    const door = this.ready.doors.find((one) => one.host.startsWith(host) && one.port === port);
    if (!door) throw new Error(`no door leads to ${host}:${port}`);
    return door.local;
  }

  /** Sends a command; throws the text of an error reply. */
  async send<T = Record<string, unknown>>(command: string, args: unknown = {}): Promise<T> {
    const id = (this.#id += 1);
    const answered = new Promise<{ reply?: unknown; error?: { problem: string; detail: string } }>((resolve) =>
      this.#replies.set(id, resolve),
    );
    this.child.stdin?.write(`${JSON.stringify({ id, command, args })}\n`);
    const answer = await Promise.race([
      answered,
      this.exited.then(() => ({ error: { problem: 'ended', detail: 'the lab ended' } })),
    ]);
    if ('error' in answer && answer.error) throw new Error(`${answer.error.problem}: ${answer.error.detail}`);
    return (answer as { reply: T }).reply;
  }

  /** Types a raw line, right or wrong. */
  type(line: string): void {
    this.child.stdin?.write(`${line}\n`);
  }

  /** Waits for an event that fits, from now or before. */
  async seen(fits: (event: LabEvent) => boolean): Promise<void> {
    while (!this.events.some(fits)) await this.#happens();
  }

  async stop(): Promise<number | null> {
    this.child.stdin?.end();
    return this.exited;
  }

  #happens(): Promise<'happened'> {
    return new Promise((resolve) => this.#watchers.push(() => resolve('happened')));
  }

  #take(text: string): void {
    const line = JSON.parse(text) as Record<string, unknown>;
    if (line['ready'] === true) this.#ready = line as unknown as ReadyLine;
    else if ('type' in line) this.events.push(line as unknown as LabEvent);
    else this.#replies.get(line['id'] as number)?.(line);
    const watchers = this.#watchers;
    this.#watchers = [];
    for (const watcher of watchers) watcher();
  }
}
