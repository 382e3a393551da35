// An opened `.posthorn` file: a zip of what a run started from, what happened in it, and the captured bytes. Counterpart:
// write-session.ts makes one. Rule: the same reader in the engine and on a page that has none; nothing is read before it is
// asked for, and all of it is hostile until parsed.

import { strFromU8 } from 'fflate';

import type { LabEvent } from '../events.ts';
import { emptyState, type LabState } from '../fold/state.ts';
import { bytesInMemory, type ByteSource } from './byte-source.ts';
import { CaptureReader } from './capture-reader.ts';
import type { Deflation } from './deflation.ts';
import { SESSION_LIMITS } from './limits.ts';
import { checkpointSchema, ENTRIES, type SessionCheckpoint, type SessionManifest, soundManifest } from './manifest.ts';
import { type Overview, overviewSchema } from './overview.ts';
import { SessionProblem } from './problem.ts';
import { LINE_FEED, parsedTogether, readEvents } from './read-event.ts';
import { stateSchema } from './state-schema.ts';
import { piecesOf, readDirectory, wholeEntry, type ZipEntry } from './zip.ts';

export class SessionFile {
  readonly manifest: SessionManifest;
  readonly capture: CaptureReader;
  readonly #file: ByteSource;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #deflation: Deflation;
  /** Pages that were found sound: the file is the same when one is read again. */
  readonly #sound = new Set<number>();

  private constructor(
    file: ByteSource,
    entries: ReadonlyMap<string, ZipEntry>,
    manifest: SessionManifest,
    deflation: Deflation,
  ) {
    this.manifest = manifest;
    this.#file = file;
    this.#entries = entries;
    this.#deflation = deflation;
    this.capture = new CaptureReader(manifest, (name, most) => this.#read(name, most));
  }

  /** Reads the directory and the manifest. Throws SessionProblem. */
  static async open(file: ByteSource | Uint8Array, deflation: Deflation): Promise<SessionFile> {
    const source = file instanceof Uint8Array ? bytesInMemory(file) : file;
    if (source.length > SESSION_LIMITS.packedOctets) throw new SessionProblem('too large', `${source.length} octets`);
    const entries = new Map((await readDirectory(source)).map((entry) => [entry.name, entry]));
    const entry = entries.get(ENTRIES.manifest);
    if (!entry) throw new SessionProblem('not a session', `it has no ${ENTRIES.manifest}`);
    const manifest = soundManifest(parse(await wholeEntry(source, entry, deflation), ENTRIES.manifest));
    return new SessionFile(source, entries, manifest, deflation);
  }

  async checkpoint(): Promise<SessionCheckpoint> {
    return this.#parsed(ENTRIES.checkpoint, (value) => checkpointSchema.safeParse(value));
  }

  /** Paths below hosts/ of what the run found on its disk. */
  get paths(): string[] {
    return [...this.#entries.keys()].flatMap((entry) => {
      const isFile = /^files\/hosts\/[^\\]+$/.test(entry) && !entry.split('/').includes('..');
      return isFile ? [entry.slice(ENTRIES.file('').length)] : [];
    });
  }

  file(path: string): Promise<Uint8Array> {
    return this.#read(ENTRIES.file(path));
  }

  /** How many pages there are; 0 in the first format, which has none. */
  get pages(): number {
    return this.manifest.format === 1 ? 0 : Math.ceil(this.manifest.seq / this.manifest.page);
  }

  /** All events, some at a time and in order. */
  async *events(): AsyncGenerator<LabEvent[]> {
    let seq = 0;
    for await (const events of this.manifest.format === 1 ? this.#linesOfAll() : this.#pagesOfAll()) {
      seq += events.length;
      if (seq > this.manifest.seq) break;
      yield events;
    }
    if (seq !== this.manifest.seq) throw new SessionProblem('damaged', 'events are missing', seq + 1);
  }

  /** The events of a page. */
  async page(index: number): Promise<LabEvent[]> {
    const { manifest } = this;
    if (manifest.format === 1) throw new SessionProblem('damaged', 'it has no pages');
    const lines = await this.#read(ENTRIES.page(index));
    const first = index * manifest.page + 1;
    if (this.#sound.has(index)) return parsedTogether(lines) as LabEvent[];
    const events = readEvents(lines, first, manifest.run);
    const wanted = Math.min(manifest.page, manifest.seq - index * manifest.page);
    if (events.length !== wanted) {
      throw new SessionProblem('damaged', 'events are missing', first + Math.min(wanted, events.length));
    }
    // One that says more than this Posthorn understands is read with care every time.
    if (events.every(({ type }) => type !== 'unknown')) this.#sound.add(index);
    return events;
  }

  /** The state before a page; of the number of pages: the last. */
  async stateBefore(index: number): Promise<LabState> {
    if (index === 0) return emptyState();
    const state = await this.#parsed(ENTRIES.state(index), (value) => stateSchema.safeParse(value));
    if (state.run !== this.manifest.run) throw new SessionProblem('damaged', ENTRIES.state(index));
    return state;
  }

  async overview(): Promise<Overview> {
    const overview = await this.#parsed(ENTRIES.overview, (value) => overviewSchema.safeParse(value));
    if (overview.parts.length !== this.pages) throw new SessionProblem('damaged', ENTRIES.overview);
    return overview;
  }

  async *#pagesOfAll(): AsyncGenerator<LabEvent[]> {
    for (let index = 0; index < this.pages; index += 1) yield await this.page(index);
  }

  async *#linesOfAll(): AsyncGenerator<LabEvent[]> {
    const entry = this.#entryOf(ENTRIES.events);
    if (entry.octets > SESSION_LIMITS.firstFormatOctets) throw new SessionProblem('too large', entry.name);
    let rest: Uint8Array = new Uint8Array(0);
    let next = 1;
    for await (const piece of piecesOf(this.#file, entry, this.#deflation)) {
      const lines = new Uint8Array(rest.length + piece.length);
      lines.set(rest);
      lines.set(piece, rest.length);
      if (lines.length > SESSION_LIMITS.entryOctets) throw new SessionProblem('damaged', 'a line without end', next);
      const whole = lines.lastIndexOf(LINE_FEED) + 1;
      const events = readEvents(lines.subarray(0, whole), next, this.manifest.run);
      next += events.length;
      rest = lines.subarray(whole);
      if (events.length > 0) yield events;
    }
    if (rest.length > 0) throw new SessionProblem('damaged', 'a line was cut', next);
  }

  async #parsed<T>(
    name: string,
    check: (value: unknown) => { success: true; data: T } | { success: false },
  ): Promise<T> {
    const checked = check(parse(await this.#read(name), name));
    if (!checked.success) throw new SessionProblem('damaged', name);
    return checked.data;
  }

  #read(name: string, most?: number): Promise<Uint8Array> {
    return wholeEntry(this.#file, this.#entryOf(name), this.#deflation, most);
  }

  #entryOf(name: string): ZipEntry {
    const entry = this.#entries.get(name);
    if (!entry) throw new SessionProblem('not a session', `it has no ${name}`);
    return entry;
  }
}

function parse(bytes: Uint8Array, name: string): unknown {
  try {
    return JSON.parse(strFromU8(bytes));
  } catch {
    throw new SessionProblem('damaged', name);
  }
}
