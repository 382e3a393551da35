// The file of a mailbox on the disk: read, added to, written anew, under its lock. Counterpart: mbox.ts knows the letters
// in it. Rule: what is added is taken off again when it didn't fit, also after a crash; a file written anew is there at
// once or not at all; and it is known when another program wrote to it.

import type { Disposable } from '../disposable.ts';
import type { Disk } from '../world.ts';
import { told, unlessMissing } from './disk-trouble.ts';
import { STORE_LIMITS } from './limits.ts';
import { StoreError } from './mailbox.ts';
import { MboxLock } from './mbox-lock.ts';

export interface MboxFileOptions {
  disk: Pick<Disk, 'now' | 'watch'>;
  /** Directory that holds the file, relative to the disk. */
  directory: string;
  /** Name of the file there. */
  file: string;
  real_ms: () => number;
}

/** Where something stands in the file. */
export interface Place {
  at: number;
  length: number;
}

export class MboxFile {
  readonly #options: MboxFileOptions;
  #name: string;
  #lock: MboxLock;
  /** As we last knew it; undefined: it isn't there. */
  #version: string | undefined;
  #length = 0;
  #endsClean = true;
  #watchers = 0;
  #watch: Disposable | undefined;

  /** Makes the file if need be, and takes off what a crash left half-written at its end. */
  constructor(options: MboxFileOptions) {
    const { disk, directory, file, real_ms } = options;
    this.#options = options;
    this.#name = file;
    this.#lock = new MboxLock(disk, this.path, real_ms);
    disk.now.makeDir(directory);
    unlessMissing(() => disk.now.remove(this.#fresh));
    this.#recover();
    if (disk.now.exists(this.path)) return;
    disk.now.create(this.path, new Uint8Array());
    disk.now.syncDir(directory);
  }

  get path(): string {
    return `${this.#options.directory}/${this.#name}`;
  }

  /** Octets, as last known. */
  get length(): number {
    return this.#length;
  }

  /** Another program wrote to it, or took it away. */
  hasChanged(): boolean {
    return told(() => this.#stamp()) !== this.#version;
  }

  /** Another program has the lock: it is writing. */
  isLocked(): boolean {
    return told(() => this.#lock.isForeign());
  }

  checkFree(): void {
    if (this.isLocked()) throw new StoreError(`unable to lock for exclusive access: ${this.path}.lock is there`);
  }

  /** All of it, and from now on known as it is. Nothing when it isn't there. */
  contents(): Buffer {
    return told(() => {
      const { now } = this.#options.disk;
      const version = this.#stamp();
      const octets = unlessMissing(() => now.read(this.path, STORE_LIMITS.mboxOctets)) ?? new Uint8Array();
      this.#know(Buffer.from(octets.buffer, octets.byteOffset, octets.length), version);
      return Buffer.from(octets.buffer, octets.byteOffset, octets.length);
    });
  }

  part({ at, length }: Place): Buffer {
    return Buffer.from(told(() => this.#options.disk.now.readPart(this.path, at, length)));
  }

  /** Adds octets at the end, behind a blank line; answers where they begin. */
  append(entries: readonly Buffer[]): number {
    const { now } = this.#options.disk;
    const gap = Buffer.from(this.#endsClean ? '' : '\n\n');
    const added = Buffer.concat([gap, ...entries]);
    const growth = { before: this.#length, after: this.#length + added.length };
    told(() =>
      this.#lock.during(growth, () => {
        try {
          now.append(this.path, added, STORE_LIMITS.mboxOctets);
        } catch (error) {
          // A full disk must not keep the half that fitted.
          unlessMissing(() => now.cut(this.path, growth.before));
          throw error;
        } finally {
          this.#version = this.#stamp();
        }
      }),
    );
    this.#length = growth.after;
    this.#endsClean = true;
    return growth.before + gap.length;
  }

  /** Writes it anew; `make` is asked with the lock taken. */
  replace(make: () => Buffer): void {
    const { disk, directory } = this.#options;
    told(() =>
      this.#lock.during(undefined, () => {
        const octets = make();
        unlessMissing(() => disk.now.remove(this.#fresh));
        disk.now.create(this.#fresh, octets);
        disk.now.rename(this.#fresh, this.path);
        disk.now.syncDir(directory);
        this.#know(octets, this.#stamp());
      }),
    );
  }

  /** Tells that something wrote to it, ours too. */
  watch(touched: () => void): Disposable {
    const { disk, directory } = this.#options;
    this.#watchers += 1;
    this.#watch ??= disk.watch(directory, (name) => {
      if (name === this.#name) touched();
    });
    return {
      dispose: () => {
        this.#watchers -= 1;
        if (this.#watchers === 0) this.stopWatching();
      },
    };
  }

  stopWatching(): void {
    this.#watch?.dispose();
    this.#watch = undefined;
  }

  /** It has another name now. */
  moved(name: string): void {
    const { disk, real_ms } = this.#options;
    this.#name = name;
    this.#lock = new MboxLock(disk, this.path, real_ms);
  }

  get #fresh(): string {
    return `${this.#options.directory}/.${this.#name}.new`;
  }

  #stamp(): string | undefined {
    return this.#options.disk.now.stamp(this.path)?.version;
  }

  #know(octets: Buffer, version: string | undefined): void {
    this.#version = version;
    this.#length = octets.length;
    this.#endsClean = octets.length === 0 || endsClean(octets);
  }

  #recover(): void {
    const { now } = this.#options.disk;
    const growth = this.#lock.recover();
    if (growth === undefined) return;
    const octets = now.stamp(this.path)?.octets ?? 0;
    if (octets > growth.before && octets < growth.after) now.cut(this.path, growth.before);
    this.#lock.release();
  }
}

/** Where the next letter may begin: behind a blank line. */
export function endsClean(octets: Buffer): boolean {
  return /\n\r?\n$/.test(octets.toString('latin1', Math.max(0, octets.length - 4)));
}
