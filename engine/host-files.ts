// The files of a host, as a tree of four: home, log, mail, spool. Counterpart: the shell's ls, cat and tail,
// and commands/files.ts. Rule: nothing above or beside the tree is ever named to the disk: `..`, absolute paths,
// NUL and backslashes are refused as they are typed, links as they are found.

import type { HostServices } from './host-services.ts';
import { SHELL_LIMITS } from './limits.ts';
import { type AppendFile, type Disk, DiskError } from './world.ts';
import type { Run } from './run.ts';

/** What of a host's directory is the student's to see. */
const TOP: readonly string[] = ['home', 'log', 'mail', 'spool'];
const MAILLOG = 'log/maillog';

export interface Found {
  files: string[];
  dirs: string[];
}

export class HostFiles {
  readonly #disk: Disk;
  readonly #dir: string;
  /** The log grows while it is looked at, and its latest lines may not be on the disk yet. */
  readonly #maillog: AppendFile | undefined;
  readonly #hasMail: boolean;

  constructor({ lab, host }: { lab: { run: Run }; host: HostServices }) {
    this.#disk = lab.run.context.world.disk;
    this.#dir = host.dir;
    this.#maillog = lab.run.maillog.file(host.host.name);
    this.#hasMail = host.mail !== undefined;
  }

  /** What a path or pattern stands for. Paths in the answer begin at the tree. */
  async find(typed: string): Promise<Found | { problem: string }> {
    const parts = partsOf(typed);
    if (!parts) return { problem: "No such place: you see this host's own tree only (ls alone shows it)" };
    let at = [''];
    for (const part of parts) {
      const next: string[] = [];
      for (const dir of at) {
        const names = await this.#names(dir);
        next.push(...names.filter((name) => fits(part, name)).map((name) => join(dir, name)));
      }
      at = next.slice(0, SHELL_LIMITS.globFiles);
    }
    if (at.length === 0) return { problem: 'No such file or directory' };
    const found: Found = { files: [], dirs: [] };
    for (const one of at) ((await this.#isDir(one)) ? found.dirs : found.files).push(one);
    return found;
  }

  /** Names in a directory that `find` gave; directories end in a slash. */
  async list(dir: string): Promise<string[]> {
    const names = await this.#names(dir);
    return Promise.all(names.map(async (name) => ((await this.#isDir(join(dir, name))) ? `${name}/` : name)));
  }

  /** Octets of a file that `find` gave, the last ones when there are more than `most`. Throws DiskError. */
  async read(file: string, most = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
    if (file === MAILLOG && this.#maillog) {
      const length = Math.min(this.#maillog.length(), most);
      return this.#maillog.read(this.#maillog.length() - length, length);
    }
    const bytes = await this.#disk.read(`${this.#dir}/${file}`);
    return bytes.subarray(Math.max(0, bytes.length - most));
  }

  /** Writes a file of somebody's folder; false for any other place. */
  async write(typed: string, bytes: Uint8Array): Promise<boolean> {
    const parts = partsOf(typed);
    if (!parts || parts.length < 3 || parts[0] !== 'home') return false;
    const steps = parts.map((_part, last) => [this.#dir, ...parts.slice(0, last + 1)].join('/'));
    if (steps.some((step) => this.#disk.now.isLink(step))) return false;
    const [folder = '', at = ''] = steps.slice(-2);
    await this.#disk.makeDir(folder);
    const fresh = `${folder}/.new`;
    // What an earlier run left half done.
    if (await this.#disk.exists(fresh)) await this.#disk.remove(fresh);
    await this.#disk.create(fresh, bytes);
    await this.#disk.rename(fresh, at);
    return true;
  }

  /** What a half-typed path could become. */
  async complete(last: string): Promise<string[]> {
    const head = last.slice(0, last.lastIndexOf('/') + 1);
    const found = await this.find(head === '' ? '.' : head);
    const [dir] = 'dirs' in found ? found.dirs : [];
    return dir === undefined ? [] : (await this.list(dir)).map((name) => head + name);
  }

  async #names(dir: string): Promise<string[]> {
    if (dir === '') return this.#hasMail ? [...TOP] : this.#homes();
    if (!(await this.#isDir(dir))) return [];
    const names = new Set(await this.#listed(dir));
    if (dir === 'log' && this.#maillog) names.add('maillog');
    return [...names].filter((name) => !this.#disk.now.isLink(`${this.#dir}/${dir}/${name}`)).toSorted();
  }

  /** Where no mail server runs, people may still have files. */
  async #homes(): Promise<string[]> {
    return (await this.#listed('home')).length > 0 ? ['home'] : [];
  }

  async #listed(dir: string): Promise<string[]> {
    try {
      return await this.#disk.list(`${this.#dir}/${dir}`);
    } catch (error) {
      if (error instanceof DiskError) return [];
      throw error;
    }
  }

  async #isDir(at: string): Promise<boolean> {
    if (at === '' || TOP.includes(at)) return true;
    if (at === MAILLOG) return false;
    return this.#disk.isDir(`${this.#dir}/${at}`);
  }
}

/** Undefined for a path that leads out of the tree, or is none. */
function partsOf(typed: string): string[] | undefined {
  const bare = typed.replace(/^~(?=\/|$)/, '.');
  if (bare.startsWith('/') || /[\0\\]/.test(bare) || /^[A-Za-z]:/.test(bare)) return undefined;
  const parts = bare.split('/').filter((part) => part !== '' && part !== '.');
  return parts.includes('..') ? undefined : parts;
}

function join(dir: string, name: string): string {
  return dir === '' ? name : `${dir}/${name}`;
}

/** `*` and `?` stand for what they do in a Unix shell; there is no escaping them. */
function fits(pattern: string, name: string): boolean {
  if (!/[*?]/.test(pattern)) return pattern === name;
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(name);
}
