// The injected world: everything an engine needs from outside itself. No file of the engine asks
// the machine for time, chance or disk in another way, so a test can hand it a world of its own.
// Counterpart: world/ has the real and the manual versions. Rule: interfaces only.

import type { Disposable } from './disposable.ts';

export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now_ms(): number;
  /** Calls `fire` once, `delay_ms` from now. Equal times fire in the order they were asked for. */
  after(delay_ms: number, fire: () => void): Disposable;
}

/** The lab's own time: dates, queue schedule, greylist windows, TTLs. Never goes back. */
export interface LabClock extends Clock {
  /** When the next timer is due, if there is one. */
  next_ms(): number | undefined;
  /** Moves to `to_ms` (never back) and fires the timers due by then, in order, as they were at the call. */
  jumpTo(to_ms: number): void;
  /** Lab seconds per real second; 0 stands still and only `jumpTo` moves it. */
  rate(): number;
  setRate(rate: number): void;
  stop(): void;
}

/** Time of waiting on the wire: idle time-outs, retries of a question, greet pause. Never jumps. */
export interface ActivityClock extends Clock {
  /** As `after`, for a wait that is meant to pass, not a time-out: where nobody watches, it is over as soon as nothing is said. */
  pass(delay_ms: number, fire: () => void): Disposable;
  /** Stands still until every pause is disposed: nothing times out while a person holds a line. */
  pause(): Disposable;
  /** By hand in tests; adds to the real one otherwise. */
  advance(ms: number): void;
  stop(): void;
}

/** A stream of chance with a name, so that one more draw elsewhere shifts nothing here. */
export interface RandomStream {
  /** A whole number in [0, below). */
  below(below: number): number;
  /** Upper-case letters and digits without the ones that look alike. */
  id(length: number): string;
}

/** A file that only grows. */
export interface AppendFile {
  /** Octets written so far. */
  length(): number;
  /** Returns where the octets begin. They can be read back at once, and are on disk after `flush`. */
  append(bytes: Uint8Array): number;
  read(at: number, length: number): Promise<Uint8Array>;
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** A file as it was at a moment: another program that writes to it changes one of these. */
export interface FileStamp {
  readonly octets: number;
  /** Which file it is and when it was written to, in no form that anybody need understand. */
  readonly version: string;
  /** Real time of the last writing. */
  readonly written_ms: number;
}

/** The disk below a lab directory; paths are relative to it, with `/`. Errors are DiskError. */
export interface Disk {
  makeDir(path: string): Promise<void>;
  /** Creates a file of these pieces that must not exist yet; resolves when its octets are synced. */
  create(path: string, ...pieces: readonly Uint8Array[]): Promise<void>;
  /** Resolves when the directory's entries are synced. */
  syncDir(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  removeTree(path: string): Promise<void>;
  read(path: string): Promise<Uint8Array>;
  exists(path: string): Promise<boolean>;
  isDir(path: string): Promise<boolean>;
  /** Names in a directory, sorted; none when it isn't there. */
  list(path: string): Promise<string[]>;
  appendTo(path: string): Promise<AppendFile>;
  /** For the protocol machines, which answer at once. Synced like the others. */
  now: {
    create(path: string, bytes: Uint8Array): void;
    rename(from: string, to: string): void;
    remove(path: string): void;
    /** With `most`, a larger file is refused before it is read. */
    read(path: string, most?: number): Uint8Array;
    /** Adds to the end of a file, which is made if need be; refused when it would be larger than `most`. */
    append(path: string, bytes: Uint8Array, most: number): void;
    /** Takes off what a file has beyond its first `length` octets. */
    cut(path: string, length: number): void;
    isLink(path: string): boolean;
    makeDir(path: string): void;
    removeTree(path: string): void;
    /** Names in a directory, in no order; none when it isn't there. */
    list(path: string): string[];
    exists(path: string): boolean;
    syncDir(path: string): void;
    /** What tells whether a file is still the same; undefined when it isn't there. */
    stamp(path: string): FileStamp | undefined;
    /** Octets from the middle of a file; fewer than asked for where it ends. */
    readPart(path: string, at: number, length: number): Uint8Array;
  };
  /** Tells the names in a directory that something changed, ours or another program; never in a disk of memory. */
  watch(dir: string, changed: (name: string) => void): Disposable;
}

export class DiskError extends Error {
  override name = 'DiskError';
  readonly problem: 'full' | 'exists' | 'missing' | 'denied' | 'other';
  constructor(problem: DiskError['problem'], message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

export interface World {
  /** A lab clock that begins at `start_ms`. Each run has its own: a restored one begins earlier. */
  startLabClock(start_ms: number, rate: number): LabClock;
  activity: ActivityClock;
  disk: Disk;
  /** Runs something that nobody waits for when there is time: soon, but after what is under way. */
  later(run: () => void): void;
  /** Real microseconds from some start: for `mono_us` and benches only, never for a decision. */
  mono_us(): number;
  /** A name that nobody else has or guesses; for what must not repeat even with the same seed. */
  nonce(): string;
  /** Real time: certificates and outside programs live in it. */
  real_ms(): number;
}
