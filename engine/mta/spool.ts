// The queue files of one host. `250` after the dot means that `commit` has returned.
//
//   incoming/ID    written and synced, not yet promised
//   active/ID      renamed and the directory synced: promised; replaced whole when the envelope changes
//   corrupt/ID     found unreadable at a start, set aside and reported
//
// Counterpart: queue.ts. Rule: write, sync, rename, sync the directory, reply; a crash at any point
// leaves either nothing that was promised or all of it.

import type { Disk } from '../world.ts';
import { decodeQueueFile, encodeQueueFile, type QueueEntry } from './queue-entry.ts';

export interface Recovered {
  entries: QueueEntry[];
  corrupt: string[];
}

export class Spool {
  readonly #disk: Disk;
  readonly #path: string;

  private constructor(disk: Disk, path: string) {
    this.#disk = disk;
    this.#path = path;
  }

  static async open(disk: Disk, path: string): Promise<Spool> {
    for (const dir of ['incoming', 'active', 'corrupt']) await disk.makeDir(`${path}/${dir}`);
    return new Spool(disk, path);
  }

  /** Resolves when the letter would survive a crash. An entry of the same id is replaced whole. */
  async commit(entry: QueueEntry, octets: Uint8Array): Promise<void> {
    const incoming = `${this.#path}/incoming/${entry.queueId}`;
    await this.#disk.create(incoming, encodeQueueFile(entry, octets));
    await this.#disk.rename(incoming, this.#active(entry.queueId));
    await this.#disk.syncDir(`${this.#path}/active`);
  }

  /** The letter is somebody else's now. A crash before this is seen makes a duplicate, as RFC 1047 allows. */
  async remove(queueId: string): Promise<void> {
    await this.#disk.remove(this.#active(queueId));
  }

  async read(queueId: string): Promise<Uint8Array> {
    const decoded = decodeQueueFile(await this.#disk.read(this.#active(queueId)));
    if (!decoded) throw new Error(`queue file ${queueId} can't be read`);
    return decoded.octets;
  }

  /** What was promised before the last stop. Files that were never promised are thrown away. */
  async recover(): Promise<Recovered> {
    for (const name of await this.#disk.list(`${this.#path}/incoming`)) {
      await this.#disk.remove(`${this.#path}/incoming/${name}`);
    }
    const recovered: Recovered = { entries: [], corrupt: [] };
    for (const name of await this.#disk.list(`${this.#path}/active`)) {
      const decoded = decodeQueueFile(await this.#disk.read(this.#active(name)));
      if (decoded && decoded.entry.queueId === name) recovered.entries.push(decoded.entry);
      else {
        await this.#disk.rename(this.#active(name), `${this.#path}/corrupt/${name}`);
        recovered.corrupt.push(name);
      }
    }
    return recovered;
  }

  #active(queueId: string): string {
    return `${this.#path}/active/${queueId}`;
  }
}
