// A mailbox in one file, as Unix has kept mail since the seventies (RFC 4155). Counterpart: mbox-file.ts (the file),
// mbox-read.ts (what it says), maildir.ts, which keeps the same promises with a file a letter. Rule: a letter is added at
// the end; whatever else changes has the whole file written anew, once for all that a command did.
//
//   deliver     INBOX.lock made, INBOX grows at its end, INBOX.lock removed
//   remove      nothing yet; at the end of the command (sync) .INBOX.new is written whole and takes INBOX's place
//   settle      nothing; it is written along with the next change, or when nobody has the mailbox open any more (rest)
//
// Other programs use the file too: what they add gets a uid, what they took out is gone, flags are followed. A letter
// whose text they changed is another letter.

import type { Disposable } from '../disposable.ts';
import type { MboxQuoting } from '../../mail/mbox.ts';
import type { FileTally } from './file-tally.ts';
import { quietly, told } from './disk-trouble.ts';
import { LetterBook } from './letter-book.ts';
import {
  type Delivered,
  type Flag,
  keywordsIn,
  type Letter,
  type Mailbox,
  type MailboxChange,
  sameFlags,
  StoreError,
} from './mailbox.ts';
import { MboxFile, type MboxFileOptions, type Place } from './mbox-file.ts';
import { letterOf, newEntry, type Noted } from './mbox-entry.ts';
import { type MboxContents, type MboxEntry, readMbox, trustedEntries } from './mbox-read.ts';
import { writtenAnew } from './mbox-write.ts';
import { UidFile } from './uid-file.ts';

export interface MboxOptions extends MboxFileOptions {
  /** Name in events: the address of its owner, and behind a slash the folder. */
  name: string;
  quoting: MboxQuoting;
  /** What the disk's files are told through. */
  tally: FileTally;
  /** The validity of a mailbox that has none; `noted`: what its file says of itself. */
  validity: (noted: number | undefined) => number;
}

export class Mbox implements Mailbox {
  closed = false;
  readonly #options: MboxOptions;
  #name: string;
  readonly #file: MboxFile;
  readonly #uids: UidFile;
  readonly #book = new LetterBook();
  readonly #places = new Map<number, Place>();
  /** Octets before the first letter. */
  #preamble = 0;
  /** Letters that a client added and that aren't in the file yet; their places are beyond its end. */
  #tail: Buffer[] = [];
  #uidNext = 1;
  /** What isn't written yet: of which letters the notes, and whether letters went. */
  readonly #renote = new Set<number>();
  #gone = false;
  /** When it has to be: before a client is answered; soon, and nobody is told of a failure; when there is a reason. */
  #due: 'now' | 'soon' | 'sometime' = 'sometime';

  private constructor(options: MboxOptions, file: MboxFile, uids: UidFile) {
    this.#options = options;
    this.#name = options.name;
    this.#file = file;
    this.#uids = uids;
  }

  /**
   * Opens the file, or makes it, and gives a uid to letters that something else put into it. Throws a DiskError or a
   * StoreError when it can't be read or written.
   */
  static open(options: MboxOptions): Mbox {
    const { disk, directory, quoting } = options;
    const file = new MboxFile(options);
    const contents = readMbox(file.contents(), quoting);
    const uids = UidFile.open(disk, uidPath(directory, options.file), () => options.validity(contents.base?.validity));
    const mbox = new Mbox(options, file, uids);
    mbox.#begin(contents);
    mbox.sync();
    return mbox;
  }

  get name(): string {
    return this.#name;
  }

  get uidValidity(): number {
    return this.#uids.validity;
  }

  get uidNext(): number {
    return this.#uidNext;
  }

  get octets(): number {
    return this.#book.octets;
  }

  letters(): readonly Letter[] {
    return this.#book.letters();
  }

  letter(uid: number): Letter | undefined {
    return this.#book.get(uid);
  }

  keywords(): readonly string[] {
    return keywordsIn(this.letters());
  }

  read(uid: number): Uint8Array {
    this.refresh();
    const place = this.#places.get(uid);
    if (!place) throw new StoreError(`letter ${uid} is not in ${this.name}`);
    const waiting = place.at - this.#file.length;
    const entry = waiting < 0 ? this.#file.part(place) : Buffer.concat(this.#tail).subarray(waiting);
    return letterOf(entry.subarray(0, place.length), this.#options.quoting);
  }

  setFlags(uid: number, flags: ReadonlySet<Flag>): void {
    if (!this.#book.get(uid)) throw new StoreError(`letter ${uid} is not in ${this.name}`);
    this.#file.checkFree();
    this.#renote.add(uid);
    this.#due = 'now';
    this.#book.setFlags(uid, flags);
  }

  remove(uid: number): void {
    if (!this.#book.get(uid)) return;
    this.#file.checkFree();
    this.#gone = true;
    this.#due = 'now';
    this.#forget(uid);
  }

  settle(uids: readonly number[]): void {
    for (const uid of uids) {
      if (!this.#book.get(uid)?.recent) continue;
      this.#renote.add(uid);
      this.#book.settle(uid);
    }
  }

  append(octets: Uint8Array, flags: ReadonlySet<Flag>, received_ms: number): number {
    this.#file.checkFree();
    const { letter, entry } = this.#next(octets, flags, received_ms);
    const at = this.#tail.reduce((sum, one) => sum + one.length, this.#file.length);
    this.#tail.push(entry);
    this.#places.set(letter.uid, { at, length: entry.length });
    this.#due = 'now';
    this.#book.add(letter, 'appended');
    return letter.uid;
  }

  async deliver(octets: Uint8Array, received_ms: number, above: Uint8Array = new Uint8Array()): Promise<Delivered> {
    const { tally } = this.#options;
    tally.begin();
    try {
      const delivered = this.#deliver(Buffer.concat([above, octets]), received_ms);
      const work = tally.end();
      return work ? { ...delivered, work } : delivered;
    } finally {
      tally.end();
    }
  }

  #deliver(octets: Uint8Array, received_ms: number): Delivered {
    this.sync();
    // Other programs' letters have lower uids: they stand before it.
    this.refresh();
    const { letter, entry } = this.#next(octets, new Set(), received_ms);
    this.#places.set(letter.uid, { at: this.#file.append([entry]), length: entry.length });
    this.#book.add(letter, 'delivered');
    return { uid: letter.uid, file: letter.file };
  }

  /** While another program has the lock, what is in the file may be half of something. */
  refresh(): void {
    if (!this.closed && this.#file.hasChanged() && !this.#file.isLocked()) this.#reread();
  }

  sync(): void {
    if (this.closed || this.#due === 'sometime') return;
    if (this.#due === 'soon') quietly(() => this.#rewrite());
    else if (this.#gone || this.#renote.size > 0) this.#rewrite();
    else this.#writeTail();
    this.#due = 'sometime';
  }

  rest(): void {
    if (this.#renote.size > 0 && this.#due === 'sometime') this.#due = 'soon';
    quietly(() => this.sync());
  }

  watch(): Disposable {
    return this.#file.watch(() =>
      quietly(() => {
        this.refresh();
        this.sync();
      }),
    );
  }

  /** Its file has another name now, and with it the mailbox. */
  moved(name: string, file: string): void {
    this.#name = name;
    this.#file.moved(file);
    this.#uids.moved(uidPath(this.#options.directory, file));
  }

  close(): void {
    this.closed = true;
    this.#file.stopWatching();
    this.#book.close();
  }

  onChange(listener: (change: MailboxChange) => void): Disposable {
    return this.#book.onChange(listener);
  }

  /** A letter with the next uid, which it has from now on. */
  #next(octets: Uint8Array, flags: ReadonlySet<Flag>, received_ms: number): { letter: Letter; entry: Buffer } {
    const uid = this.#uidNext;
    const { quoting } = this.#options;
    const first = this.#book.letters().length === 0;
    const noted = { uid, flags, recent: true, ...(first ? { base: this.#base(uid) } : {}) };
    const entry = newEntry(Buffer.from(octets).toString('latin1'), received_ms, noted, quoting);
    this.#uidNext += 1;
    const size = letterOf(entry, quoting).length;
    const second_ms = Math.floor(received_ms / 1000) * 1000;
    return { letter: this.#letter(uid, { octets: size, flags, received_ms: second_ms, recent: true }), entry };
  }

  #letter(uid: number, { octets, flags, received_ms, recent }: Omit<MboxEntry, 'uid' | 'at' | 'length'>): Letter {
    return { uid, file: `${this.uidValidity}.${uid}`, octets, received_ms, flags: new Set(flags), recent };
  }

  #base(last = this.#uidNext - 1): NonNullable<Noted['base']> {
    return { validity: this.uidValidity, last };
  }

  #forget(uid: number): void {
    // The next uid is kept before its only witness goes, or a restart would give it again.
    if (this.#book.letters().at(-1)?.uid === uid) told(() => this.#uids.raise(this.#uidNext));
    this.#places.delete(uid);
    this.#renote.delete(uid);
    this.#book.remove(uid);
  }

  #writeTail(): void {
    const before = this.#file.length;
    const entries = this.#tail.splice(0);
    try {
      this.#shift(before, this.#file.append(entries) - before);
    } catch (error) {
      // What couldn't be kept isn't there: the client hears NO.
      for (const [uid, place] of [...this.#places]) if (place.at >= before) this.#forget(uid);
      throw error;
    }
  }

  #shift(from: number, by: number): void {
    for (const [uid, { at, length }] of this.#places) if (at >= from) this.#places.set(uid, { at: at + by, length });
  }

  /** The whole file anew, in order of uid. */
  #rewrite(): void {
    let places = new Map<number, Place>();
    this.#file.replace(() => {
      if (this.#file.hasChanged()) this.#reread();
      const old = { octets: Buffer.concat([this.#file.contents(), ...this.#tail]), preamble: this.#preamble };
      const fresh = writtenAnew(old, this.#book.letters(), this.#places, this.#renote, this.#base());
      places = fresh.places;
      return fresh.octets;
    });
    this.#tail = [];
    this.#renote.clear();
    this.#gone = false;
    for (const [uid, place] of places) this.#places.set(uid, place);
  }

  /** What the file holds when it is opened. */
  #begin(contents: MboxContents): void {
    this.#preamble = contents.preamble;
    const { base } = contents;
    const floor = Math.max(1, this.#uids.floor(), base?.validity === this.uidValidity ? base.last + 1 : 1);
    const trusted = trustedEntries(contents, this.uidValidity, floor);
    this.#uidNext = floor;
    for (const [uid, entry] of trusted) {
      this.#list(uid, entry);
      this.#uidNext = Math.max(floor, uid + 1);
    }
    const known = new Set(trusted.map(([, entry]) => entry));
    this.#adopt(contents.entries.filter((entry) => !known.has(entry)));
  }

  /** Another program wrote to the file, or took it away. */
  #reread(): void {
    const before = this.#file.length;
    const { entries, preamble } = readMbox(this.#file.contents(), this.#options.quoting);
    this.#preamble = preamble;
    this.#shift(before, this.#file.length - before);
    const seen = new Set<number>();
    const foreign: MboxEntry[] = [];
    for (const entry of entries) {
      const known = entry.uid === undefined ? undefined : this.#book.get(entry.uid);
      if (!known || seen.has(known.uid) || known.octets !== entry.octets) foreign.push(entry);
      else {
        seen.add(known.uid);
        this.#follow(known, entry);
      }
    }
    for (const { uid } of [...this.#book.letters()]) {
      const isWritten = (this.#places.get(uid)?.at ?? 0) < this.#file.length;
      if (isWritten && !seen.has(uid)) this.#forget(uid);
    }
    this.#adopt(foreign);
  }

  #follow({ uid, flags }: Letter, entry: MboxEntry): void {
    this.#places.set(uid, { at: entry.at, length: entry.length });
    // What we changed and haven't written yet counts more.
    if (this.#renote.has(uid)) return;
    if (!entry.recent) this.#book.settle(uid);
    if (!sameFlags(entry.flags, flags)) this.#book.setFlags(uid, entry.flags);
  }

  /** Letters without a uid that counts get one, and the file is to say so. */
  #adopt(entries: readonly MboxEntry[]): void {
    for (const entry of entries) {
      const uid = this.#uidNext;
      this.#uidNext += 1;
      this.#list(uid, entry);
      this.#renote.add(uid);
      // A uid that a client was told has to be the letter's after a crash too.
      if (this.#due === 'sometime') this.#due = 'soon';
    }
  }

  #list(uid: number, entry: MboxEntry): void {
    this.#places.set(uid, { at: entry.at, length: entry.length });
    this.#book.add(this.#letter(uid, entry), 'found');
  }
}

function uidPath(directory: string, file: string): string {
  return `${directory}/.${file}.uids`;
}
