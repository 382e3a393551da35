// A mailbox without a disk. Counterpart: maildir.ts, which keeps the same promises on one.
// Rule: behaves as the Maildir does, so that what a test learns here holds there.

import type { Disposable } from '../disposable.ts';
import { LetterBook } from './letter-book.ts';
import { type Flag, type Letter, type Mailbox, type MailboxChange, StoreError } from './mailbox.ts';

export class MemoryMailbox implements Mailbox {
  readonly name: string;
  readonly uidValidity: number;
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

  letters(): readonly Letter[] {
    return this.#book.letters();
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
    const uid = this.#uidNext;
    this.#uidNext += 1;
    this.#octets.set(uid, new Uint8Array(octets)); // a copy; slice() of a Buffer is none
    this.#book.add({
      uid,
      file: `${Math.floor(received_ms / 1000)}.${uid}.memory`,
      octets: octets.length,
      received_ms: Math.floor(received_ms / 1000) * 1000,
      flags: new Set(flags),
      recent: true,
    });
    return uid;
  }

  async deliver(octets: Uint8Array, received_ms: number): Promise<{ uid: number; file: string }> {
    const uid = this.append(octets, new Set(), received_ms);
    return { uid, file: this.#book.get(uid)?.file ?? '' };
  }

  onChange(listener: (change: MailboxChange) => void): Disposable {
    return this.#book.onChange(listener);
  }
}
