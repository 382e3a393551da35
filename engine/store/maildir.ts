// A mailbox on disk: one file a letter, in tmp/, new/ and cur/, as D. J. Bernstein's Maildir has it.
// Counterpart: letter-name.ts (what a name says), uid-file.ts, memory.ts. Rule: a letter is in new/ or
// cur/ whole or not at all, and what `deliver` promised is on disk.
//
//   deliver   tmp/1794000000.K7Q2M9XA.mail  -> new/1794000000.K7Q2M9XA.mail,S=1204,U=17
//   settle    new/...,U=17                  -> cur/...,U=17:2,
//   setFlags  cur/...,U=17:2,               -> cur/...,U=17:2,S
//
// Other programs use the files too: what they put there gets a uid, what they took away is gone; flags are followed.

import type { Disposable } from '../disposable.ts';
import type { Disk, LabClock, RandomStream } from '../world.ts';
import { isMissing, quietly, told, unlessMissing } from './disk-trouble.ts';
import { KeywordTable } from './keyword-table.ts';
import { LetterBook } from './letter-book.ts';
import { baseName, type InfoSeparator, parseLetterName, uidIn, uniqueName, withInfo } from './letter-name.ts';
import { type Flag, type Letter, type Mailbox, type MailboxChange, sameFlags, StoreError } from './mailbox.ts';
import {
  adopt,
  type Found,
  inOrder,
  listMaildir,
  type MaildirEntry,
  type MaildirPlace,
  readMaildir,
} from './maildir-read.ts';
import { MaildirWatch } from './maildir-watch.ts';
import { Turns } from './turns.ts';
import { UidFile } from './uid-file.ts';

export interface MaildirOptions {
  disk: Disk;
  /** Directory of the mailbox, relative to the disk. */
  path: string;
  /** Name in events: the address of its owner, and behind a slash the folder. */
  name: string;
  /** Host that keeps it; stands in the file names. */
  host: string;
  lab: LabClock;
  /** Of a folder, which unlike INBOX may be made anew under the same name: a validity that none had before it. */
  folderValidity?: () => number;
  random: RandomStream;
  /** `;` on Windows. */
  separator?: InfoSeparator;
}

const UNIQUE_LETTERS = 8; // 40 bits from a stream that no other run repeats; creation is exclusive all the same

export class Maildir implements Mailbox {
  closed = false;
  readonly #options: MaildirOptions;
  #name: string;
  #place: MaildirPlace;
  readonly #uids: UidFile;
  readonly #book = new LetterBook();
  /** Where each letter's file is now: `new/...` or `cur/...`. */
  readonly #files = new Map<number, string>();
  /** In new/, but its name may not have reached the disk yet; in order of uid. */
  readonly #arriving: Letter[] = [];
  readonly #watch: MaildirWatch;
  #uidNext: number;
  /** Uids are given in the order of asking, whichever write ends first. */
  readonly #turns = new Turns();

  private constructor(options: MaildirOptions, place: MaildirPlace, uids: UidFile, uidNext: number) {
    this.#name = options.name;
    this.#place = place;
    this.#options = options;
    this.#uids = uids;
    this.#uidNext = uidNext;
    this.#watch = new MaildirWatch(options.disk, options.path, (file) => this.#touched(file));
  }

  /**
   * Opens the mailbox in a directory, or makes it. Removes what a crash left in tmp/, and gives a uid to files that
   * something else put into new/ or cur/. Throws a DiskError when the directory can't be read or written.
   */
  static open(options: MaildirOptions): Maildir {
    const { disk, path, lab } = options;
    for (const directory of [path, `${path}/tmp`, `${path}/new`, `${path}/cur`]) disk.now.makeDir(directory);
    const fresh = options.folderValidity ?? (() => Math.max(1, Math.floor(lab.now_ms() / 1000)));
    const uids = UidFile.open(disk, `${path}/posthorn-uids`, fresh);
    const mark = options.folderValidity ? `.${uids.validity}` : '';
    const place = { disk, path, mark, keywords: new KeywordTable(disk, path), separator: options.separator ?? ':' };
    const { entries, uidNext } = readMaildir(place, uids.floor());
    const maildir = new Maildir(options, place, uids, uidNext);
    for (const entry of entries) maildir.#list(entry);
    return maildir;
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
    return this.#place.keywords.names;
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
    if (file !== undefined && this.#book.get(uid)) this.#forget(uid, file);
  }

  settle(uids: readonly number[]): void {
    for (const uid of uids) {
      const letter = this.#book.get(uid);
      if (!letter?.recent) continue;
      // Where a file lies decides nothing: who reads the letter hears of its problem.
      if (this.#files.get(uid)?.startsWith('new/')) quietly(() => this.#moveToCur(uid, letter.flags));
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
    this.#book.add(letter, 'appended');
    return letter.uid;
  }

  async deliver(octets: Uint8Array, received_ms: number, above: Uint8Array = new Uint8Array()) {
    const { disk } = this.#options;
    const tmp = this.#tmpName(received_ms);
    const written = disk.create(this.#at(tmp), above, octets);
    const letter = await this.#turns.take(written, () => {
      const renamed = this.#rename(tmp, above.length + octets.length, received_ms, new Set());
      this.#arriving.push(renamed);
      return renamed;
    });
    try {
      await disk.syncDir(`${this.#place.path}/new`);
      if (this.closed) throw new StoreError(`${this.name} is kept elsewhere now`);
    } catch (error) {
      this.#withdraw(letter);
      throw error;
    }
    this.#publish(letter.uid);
    return { uid: letter.uid, file: letter.file };
  }

  refresh(): void {
    if (this.closed) return;
    told(() => {
      let unseen = this.#compare(listMaildir(this.#place));
      // A file that another program renames while the directory is read may be missed once, not twice.
      if (unseen.size > 0) unseen = this.#compare(listMaildir(this.#place));
      for (const uid of unseen) this.#forget(uid);
    });
  }

  sync(): void {} // every letter is a file of its own, so nothing waits
  rest(): void {}
  watch(): Disposable {
    return this.#watch.start();
  }

  /** Its directory was renamed, and with it its name. */
  moved(name: string, path: string): void {
    this.#name = name;
    this.#place = { ...this.#place, path };
    this.#place.keywords.moved(path);
    this.#uids.moved(`${path}/posthorn-uids`);
    this.#watch.moved(path);
  }

  close(): void {
    this.closed = true;
    this.#watch.stop();
    this.#book.close();
  }

  onChange(listener: (change: MailboxChange) => void): Disposable {
    return this.#book.onChange(listener);
  }

  #at(file: string): string {
    return `${this.#place.path}/${file}`;
  }

  #tmpName(received_ms: number): string {
    return `tmp/${uniqueName(received_ms, this.#options.random.id(UNIQUE_LETTERS), this.#options.host)}`;
  }

  /** Takes the next uid and moves the file to where it is seen, in one step that nothing comes between. */
  #rename(tmp: string, octets: number, received_ms: number, flags: ReadonlySet<Flag>): Letter {
    const uid = this.#uidNext;
    const base = baseName(tmp.slice('tmp/'.length), octets, uid, this.#place.mark);
    const file = flags.size === 0 ? `new/${base}` : `cur/${withInfo(base, flags, this.#place)}`;
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
      if (letter) this.#book.add(letter, 'delivered');
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
      const wanted = `cur/${withInfo(base, flags, this.#place)}`;
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

  #list({ letter, file }: MaildirEntry): void {
    this.#files.set(letter.uid, file);
    this.#book.add(letter, 'found');
  }

  /** Takes in what is new or renamed, and answers the uids whose files weren't seen. */
  #compare(files: readonly Found[]): Set<number> {
    const unseen = new Set(this.#book.letters().map(({ uid }) => uid));
    const foreign: Found[] = [];
    for (const found of files) {
      const uid = this.#uidOf(found.name);
      if (uid === undefined) foreign.push(found);
      else {
        unseen.delete(uid);
        this.#follow(uid, found);
      }
    }
    for (const found of inOrder(foreign)) {
      // As in `append`: what is on its way in comes first.
      this.#publish(this.#uidNext);
      const entry = adopt(this.#place, found, this.#uidNext);
      if (!entry) continue;
      this.#uidNext += 1;
      this.#list(entry);
    }
    return unseen;
  }

  /** The uid of a file of ours; a copy that has the same uid in its name is none. */
  #uidOf(name: string): number | undefined {
    const uid = uidIn(name);
    const file = this.#files.get(uid);
    if (file === undefined) return undefined;
    return file === `new/${name}` || file === `cur/${name}` || this.#book.get(uid)?.file === parseLetterName(name).base
      ? uid
      : undefined;
  }

  /** Another program moved the file to cur/ or changed its flags. */
  #follow(uid: number, { directory, name }: Found): void {
    const file = `${directory}/${name}`;
    const letter = this.#book.get(uid);
    if (!letter || file === this.#files.get(uid)) return;
    this.#files.set(uid, file);
    if (directory === 'cur') this.#book.settle(uid);
    const { flags } = parseLetterName(name, this.#place.keywords);
    if (!sameFlags(flags, letter.flags)) this.#book.setFlags(uid, flags);
  }

  /** Most of what is told are changes of our own, and need no look at the directory. */
  #touched(file: string): void {
    if (this.closed) return;
    const uid = this.#uidOf(file.slice(file.indexOf('/') + 1));
    const known = uid === undefined ? undefined : this.#files.get(uid);
    const isThere = (one: string) => this.#options.disk.now.exists(this.#at(one));
    if (known !== undefined && isThere(known) && (known === file || !isThere(file))) return;
    quietly(() => this.refresh());
  }

  /** Takes a letter off the list, with its file where it still has one. */
  #forget(uid: number, file?: string): void {
    // The next uid is kept before its only witness goes, or a restart would give it again.
    if (this.#book.letters().at(-1)?.uid === uid) told(() => this.#uids.raise(this.#uidNext));
    if (file !== undefined) told(() => unlessMissing(() => this.#options.disk.now.remove(this.#at(file))));
    this.#files.delete(uid);
    this.#book.remove(uid);
  }
}
