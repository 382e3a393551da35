// A child process of the bench, and questions to it. Counterpart: answers.ts, in the child. Rule: whoever starts one stops
// it; a child that doesn't go when asked is killed.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

import { PATIENCE_MS, ROW_MS } from './limits.ts';
import { within } from './patience.ts';
import type { Answer, Reply, RequestName } from './requests.ts';
import { program } from './where.ts';

const GRACE_MS = 3000;

export class AskedProcess {
  readonly #what: string;
  readonly #child: ChildProcess;

  private constructor(what: string, child: ChildProcess) {
    this.#what = what;
    this.#child = child;
  }

  /** Resolves when it says that it is ready. `args`: what the bench is called with to be it. */
  static async start(what: string, args: readonly string[], ...flags: readonly string[]): Promise<AskedProcess> {
    const execArgv = [...process.execArgv.filter((flag) => !flags.includes(flag)), ...flags];
    const asked = new AskedProcess(what, fork(program.bench, args, { execArgv }));
    try {
      await asked.#answer(PATIENCE_MS);
      return asked;
    } catch (error) {
      await asked.stop();
      throw error;
    }
  }

  async ask<N extends RequestName>(name: N, count = 0): Promise<Reply<N>> {
    const answer = this.#answer(ROW_MS);
    this.#child.send({ name, count });
    return (await answer) as Reply<N>;
  }

  /** Tells it something that needs no answer. */
  tell(message: string): void {
    if (this.#child.connected) this.#child.send(message);
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    if (this.#child.connected) this.#child.disconnect();
    await within(GRACE_MS, this.#what, gone).catch(() => this.#child.kill('SIGKILL'));
  }

  async #answer(limit_ms: number): Promise<Reply<RequestName>> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const gone = () => reject(new Error('it ended before its answer'));
    this.#child.once('message', resolve).once('exit', gone).once('error', reject);
    try {
      const answer = await within(limit_ms, this.#what, promise);
      if ('problem' in answer) throw new Error(answer.problem);
      return answer.reply;
    } finally {
      this.#child.off('message', resolve).off('exit', gone).off('error', reject);
    }
  }
}
