// The queue files of one host. `250` after the dot means that `commit` has returned.
//
//   incoming/ID    written and synced, not yet promised
//   active/ID      renamed and the directory synced: promised; replaced whole when the envelope changes
//   deferred/ID    waits for its next try
//   hold/ID        a person keeps it
//   corrupt/ID     found unreadable at a start, set aside and reported
//
// Counterpart: queue.ts. Rule: write, sync, rename, sync the directory, reply; a crash at any point
// leaves either nothing that was promised or all of it, in one of three places.

import { type Disk, DiskError } from '../world.ts';
import { decodeQueueFile, envelopeLine, type QueueEntry } from './queue-entry.ts';

/** Where a promised letter lies. */
export const PLACES = ['active', 'deferred', 'hold'] as const;
export type Place = (typeof PLACES)[number];

export interface Recovered {
  entries: { entry: QueueEntry; place: Place }[];
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
    for (const dir of ['incoming', ...PLACES, 'corrupt']) await disk.makeDir(`${path}/${dir}`);
    return new Spool(disk, path);
  }

  /** Resolves when the letter would survive a crash, in `active`. An entry of the same id is replaced whole. */
  async commit(entry: QueueEntry, letter: readonly Uint8Array[]): Promise<void> {
    const incoming = `${this.#path}/incoming/${entry.queueId}`;
    await this.#disk.create(incoming, envelopeLine(entry, letter), ...letter);
    await this.#disk.rename(incoming, this.#file('active', entry.queueId));
    await this.#disk.syncDir(`${this.#path}/active`);
  }

  /** A crash before this is seen leaves it where it was. */
  async move(queueId: string, from: Place, to: Place): Promise<void> {
    await this.#disk.rename(this.#file(from, queueId), this.#file(to, queueId));
    await this.#disk.syncDir(`${this.#path}/${to}`);
  }

  /** The letter is somebody else's now. A crash before this is seen makes a duplicate, as RFC 1047 allows. */
  async remove(queueId: string, place: Place): Promise<void> {
    await this.#disk.remove(this.#file(place, queueId));
  }

  async read(queueId: string, place: Place): Promise<Uint8Array> {
    const decoded = decodeQueueFile(await this.#disk.read(this.#file(place, queueId)));
    if (!decoded) throw new Error(`queue file ${queueId} can't be read`);
    return decoded.octets;
  }

  /** What was promised before the last stop. Files that were never promised are thrown away. */
  async recover(): Promise<Recovered> {
    for (const name of await this.#disk.list(`${this.#path}/incoming`)) {
      await this.#disk.removeTree(`${this.#path}/incoming/${name}`);
    }
    const found = new Map<string, Recovered['entries'][number]>();
    const corrupt: string[] = [];
    for (const place of PLACES) {
      for (const name of await this.#disk.list(`${this.#path}/${place}`)) {
        const entry = await this.#readEntry(place, name);
        if (!entry) {
          await this.#disk.rename(this.#file(place, name), `${this.#path}/corrupt/${name}`);
          corrupt.push(name);
          continue;
        }
        const other = found.get(name);
        // A file system that forgot half of a rename: the later state is the true one.
        const older = other && (other.entry.attempt > entry.attempt ? place : other.place);
        if (older) await this.#disk.remove(this.#file(older, name));
        if (older !== place) found.set(name, { entry, place });
      }
    }
    return { entries: [...found.values()], corrupt: corrupt.toSorted() };
  }

  /** Undefined when it is no queue file, whatever else it is. */
  async #readEntry(place: Place, name: string): Promise<QueueEntry | undefined> {
    try {
      const decoded = decodeQueueFile(await this.#disk.read(this.#file(place, name)));
      return decoded?.entry.queueId === name ? decoded.entry : undefined;
    } catch (error) {
      if (error instanceof DiskError) return undefined;
      throw error;
    }
  }

  #file(place: Place, queueId: string): string {
    return `${this.#path}/${place}/${queueId}`;
  }
}
