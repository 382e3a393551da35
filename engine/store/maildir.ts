// A mailbox on disk: one file a letter, in tmp/, new/ and cur/, as D. J. Bernstein's Maildir has it.
// Counterpart: letter-name.ts (what a name says), uid-file.ts, memory.ts. Rule: a letter is in new/ or
// cur/ whole or not at all, and what `deliver` promised is on disk.
//
//   deliver   tmp/1794000000.K7Q2M9XA.mail  -> new/1794000000.K7Q2M9XA.mail,S=1204,U=17
//   settle    new/...,U=17                  -> cur/...,U=17:2,
//   setFlags  cur/...,U=17:2,               -> cur/...,U=17:2,S

import type { Disposable } from '../disposable.ts';
import { type Disk, DiskError, type LabClock, type RandomStream } from '../world.ts';
import { LetterBook } from './letter-book.ts';
import { baseName, type InfoSeparator, uniqueName, withInfo } from './letter-name.ts';
import { type Flag, type Letter, type Mailbox, type MailboxChange, StoreError } from './mailbox.ts';
import { readMaildir } from './maildir-read.ts';
import { UidFile } from './uid-file.ts';

export interface MaildirOptions {
  disk: Disk;
  /** Directory of the mailbox, relative to the disk. */
  path: string;
  /** Name in events: the address of its owner. */
  name: string;
  /** Host that keeps it; stands in the file names. */
  host: string;
  lab: LabClock;
  random: RandomStream;
  /** `;` on Windows. */
  separator?: InfoSeparator;
}

const UNIQUE_LETTERS = 8; // 40 bits from a stream that no other run repeats; creation is exclusive all the same

export class Maildir implements Mailbox {
  readonly name: string;
  readonly #options: MaildirOptions;
  readonly #separator: InfoSeparator;
  readonly #uids: UidFile;
  readonly #book = new LetterBook();
  /** Where each letter's file is now: `new/...` or `cur/...`. */
  readonly #files = new Map<number, string>();
  /** In new/, but its name may not have reached the disk yet; in order of uid. */
  readonly #arriving: Letter[] = [];
  #uidNext: number;
  /** Done when the delivery asked for last has its uid. */
  #turn: Promise<void> = Promise.resolve();

  private constructor(options: MaildirOptions, uids: UidFile, uidNext: number) {
    this.name = options.name;
    this.#options = options;
    this.#separator = options.separator ?? ':';
    this.#uids = uids;
    this.#uidNext = uidNext;
  }

  /**
   * Opens the mailbox in a directory, or makes it. Removes what a crash left in tmp/, and gives a uid to files that
   * something else put into new/ or cur/. Throws a DiskError when the directory can't be read or written.
   */
  static async open(options: MaildirOptions): Promise<Maildir> {
    const { disk, path, lab } = options;
    for (const directory of [path, `${path}/tmp`, `${path}/new`, `${path}/cur`]) await disk.makeDir(directory);
    const uids = await UidFile.open(disk, path, lab.now_ms());
    const { entries, uidNext } = await readMaildir(disk, path, uids.floor());
    const maildir = new Maildir(options, uids, uidNext);
    for (const { letter, file } of entries) {
      maildir.#files.set(letter.uid, file);
      maildir.#book.add(letter);
    }
    return maildir;
  }

  get uidValidity(): number {
    return this.#uids.validity;
  }

  get uidNext(): number {
    return this.#uidNext;
  }

  letters(): readonly Letter[] {
    return this.#book.letters();
  }

  read(uid: number): Uint8Array {
    return this.#stored(uid, (file) => this.#options.disk.now.read(this.#at(file)));
  }

  setFlags(uid: number, flags: ReadonlySet<Flag>): void {
    this.#moveToCur(uid, flags);
    this.#book.setFlags(uid, flags);
  }

  /** Also right when the file is gone already: a person may have deleted it. */
  remove(uid: number): void {
    const file = this.#files.get(uid);
    if (file === undefined || !this.#book.get(uid)) return;
    // The next uid is kept before its only witness goes, or a restart would give it again.
    if (this.#book.letters().at(-1)?.uid === uid) told(() => this.#uids.raise(this.#uidNext));
    told(() => {
      try {
        this.#options.disk.now.remove(this.#at(file));
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    });
    this.#files.delete(uid);
    this.#book.remove(uid);
  }

  settle(uids: readonly number[]): void {
    for (const uid of uids) {
      const letter = this.#book.get(uid);
      if (!letter?.recent) continue;
      try {
        if (this.#files.get(uid)?.startsWith('new/')) this.#moveToCur(uid, letter.flags);
      } catch (error) {
        // Where a file lies decides nothing: who reads the letter hears of its problem.
        if (!(error instanceof StoreError)) throw error;
      }
      this.#book.settle(uid);
    }
  }

  /** On disk when it returns, but for the directory's entry, which the file system writes in its own time. */
  append(octets: Uint8Array, flags: ReadonlySet<Flag>, received_ms: number): number {
    // Letters on their way in have lower uids: they come first, or sequence numbers would shift.
    this.#publish(this.#uidNext);
    const { disk } = this.#options;
    const tmp = this.#tmpName(received_ms);
    const letter = told(() => {
      disk.now.create(this.#at(tmp), octets);
      return this.#rename(tmp, octets.length, received_ms, flags);
    });
    this.#book.add(letter);
    return letter.uid;
  }

  /**
   * Delivers a letter. When the promise resolves it is on disk and in the list; when it rejects (DiskError) it is in
   * neither, and the sender should keep it. `received_ms` is lab time; whole seconds are kept.
   */
  async deliver(octets: Uint8Array, received_ms: number): Promise<{ uid: number; file: string }> {
    const { disk, path } = this.#options;
    const tmp = this.#tmpName(received_ms);
    const written = disk.create(this.#at(tmp), octets);
    const letter = await this.#inTurn(written, () => {
      const renamed = this.#rename(tmp, octets.length, received_ms, new Set());
      this.#arriving.push(renamed);
      return renamed;
    });
    try {
      await disk.syncDir(`${path}/new`);
    } catch (error) {
      this.#withdraw(letter);
      throw error;
    }
    this.#publish(letter.uid);
    return { uid: letter.uid, file: letter.file };
  }

  onChange(listener: (change: MailboxChange) => void): Disposable {
    return this.#book.onChange(listener);
  }

  #at(file: string): string {
    return `${this.#options.path}/${file}`;
  }

  #tmpName(received_ms: number): string {
    return `tmp/${uniqueName(received_ms, this.#options.random.id(UNIQUE_LETTERS), this.#options.host)}`;
  }

  /** Uids are given in the order of asking, whichever write ends first. */
  #inTurn<T>(written: Promise<void>, action: () => T): Promise<T> {
    const mine = Promise.allSettled([this.#turn, written]).then(() => written.then(action));
    this.#turn = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }

  /** Takes the next uid and moves the file to where it is seen, in one step that nothing comes between. */
  #rename(tmp: string, octets: number, received_ms: number, flags: ReadonlySet<Flag>): Letter {
    const uid = this.#uidNext;
    const base = baseName(tmp.slice('tmp/'.length), octets, uid);
    const file = flags.size === 0 ? `new/${base}` : `cur/${withInfo(base, flags, this.#separator)}`;
    this.#options.disk.now.rename(this.#at(tmp), this.#at(file));
    this.#uidNext += 1;
    this.#files.set(uid, file);
    return {
      uid,
      file: base,
      octets,
      received_ms: Math.floor(received_ms / 1000) * 1000,
      flags: new Set(flags),
      recent: true,
    };
  }

  /** Lists the arrived letters up to a uid: a synced directory holds the earlier names too. */
  #publish(upTo: number): void {
    while (this.#arriving[0] && this.#arriving[0].uid <= upTo) {
      const letter = this.#arriving.shift();
      if (letter) this.#book.add(letter);
    }
  }

  #withdraw(letter: Letter): void {
    const index = this.#arriving.indexOf(letter);
    if (index < 0) return; // another delivery's sync or an append has listed it already
    this.#arriving.splice(index, 1);
    const file = this.#files.get(letter.uid) ?? '';
    this.#files.delete(letter.uid);
    try {
      this.#options.disk.now.remove(this.#at(file));
    } catch {
      // The disk fails anyway: the letter may come twice, which is better than never.
    }
  }

  #moveToCur(uid: number, flags: ReadonlySet<Flag>): void {
    this.#stored(uid, (file) => {
      const base = this.#book.get(uid)?.file ?? '';
      const wanted = `cur/${withInfo(base, flags, this.#separator)}`;
      if (wanted === file) return;
      this.#options.disk.now.rename(this.#at(file), this.#at(wanted));
      this.#files.set(uid, wanted);
    });
  }

  #stored<T>(uid: number, action: (file: string) => T): T {
    const file = this.#files.get(uid);
    if (file === undefined || !this.#book.get(uid)) throw new StoreError(`letter ${uid} is not in ${this.name}`);
    try {
      return told(() => action(file));
    } catch (error) {
      // Somebody deleted the file by hand: the list says so too.
      if (isMissing((error as Error).cause)) this.#forget(uid);
      throw error;
    }
  }

  #forget(uid: number): void {
    if (this.#book.letters().at(-1)?.uid === uid) told(() => this.#uids.raise(this.#uidNext));
    this.#files.delete(uid);
    this.#book.remove(uid);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof DiskError && error.problem === 'missing';
}

/** A protocol machine knows StoreError only. */
function told<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof DiskError) throw new StoreError(error.message, { cause: error });
    throw error;
  }
}
