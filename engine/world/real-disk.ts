// The machine's disk below one directory. Counterpart: memory-disk.ts, which tests crash.
// Rule: what a promise promised is synced; every failure is a DiskError that says what to do.

import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import type { Disposable } from '../disposable.ts';
import { DISK_LIMITS } from '../limits.ts';
import { type AppendFile, type Disk, DiskError } from '../world.ts';
import { diskError, told, toldLater } from './disk-errors.ts';
import { RealAppendFile } from './real-append-file.ts';

const fdatasync = promisify(fs.fdatasync);
const fsync = promisify(fs.fsync);

export class RealDisk implements Disk {
  readonly root: string;
  readonly #dirSyncs = new Map<string, DirSync>();
  readonly #pace = new SyncPace();

  constructor(root: string) {
    this.root = root;
  }

  readonly now: Disk['now'] = {
    create: (file, bytes) =>
      told(file, () => {
        const fd = fs.openSync(this.#at(file), 'wx');
        try {
          writeAll(fd, bytes);
          fs.fdatasyncSync(fd);
        } finally {
          fs.closeSync(fd);
        }
      }),
    rename: (from, to) => told(from, () => fs.renameSync(this.#at(from), this.#at(to))),
    remove: (file) => told(file, () => fs.unlinkSync(this.#at(file))),
    read: (file, most) =>
      told(file, () => {
        if (most !== undefined) this.#refuseLarger(file, most);
        return fs.readFileSync(this.#at(file));
      }),
    append: (file, bytes, most) =>
      told(file, () => {
        if (fs.existsSync(this.#at(file))) this.#refuseLarger(file, most - bytes.length);
        const fd = fs.openSync(this.#at(file), 'a');
        try {
          writeAll(fd, bytes);
          fs.fdatasyncSync(fd);
        } finally {
          fs.closeSync(fd);
        }
      }),
    cut: (file, length) => told(file, () => fs.truncateSync(this.#at(file), length)),
    isLink: (file) => fs.lstatSync(this.#at(file), { throwIfNoEntry: false })?.isSymbolicLink() ?? false,
    makeDir: (dir) => told(dir, () => void fs.mkdirSync(this.#at(dir), { recursive: true })),
    removeTree: (dir) => told(dir, () => fs.rmSync(this.#at(dir), { recursive: true, force: true })),
    list: (dir) => told(dir, () => (fs.existsSync(this.#at(dir)) ? fs.readdirSync(this.#at(dir)) : [])),
    exists: (file) => fs.existsSync(this.#at(file)),
    syncDir: (dir) => told(dir, () => syncDirNow(this.#at(dir))),
    stamp: (file) =>
      told(file, () => {
        const found = fs.statSync(this.#at(file), { bigint: true, throwIfNoEntry: false });
        if (!found) return undefined;
        const version = `${found.ino} ${found.size} ${found.mtimeNs}`;
        return { octets: Number(found.size), version, written_ms: Number(found.mtimeMs) };
      }),
    readPart: (file, at, length) =>
      told(file, () => {
        const fd = fs.openSync(this.#at(file), 'r');
        try {
          const bytes = new Uint8Array(length);
          let read = 0;
          for (let more = -1; read < length && more !== 0; read += more)
            more = fs.readSync(fd, bytes, read, length - read, at + read);
          return bytes.subarray(0, read);
        } finally {
          fs.closeSync(fd);
        }
      }),
  };

  async makeDir(dir: string): Promise<void> {
    await toldLater(dir, fs.promises.mkdir(this.#at(dir), { recursive: true }));
  }

  async create(file: string, ...pieces: readonly Uint8Array[]): Promise<void> {
    // Opening and writing go to the page cache and are quick; the sync isn't, and leaves the thread.
    const fd = told(file, () => fs.openSync(this.#at(file), 'wx'));
    try {
      told(file, () => {
        for (const bytes of gathered(pieces)) writeAll(fd, bytes);
      });
      await toldLater(
        file,
        this.#pace.run(
          () => fs.fdatasyncSync(fd),
          () => fdatasync(fd),
        ),
      );
    } catch (error) {
      fs.closeSync(fd);
      // A full disk must not keep the half that fitted.
      fs.rmSync(this.#at(file), { force: true });
      throw error;
    }
    fs.closeSync(fd);
  }

  async syncDir(dir: string): Promise<void> {
    let sync = this.#dirSyncs.get(dir);
    if (!sync) this.#dirSyncs.set(dir, (sync = new DirSync(this.#at(dir), this.#pace)));
    await toldLater(dir, sync.sync());
  }

  async rename(from: string, to: string): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        told(from, () => fs.renameSync(this.#at(from), this.#at(to)));
        return;
      } catch (error) {
        // A virus scanner on Windows may hold a new file for a moment.
        const busy = error instanceof DiskError && error.problem === 'denied' && process.platform === 'win32';
        if (!busy || attempt >= DISK_LIMITS.renameAttempts) throw error;
        await new Promise((resolve) => setTimeout(resolve, DISK_LIMITS.renameRetry_ms));
      }
    }
  }

  async remove(file: string): Promise<void> {
    // In place, as a rename: to wake another thread for it takes several times as long.
    told(file, () => fs.unlinkSync(this.#at(file)));
  }

  async removeTree(dir: string): Promise<void> {
    await toldLater(dir, fs.promises.rm(this.#at(dir), { recursive: true, force: true }));
  }

  async read(file: string): Promise<Uint8Array> {
    return toldLater(file, fs.promises.readFile(this.#at(file)));
  }

  async exists(file: string): Promise<boolean> {
    return fs.existsSync(this.#at(file));
  }

  async isDir(file: string): Promise<boolean> {
    return fs.statSync(this.#at(file), { throwIfNoEntry: false })?.isDirectory() ?? false;
  }

  async list(dir: string): Promise<string[]> {
    try {
      return (await fs.promises.readdir(this.#at(dir))).toSorted();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw diskError(dir, error);
    }
  }

  async appendTo(file: string): Promise<AppendFile> {
    const fd = told(file, () => fs.openSync(this.#at(file), 'a+'));
    return new RealAppendFile(file, fd);
  }

  /** A system that can't watch (too many watchers, a network disk) tells nothing: who asks the store finds it anyway. */
  watch(dir: string, changed: (name: string) => void): Disposable {
    try {
      const watcher = fs.watch(this.#at(dir), { persistent: false }, (_kind, name) => name !== null && changed(name));
      watcher.on('error', () => watcher.close());
      return { dispose: () => watcher.close() };
    } catch {
      return { dispose: () => undefined };
    }
  }

  /** Directories kept open for syncing are given back. */
  close(): void {
    for (const sync of this.#dirSyncs.values()) sync.close();
    this.#dirSyncs.clear();
  }

  /** Only a file is read or written, never a pipe or a device that somebody put in its place. */
  #refuseLarger(file: string, most: number): void {
    const found = fs.statSync(this.#at(file));
    if (!found.isFile() || found.size > most) throw new DiskError('other', `${file}: it is too large, or no file`);
  }

  #at(file: string): string {
    return path.join(this.root, file);
  }
}

/**
 * Syncs in place while the disk is quick at it: to wake another thread and be woken by it takes longer than the sync of
 * a small file on a solid-state disk. A slow disk is waited for elsewhere, so that nothing else stands still.
 */
class SyncPace {
  #usual_ms = 0;

  async run(here: () => void, elsewhere: () => Promise<void>): Promise<void> {
    const begun_ms = performance.now();
    if (this.#usual_ms < DISK_LIMITS.quickSync_ms) here();
    else await elsewhere();
    // A moving average, in which one slow sync doesn't count for more than a few usual ones.
    const took_ms = Math.min(performance.now() - begun_ms, 4 * DISK_LIMITS.quickSync_ms);
    this.#usual_ms += (took_ms - this.#usual_ms) / 8;
  }
}

/** Many deliveries into one directory share a sync: who asks during one waits for the next. */
class DirSync {
  #fd: number | undefined;
  #running: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  readonly #dir: string;
  readonly #pace: SyncPace;

  constructor(dir: string, pace: SyncPace) {
    this.#dir = dir;
    this.#pace = pace;
  }

  sync(): Promise<void> {
    if (!this.#running) return this.#start();
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.#start();
    });
    return this.#next;
  }

  close(): void {
    if (this.#fd !== undefined) fs.closeSync(this.#fd);
    this.#fd = undefined;
  }

  #start(): Promise<void> {
    // Windows has no such sync, and needs none: NTFS journals its directories.
    if (process.platform === 'win32') return Promise.resolve();
    const fd = (this.#fd ??= fs.openSync(this.#dir, 'r'));
    const done = () => (this.#running = undefined);
    this.#running = this.#pace
      .run(
        () => fs.fsyncSync(fd),
        () => fsync(fd),
      )
      .finally(done);
    return this.#running;
  }
}

function syncDirNow(dir: string): void {
  if (process.platform === 'win32') return; // as in DirSync
  const fd = fs.openSync(dir, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

/** Small pieces as one, for one system call; a large letter isn't copied for that. */
function gathered(pieces: readonly Uint8Array[]): readonly Uint8Array[] {
  const octets = pieces.reduce((sum, piece) => sum + piece.length, 0);
  return pieces.length > 1 && octets <= DISK_LIMITS.gatheredOctets ? [Buffer.concat(pieces, octets)] : pieces;
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += fs.writeSync(fd, bytes, at);
}
