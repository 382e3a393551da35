// The dot-lock beside a mailbox file: `INBOX.lock`, made by whoever writes, gone when it is done. Counterpart: mbox.ts.
// Rule: another program's lock is honoured until it is so old that its owner must have died; ours says how long the file
// was and is going to be, so that a half-written letter can be taken off again.

import type { Disk, FileStamp } from '../world.ts';
import { DiskError } from '../world.ts';
import { unlessMissing } from './disk-trouble.ts';
import { STORE_LIMITS } from './limits.ts';
import { StoreError } from './mailbox.ts';

const OURS = 'posthorn ';

/** Octets of the file. */
export interface Growth {
  before: number;
  after: number;
}

export class MboxLock {
  readonly #disk: Pick<Disk, 'now'>;
  readonly #path: string;
  readonly #real_ms: () => number;

  /** `path`: of the mailbox file. */
  constructor(disk: Pick<Disk, 'now'>, path: string, real_ms: () => number) {
    this.#disk = disk;
    this.#path = `${path}.lock`;
    this.#real_ms = real_ms;
  }

  /**
   * Octets that the file had before a run of ours ended in the middle of adding to it, and with which it would have been
   * whole; undefined when none did.
   */
  recover(): Growth | undefined {
    const text = new TextDecoder('latin1').decode(unlessMissing(() => this.#disk.now.read(this.#path, 100)));
    if (text === '' || !OURS.startsWith(text.slice(0, OURS.length))) return undefined;
    const [, before, after] = /^posthorn (\d{1,15}) (\d{1,15})\n$/.exec(text) ?? [];
    // A lock that isn't whole was never taken, and a file that is written anew is there at once or not at all.
    return before === undefined ? { before: 0, after: 0 } : { before: Number(before), after: Number(after) };
  }

  /** Another program has it. */
  isForeign(): boolean {
    const stamp = this.#disk.now.stamp(this.#path);
    return stamp !== undefined && !this.#isStale(stamp);
  }

  /**
   * `work` with the lock taken; `growth`: where the file is only added to. Throws StoreError while another program has it.
   */
  during<T>(growth: Growth | undefined, work: () => T): T {
    this.#take(growth);
    try {
      return work();
    } finally {
      this.release();
    }
  }

  release(): void {
    unlessMissing(() => this.#disk.now.remove(this.#path));
  }

  #take(growth: Growth | undefined): void {
    const stamp = this.#disk.now.stamp(this.#path);
    if (stamp && this.#isStale(stamp)) this.release();
    try {
      this.#disk.now.create(
        this.#path,
        new TextEncoder().encode(`${OURS}${growth ? `${growth.before} ${growth.after}` : ''}\n`),
      );
    } catch (error) {
      if (!(error instanceof DiskError) || error.problem !== 'exists') throw error;
      throw new StoreError(`unable to lock for exclusive access: ${this.#path} is there`, { cause: error });
    }
  }

  #isStale({ written_ms }: FileStamp): boolean {
    return this.#real_ms() - written_ms > STORE_LIMITS.staleLock_ms;
  }
}
