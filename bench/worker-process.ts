// A chain in a child process, and questions to it. Counterpart: worker.ts, the child.
// Rule: whoever starts one stops it; a child that doesn't go when asked is killed.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

import type { ChainKind } from './chain.ts';
import { PATIENCE_MS, ROW_MS } from './limits.ts';
import { within } from './patience.ts';
import type { Answer, Reply, RequestName } from './requests.ts';
import { type TemporaryDirectory, temporaryDirectory } from './temporary-directory.ts';
import { program } from './where.ts';
import { WORKER } from './worker.ts';

const GRACE_MS = 3000;

export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #dir: TemporaryDirectory;
  readonly kind: ChainKind;

  private constructor(kind: ChainKind, child: ChildProcess, dir: TemporaryDirectory) {
    this.kind = kind;
    this.#child = child;
    this.#dir = dir;
  }

  /** `root`: where its files lie. */
  static async start(kind: ChainKind, root?: string): Promise<WorkerProcess> {
    const dir = temporaryDirectory(root);
    const execArgv = [...process.execArgv.filter((flag) => flag !== '--expose-gc'), '--expose-gc'];
    const child = fork(program.bench, [WORKER, kind, dir.path], { execArgv });
    const worker = new WorkerProcess(kind, child, dir);
    try {
      await worker.#answer(PATIENCE_MS);
      return worker;
    } catch (error) {
      await worker.stop();
      throw error;
    }
  }

  async ask<N extends RequestName>(name: N, count = 0): Promise<Reply<N>> {
    const answer = this.#answer(ROW_MS);
    this.#child.send({ name, count });
    return (await answer) as Reply<N>;
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const gone = once(this.#child, 'exit');
      if (this.#child.connected) this.#child.disconnect();
      await within(GRACE_MS, 'a worker', gone).catch(() => this.#child.kill('SIGKILL'));
    }
    this.#dir.remove();
  }

  async #answer(limit_ms: number): Promise<Reply<RequestName>> {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const gone = () => reject(new Error('it ended before its answer'));
    this.#child.once('message', resolve).once('exit', gone).once('error', reject);
    try {
      const answer = await within(limit_ms, `the ${this.kind} chain`, promise);
      if ('problem' in answer) throw new Error(answer.problem);
      return answer.reply;
    } finally {
      this.#child.off('message', resolve).off('exit', gone).off('error', reject);
    }
  }
}
