// Notes what an action does to the files of an account. Counterpart: contract/file-work.ts; access/ and mbox.ts say when
// an action begins and ends. Rule: stands between a store and its disk and changes nothing; between actions it costs a
// look at a flag. A file written beside another and renamed over it counts as rewritten.

import type { FileAct, FileStep, FileWork } from '../../contract/file-work.ts';
import type { Disk } from '../world.ts';
import { STORE_LIMITS } from './limits.ts';

export class FileTally {
  readonly #inner: Disk;
  readonly #prefix: string;
  #noting = false;
  #steps: FileStep[] = [];
  #count: FileWork['count'] = {};
  #read = 0;
  #written = 0;
  /** Files that came into being in this action, and how long they are. */
  readonly #fresh = new Map<string, number>();

  /** `path`: the account's directory, which no name in a step repeats. */
  constructor(disk: Disk, path: string) {
    this.#inner = disk;
    this.#prefix = `${path}/`;
  }

  /** The disk that the account is to use. */
  disk(): Disk {
    const disk = this.#inner;
    const { now } = disk;
    return {
      makeDir: (path) => disk.makeDir(path),
      create: (path, ...pieces) => disk.create(path, ...pieces),
      syncDir: (path) => disk.syncDir(path),
      rename: (from, to) => disk.rename(from, to),
      remove: (path) => disk.remove(path),
      removeTree: (path) => disk.removeTree(path),
      read: (path) => disk.read(path),
      exists: (path) => disk.exists(path),
      isDir: (path) => disk.isDir(path),
      list: (path) => disk.list(path),
      appendTo: (path) => disk.appendTo(path),
      watch: (dir, changed) => disk.watch(dir, changed),
      now: {
        ...now,
        create: (path, bytes) => {
          now.create(path, bytes);
          if (this.#noting) this.#create(path, bytes.length);
        },
        append: (path, bytes, most) => {
          now.append(path, bytes, most);
          if (this.#noting) this.#note('appended', path, { octets: bytes.length });
        },
        rename: (from, to) => {
          const replaces = this.#noting && this.#fresh.has(from) && now.exists(to);
          now.rename(from, to);
          if (this.#noting) this.#rename(from, to, replaces);
        },
        remove: (path) => {
          now.remove(path);
          if (this.#noting) this.#note('removed', path);
        },
        removeTree: (path) => {
          now.removeTree(path);
          if (this.#noting) this.#note('removed', path);
        },
        read: (path, most) => {
          const bytes = now.read(path, most);
          if (this.#noting) this.#note('read', path, { octets: bytes.length });
          return bytes;
        },
        readPart: (path, at, length) => {
          const bytes = now.readPart(path, at, length);
          if (this.#noting) this.#note('read', path, { octets: bytes.length });
          return bytes;
        },
      },
    };
  }

  /** An action begins. */
  begin(): void {
    this.#noting = true;
  }

  /** It has ended: what it did; undefined when it touched no file. */
  end(): FileWork | undefined {
    this.#noting = false;
    if (this.#steps.length === 0) return undefined;
    const work = { steps: this.#steps, count: this.#count, read: this.#read, written: this.#written };
    this.#steps = [];
    this.#count = {};
    this.#read = 0;
    this.#written = 0;
    this.#fresh.clear();
    return work;
  }

  #create(path: string, octets: number): void {
    this.#fresh.set(path, octets);
    this.#note('created', path, { octets });
  }

  #rename(from: string, to: string, replaces: boolean): void {
    const octets = this.#fresh.get(from);
    if (!replaces || octets === undefined) {
      this.#note('renamed', from, { to: this.#short(to) });
      return;
    }
    // Told as one step, where it was created.
    const at = this.#steps.findIndex((step) => step.act === 'created' && step.file === this.#short(from));
    if (at >= 0) this.#steps.splice(at, 1);
    this.#count.created = (this.#count.created ?? 1) - 1;
    if (this.#count.created === 0) delete this.#count.created;
    this.#written -= octets;
    this.#note('rewritten', to, { octets });
  }

  #note(act: FileAct, path: string, more: Pick<FileStep, 'octets' | 'to'> = {}): void {
    const { octets = 0 } = more;
    this.#count[act] = (this.#count[act] ?? 0) + 1;
    if (act === 'read') this.#read += octets;
    else this.#written += octets;
    const file = this.#short(path);
    const last = this.#steps.at(-1);
    // A file that is read piece by piece.
    if (act === 'read' && last?.act === 'read' && last.file === file) last.octets = (last.octets ?? 0) + octets;
    else if (this.#steps.length < STORE_LIMITS.toldSteps) this.#steps.push({ act, file, ...more });
  }

  #short(path: string): string {
    if (path.startsWith(this.#prefix)) return path.slice(this.#prefix.length);
    // Beside it, where a conversion writes.
    const parent = this.#prefix.slice(0, this.#prefix.lastIndexOf('/', this.#prefix.length - 2) + 1);
    return path.startsWith(parent) ? path.slice(parent.length) : path;
  }
}
