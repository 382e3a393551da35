// The machine's disk below one directory. Counterpart: memory-disk.ts, which tests crash.
// Rule: what a promise promised is synced; every failure is a DiskError that says what to do.

import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import type { Disposable } from '../disposable.ts';
import { DISK_LIMITS } from '../limits.ts';
import { type AppendFile, type Disk, DiskError } from '../world.ts';

const fdatasync = promisify(fs.fdatasync);
const fsync = promisify(fs.fsync);
const read = promisify(fs.read);
const write = promisify(fs.write);

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
    isLink: (file) => fs.lstatSync(this.#at(file), { throwIfNoEntry: false })?.isSymbolicLink() ?? false,
    makeDir: (dir) => told(dir, () => void fs.mkdirSync(this.#at(dir), { recursive: true })),
    removeTree: (dir) => told(dir, () => fs.rmSync(this.#at(dir), { recursive: true, force: true })),
    list: (dir) => told(dir, () => (fs.existsSync(this.#at(dir)) ? fs.readdirSync(this.#at(dir)) : [])),
    exists: (file) => fs.existsSync(this.#at(file)),
    syncDir: (dir) => told(dir, () => syncDirNow(this.#at(dir))),
  };

  async makeDir(dir: string): Promise<void> {
    await toldLater(dir, fs.promises.mkdir(this.#at(dir), { recursive: true }));
  }

  async create(file: string, bytes: Uint8Array): Promise<void> {
    // Opening and writing go to the page cache and are quick; the sync isn't, and leaves the thread.
    const fd = told(file, () => fs.openSync(this.#at(file), 'wx'));
    try {
      told(file, () => writeAll(fd, bytes));
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

/** Gathers what is appended and writes it in large pieces; not synced, for log and capture only. */
class RealAppendFile implements AppendFile {
  #pending: Uint8Array[] = [];
  #pendingOctets = 0;
  #length: number;
  #written: number;
  #writing: Promise<void> = Promise.resolve();
  #scheduled = false;
  readonly #name: string;
  readonly #fd: number;

  constructor(name: string, fd: number) {
    this.#name = name;
    this.#fd = fd;
    this.#length = fs.fstatSync(fd).size;
    this.#written = this.#length;
  }

  length(): number {
    return this.#length;
  }

  append(bytes: Uint8Array): number {
    const at = this.#length;
    this.#pending.push(bytes);
    this.#pendingOctets += bytes.length;
    this.#length += bytes.length;
    if (this.#pendingOctets >= DISK_LIMITS.appendBatch) this.#write();
    else this.#schedule();
    return at;
  }

  async read(at: number, length: number): Promise<Uint8Array> {
    if (at + length > this.#written) await this.flush();
    const bytes = new Uint8Array(Math.max(0, Math.min(length, this.#length - at)));
    return toldLater(
      this.#name,
      read(this.#fd, bytes, 0, bytes.length, at).then(({ bytesRead }) => bytes.subarray(0, bytesRead)),
    );
  }

  flush(): Promise<void> {
    this.#write();
    return this.#writing;
  }

  async close(): Promise<void> {
    await this.flush();
    fs.closeSync(this.#fd);
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setTimeout(() => this.#write(), DISK_LIMITS.appendDelay_ms).unref();
  }

  #write(): void {
    this.#scheduled = false;
    if (this.#pending.length === 0) return;
    const batch = Buffer.concat(this.#pending);
    this.#pending = [];
    this.#pendingOctets = 0;
    this.#writing = this.#writing.then(async () => {
      // The log of a full disk is lost, the mail isn't: a failure here must not end the engine.
      await write(this.#fd, batch, 0, batch.length).catch(() => undefined);
      this.#written += batch.length;
    });
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

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += fs.writeSync(fd, bytes, at);
}

function told<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw diskError(file, error);
  }
}

async function toldLater<T>(file: string, action: Promise<T>): Promise<T> {
  try {
    return await action;
  } catch (error) {
    throw diskError(file, error);
  }
}

const PROBLEMS: Record<string, [DiskError['problem'], string]> = {
  ENOSPC: ['full', 'the disk is full; make room and try again'],
  EDQUOT: ['full', 'the disk quota is used up; make room and try again'],
  EEXIST: ['exists', 'it exists already'],
  ENOENT: ['missing', 'it is not there'],
  EACCES: ['denied', 'the system denies access; check the permissions of the lab directory'],
  EPERM: ['denied', 'the system denies access; check the permissions of the lab directory'],
  EBUSY: ['denied', 'another program holds it'],
  EROFS: ['denied', 'the disk is read-only'],
};

function diskError(file: string, error: unknown): DiskError {
  if (error instanceof DiskError) return error;
  const [problem, advice] = PROBLEMS[(error as NodeJS.ErrnoException).code ?? ''] ?? ['other', String(error)];
  return new DiskError(problem, `${file}: ${advice}`, { cause: error });
}
