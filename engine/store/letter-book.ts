// The list of a mailbox's letters: by uid for those who ask for one, in order for those who list.
// Counterpart: maildir.ts, memory.ts, which keep the octets. Rule: adding is constant time; a letter
// is a value, so a change puts a new one in its place and nobody's copy changes underneath.

import type { Disposable } from '../disposable.ts';
import type { Arrival, Flag, Letter, MailboxChange } from './mailbox.ts';

export class LetterBook {
  readonly #places = new Map<number, Letter>();
  readonly #order: Letter[] = [];
  #octets = 0;
  readonly #listeners = new Set<(change: MailboxChange) => void>();

  /** Of all letters. */
  get octets(): number {
    return this.#octets;
  }

  /** In order of uid; the book's own array, so nobody but the book may change it. */
  letters(): readonly Letter[] {
    return this.#order;
  }

  get(uid: number): Letter | undefined {
    return this.#places.get(uid);
  }

  /** Appends a letter, whose uid must be higher than all before: sequence numbers never shift by an arrival. */
  add(letter: Letter, how: Arrival): void {
    const last = this.#order.at(-1);
    if (last && last.uid >= letter.uid) throw new RangeError(`uid ${letter.uid} after ${last.uid}`);
    this.#places.set(letter.uid, letter);
    this.#order.push(letter);
    this.#octets += letter.octets;
    this.#tell({ kind: 'added', uid: letter.uid, how });
  }

  setFlags(uid: number, flags: ReadonlySet<Flag>): void {
    this.#replace(uid, (letter) => ({ ...letter, flags: new Set(flags) }));
    this.#tell({ kind: 'flags', uid });
  }

  /** Recent is no flag that clients hear changes of, so nobody is told. */
  settle(uid: number): void {
    this.#replace(uid, (letter) => ({ ...letter, recent: false }));
  }

  /** Nothing is told after this. */
  close(): void {
    this.#tell({ kind: 'closed' });
    this.#listeners.clear();
  }

  remove(uid: number): void {
    const letter = this.#places.get(uid);
    if (!letter) return;
    this.#places.delete(uid);
    this.#octets -= letter.octets;
    this.#order.splice(this.#indexOf(uid), 1);
    this.#tell({ kind: 'removed', uid });
  }

  onChange(listener: (change: MailboxChange) => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  #replace(uid: number, change: (letter: Letter) => Letter): void {
    const letter = this.#places.get(uid);
    if (!letter) return;
    const changed = change(letter);
    this.#places.set(uid, changed);
    this.#order[this.#indexOf(uid)] = changed;
  }

  /** Uids ascend, so a place is found by halving. */
  #indexOf(uid: number): number {
    let low = 0;
    let high = this.#order.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#order[middle]?.uid ?? 0) < uid) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #tell(change: MailboxChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
