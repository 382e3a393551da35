// A mailbox without a disk. Counterpart: maildir.ts, which keeps the same promises on one.
// Rule: behaves as the Maildir does, so that what a test learns here holds there.

import type { Disposable } from '../disposable.ts';
import { LetterBook } from './letter-book.ts';
import {
  type Arrival,
  type Delivered,
  type Flag,
  keywordsIn,
  type Letter,
  type Mailbox,
  type MailboxChange,
  StoreError,
} from './mailbox.ts';

export class MemoryMailbox implements Mailbox {
  name: string;
  readonly uidValidity: number;
  closed = false;
  readonly #book = new LetterBook();
  readonly #octets = new Map<number, Uint8Array>();
  #uidNext = 1;

  constructor(name: string, uidValidity = 1) {
    this.name = name;
    this.uidValidity = uidValidity;
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
    const octets = this.#octets.get(uid);
    if (!octets) throw new StoreError(`letter ${uid} is not in ${this.name}`);
    return octets;
  }

  setFlags(uid: number, flags: ReadonlySet<Flag>): void {
    if (!this.#book.get(uid)) throw new StoreError(`letter ${uid} is not in ${this.name}`);
    this.#book.setFlags(uid, flags);
  }

  remove(uid: number): void {
    this.#octets.delete(uid);
    this.#book.remove(uid);
  }

  settle(uids: readonly number[]): void {
    for (const uid of uids) this.#book.settle(uid);
  }

  append(octets: Uint8Array, flags: ReadonlySet<Flag>, received_ms: number): number {
    return this.#add(octets, flags, received_ms, 'appended');
  }

  async deliver(octets: Uint8Array, received_ms: number, above: Uint8Array = new Uint8Array()): Promise<Delivered> {
    const uid = this.#add(Buffer.concat([above, octets]), new Set(), received_ms, 'delivered');
    return { uid, file: this.#book.get(uid)?.file ?? '' };
  }

  /** Nothing else can reach it. */
  refresh(): void {}

  sync(): void {}

  rest(): void {}

  watch(): Disposable {
    return { dispose: () => undefined };
  }

  close(): void {
    this.closed = true;
    this.#book.close();
  }

  onChange(listener: (change: MailboxChange) => void): Disposable {
    return this.#book.onChange(listener);
  }

  #add(octets: Uint8Array, flags: ReadonlySet<Flag>, received_ms: number, how: Arrival): number {
    const uid = this.#uidNext;
    this.#uidNext += 1;
    this.#octets.set(uid, new Uint8Array(octets)); // a copy; slice() of a Buffer is none
    const letter = {
      uid,
      file: `${Math.floor(received_ms / 1000)}.${uid}.memory`,
      octets: octets.length,
      received_ms: Math.floor(received_ms / 1000) * 1000,
      flags: new Set(flags),
      recent: true,
    };
    this.#book.add(letter, how);
    return uid;
  }
}
