// A chain in a child process. Counterpart: worker.ts, the child. Rule: its files go with it.

import { ENGINE_FLAGS } from '../contract/engine-flags.ts';
import type { ChainKind } from './chain.ts';
import { AskedProcess } from './asked-process.ts';
import type { Reply, RequestName } from './requests.ts';
import { type TemporaryDirectory, temporaryDirectory } from './temporary-directory.ts';
import { WORKER } from './worker.ts';

export class WorkerProcess {
  readonly #process: AskedProcess;
  readonly #dir: TemporaryDirectory;
  readonly kind: ChainKind;

  private constructor(kind: ChainKind, child: AskedProcess, dir: TemporaryDirectory) {
    this.kind = kind;
    this.#process = child;
    this.#dir = dir;
  }

  /** `root`: where its files lie. */
  static async start(kind: ChainKind, root?: string): Promise<WorkerProcess> {
    const dir = temporaryDirectory(root);
    try {
      const child = await AskedProcess.start(
        `the ${kind} chain`,
        [WORKER, kind, dir.path],
        '--expose-gc',
        ...ENGINE_FLAGS,
      );
      return new WorkerProcess(kind, child, dir);
    } catch (error) {
      dir.remove();
      throw error;
    }
  }

  ask<N extends RequestName>(name: N, count = 0): Promise<Reply<N>> {
    return this.#process.ask(name, count);
  }

  async stop(): Promise<void> {
    await this.#process.stop();
    this.#dir.remove();
  }
}
