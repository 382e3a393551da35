// A disk in memory that records every change, so that a test can stop the world after any of them.
// Counterpart: real-disk.ts. Rule: a crash keeps what was synced and may lose the rest: octets of
// an unsynced file, names in an unsynced directory (the worst a POSIX file system may do).

import type { Disposable } from '../disposable.ts';
import { type AppendFile, type Disk, DiskError } from '../world.ts';

export type DiskOperation =
  | { op: 'makeDir'; path: string }
  | { op: 'write'; path: string; bytes: Uint8Array }
  | { op: 'append'; path: string; bytes: Uint8Array }
  | { op: 'cut'; path: string; length: number }
  | { op: 'sync'; path: string }
  | { op: 'syncDir'; path: string }
  | { op: 'rename'; from: string; to: string }
  | { op: 'remove'; path: string };

export class MemoryDisk implements Disk {
  readonly files = new Map<string, Uint8Array>();
  readonly operations: DiskOperation[] = [];
  /** Set to make every write fail as on a full disk. */
  full = false;
  /** Below it nothing can be changed, as when the system mounts a failing disk anew to read only. */
  readOnly: string | undefined;
  readonly #appends = new Map<string, MemoryAppendFile>();
  readonly #versions = new WeakMap<Uint8Array, number>();
  #lastVersion = 0;

  readonly now: Disk['now'] = {
    create: (path, bytes) => {
      this.#write(path, bytes);
      this.operations.push({ op: 'sync', path });
    },
    rename: (from, to) => this.#rename(from, to),
    remove: (path) => this.#remove(path),
    read: (path, most) => {
      const bytes = this.#read(path);
      if (bytes.length > (most ?? Number.POSITIVE_INFINITY)) throw new DiskError('other', `${path}: it is too large`);
      return bytes;
    },
    append: (path, bytes, most) => {
      const before = this.files.get(path) ?? new Uint8Array();
      if (before.length + bytes.length > most) throw new DiskError('other', `${path}: it is too large`);
      this.#refuse(path, 'grows');
      this.files.set(path, new Uint8Array(Buffer.concat([before, bytes])));
      this.operations.push({ op: 'append', path, bytes: new Uint8Array(bytes) }, { op: 'sync', path });
    },
    cut: (path, length) => {
      this.#refuse(path);
      this.files.set(path, this.#read(path).slice(0, length));
      this.operations.push({ op: 'cut', path, length });
    },
    isLink: () => false,
    makeDir: (path) => this.operations.push({ op: 'makeDir', path }),
    removeTree: (path) => this.#removeTree(path),
    list: (path) => this.#list(path),
    exists: (path) => this.#exists(path),
    syncDir: (path) => this.operations.push({ op: 'syncDir', path }),
    stamp: (path) => {
      const bytes = this.files.get(path);
      return bytes && { octets: bytes.length, version: this.#versionOf(bytes), written_ms: 0 };
    },
    readPart: (path, at, length) => this.#read(path).subarray(at, at + length),
  };

  async makeDir(path: string): Promise<void> {
    this.operations.push({ op: 'makeDir', path });
  }

  async create(path: string, ...pieces: readonly Uint8Array[]): Promise<void> {
    this.now.create(path, Buffer.concat(pieces));
  }

  async syncDir(path: string): Promise<void> {
    this.operations.push({ op: 'syncDir', path });
  }

  async rename(from: string, to: string): Promise<void> {
    this.#rename(from, to);
  }

  async remove(path: string): Promise<void> {
    this.#remove(path);
  }

  async removeTree(path: string): Promise<void> {
    this.#removeTree(path);
  }

  async read(path: string): Promise<Uint8Array> {
    return this.#read(path);
  }

  async exists(path: string): Promise<boolean> {
    return this.#exists(path);
  }

  async isDir(path: string): Promise<boolean> {
    return !this.files.has(path);
  }

  async list(path: string): Promise<string[]> {
    return this.#list(path).toSorted();
  }

  async appendTo(path: string): Promise<AppendFile> {
    let file = this.#appends.get(path);
    if (!file) this.#appends.set(path, (file = new MemoryAppendFile()));
    return file;
  }

  /** Nobody but the engine writes here. */
  watch(): Disposable {
    return { dispose: () => undefined };
  }

  /** What is written anew is another array. */
  #versionOf(bytes: Uint8Array): string {
    const version = this.#versions.get(bytes) ?? (this.#lastVersion += 1);
    this.#versions.set(bytes, version);
    return String(version);
  }

  #exists(path: string): boolean {
    return this.files.has(path) || [...this.files.keys()].some((file) => file.startsWith(`${path}/`));
  }

  #list(path: string): string[] {
    const prefix = `${path}/`;
    const names = [...this.files.keys()].filter((file) => file.startsWith(prefix));
    return [...new Set(names.map((file) => file.slice(prefix.length).split('/')[0] ?? ''))];
  }

  #removeTree(path: string): void {
    for (const file of [...this.files.keys()]) if (file.startsWith(`${path}/`)) this.#remove(file);
  }

  #refuse(path: string, grows?: 'grows'): void {
    if (this.readOnly !== undefined && path.startsWith(this.readOnly))
      throw new DiskError('denied', `${path}: the disk is read-only`);
    if (this.full && grows) throw new DiskError('full', `${path}: the disk is full; make room and try again`);
  }

  #write(path: string, bytes: Uint8Array): void {
    if (this.files.has(path)) throw new DiskError('exists', `${path}: it exists already`);
    this.#refuse(path, 'grows');
    // A Buffer's own slice would still be the caller's memory.
    const copy = new Uint8Array(bytes);
    this.files.set(path, copy);
    this.operations.push({ op: 'write', path, bytes: copy });
  }

  /** A directory here is what its files' names begin with; it is renamed in one step, as on every disk. */
  #rename(from: string, to: string): void {
    this.#refuse(from);
    if (!moveIn(this.files, from, to)) this.#read(from);
    this.operations.push({ op: 'rename', from, to });
  }

  #remove(path: string): void {
    this.#refuse(path);
    this.#read(path);
    this.files.delete(path);
    this.operations.push({ op: 'remove', path });
  }

  #read(path: string): Uint8Array {
    const bytes = this.files.get(path);
    if (!bytes) throw new DiskError('missing', `${path}: it is not there`);
    return bytes;
  }
}

class MemoryAppendFile implements AppendFile {
  #bytes = new Uint8Array(4096);
  #length = 0;

  length(): number {
    return this.#length;
  }

  append(bytes: Uint8Array): number {
    const at = this.#length;
    if (at + bytes.length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, at + bytes.length));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, at);
    this.#length += bytes.length;
    return at;
  }

  async read(at: number, length: number): Promise<Uint8Array> {
    return this.#bytes.slice(at, Math.min(at + length, this.#length));
  }

  async flush(): Promise<void> {}

  async close(): Promise<void> {}
}

/**
 * The disk after a crash that follows the first `count` operations. `lazy` loses everything that
 * wasn't synced: an unsynced file is cut in half, an unsynced name is as it was before.
 */
export function crashedDisk(operations: readonly DiskOperation[], count: number, lazy: boolean): MemoryDisk {
  const past = operations.slice(0, count);
  const disk = new MemoryDisk();
  past.forEach((operation, index) => {
    const later = past.slice(index + 1);
    switch (operation.op) {
      case 'write': {
        const synced = later.some((one) => one.op === 'sync' && one.path === operation.path);
        const half = operation.bytes.subarray(0, operation.bytes.length >> 1);
        disk.files.set(operation.path, lazy && !synced ? half : operation.bytes);
        break;
      }
      case 'append': {
        const before = disk.files.get(operation.path) ?? new Uint8Array();
        const synced = later.some((one) => one.op === 'sync' && one.path === operation.path);
        const half = operation.bytes.subarray(0, operation.bytes.length >> 1);
        const added = lazy && !synced ? half : operation.bytes;
        disk.files.set(operation.path, new Uint8Array(Buffer.concat([before, added])));
        break;
      }
      case 'cut': {
        const bytes = disk.files.get(operation.path);
        if (bytes) disk.files.set(operation.path, bytes.slice(0, operation.length));
        break;
      }
      case 'rename':
        if (!lazy || dirSynced(later, operation.to)) moveIn(disk.files, operation.from, operation.to);
        break;
      case 'remove':
        if (!lazy || dirSynced(later, operation.path)) disk.files.delete(operation.path);
        break;
      case 'makeDir':
      case 'sync':
      case 'syncDir':
        break;
    }
  });
  return disk;
}

function dirSynced(later: readonly DiskOperation[], path: string): boolean {
  const dir = path.slice(0, path.lastIndexOf('/'));
  return later.some((one) => one.op === 'syncDir' && one.path === dir);
}

/** False when there is nothing of that name. */
function moveIn(files: Map<string, Uint8Array>, from: string, to: string): boolean {
  const inside = files.has(from) ? [from] : [...files.keys()].filter((file) => file.startsWith(`${from}/`));
  for (const file of inside) {
    const bytes = files.get(file);
    if (bytes) files.set(to + file.slice(from.length), bytes);
    files.delete(file);
  }
  return inside.length > 0;
}
