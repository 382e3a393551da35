// A selected mailbox as one session knows it: which letter has which sequence number, and what the
// client was told of it. Counterpart: store/mailbox.ts is the mailbox as it is. Rule: the two differ until
// `catchUp` says the difference aloud, and numbers move only there (RFC 3501 section 7.4.1).
//
//   mailbox  uid 3 5 9 12         client was told  1=3 2=4 3=5 4=9
//   catchUp  "* 2 EXPUNGE" "* 4 EXISTS"        now 1=3 2=5 3=9 4=12

import type { Flag, Letter, Mailbox } from '../../store/mailbox.ts';
import type { Range } from './sequence-set.ts';
import { flagList } from './write.ts';

interface Known {
  uid: number;
  /** As last told. */
  flags: ReadonlySet<Flag>;
  /** This session was the first to see it (RFC 3501 section 2.3.2, \Recent). */
  recent: boolean;
}

/** A letter and the number that this session knows it by. */
export interface Numbered {
  number: number;
  uid: number;
  recent: boolean;
}

export class SelectedView {
  readonly mailbox: Mailbox;
  readonly readOnly: boolean;
  #known: Known[] = [];
  /** The highest uid ever known: what comes above it is new. */
  #lastUid = 0;

  constructor(mailbox: Mailbox, readOnly: boolean) {
    this.mailbox = mailbox;
    this.readOnly = readOnly;
    this.#take(mailbox.letters());
  }

  get size(): number {
    return this.#known.length;
  }

  recentCount(): number {
    return this.#known.filter(({ recent }) => recent).length;
  }

  /** What `*` stands for, in sequence numbers or in uids. */
  highest(uid: boolean): number | undefined {
    return uid ? this.#known.at(-1)?.uid : this.size || undefined;
  }

  /** The letters of a set, in order, also those that another session has removed meanwhile. */
  select(ranges: readonly Range[], uid: boolean): Numbered[] {
    const selected: Numbered[] = [];
    for (const [from, to] of ranges) {
      for (let index = uid ? this.#firstFrom(from) : from - 1; index < this.size; index += 1) {
        const known = this.#known[index];
        if (!known || (uid ? known.uid : index + 1) > to) break;
        selected.push({ number: index + 1, uid: known.uid, recent: known.recent });
      }
    }
    return selected;
  }

  all(): Numbered[] {
    return this.select([[1, this.size]], false);
  }

  /** The letter as it is now; undefined when it was removed. */
  letter(uid: number): Letter | undefined {
    return this.mailbox.letter(uid);
  }

  /** Changes flags on behalf of this session, which is told by its own command and not once more. */
  setFlags(uid: number, flags: ReadonlySet<Flag>): void {
    this.mailbox.setFlags(uid, flags);
    const known = this.#known[this.#firstFrom(uid)];
    if (known?.uid === uid) known.flags = this.letter(uid)?.flags ?? flags;
  }

  /** Untagged responses for what changed. `expunge`: whether numbers may move now. */
  catchUp(expunge: boolean): string[] {
    const told = expunge ? this.#dropRemoved() : [];
    const flagged = this.#tellFlags();
    const letters = this.mailbox.letters();
    const news = letters.slice(firstFrom(letters, this.#lastUid + 1));
    this.#take(news);
    if (news.length > 0) told.push(`* ${this.size} EXISTS`, `* ${this.recentCount()} RECENT`);
    return [...told, ...flagged];
  }

  #take(letters: readonly Letter[]): void {
    const first = letters.filter(({ recent }) => recent).map(({ uid }) => uid);
    for (const { uid, flags, recent } of letters) {
      this.#known.push({ uid, flags, recent });
      this.#lastUid = uid;
    }
    // EXAMINE must not change what others see (RFC 3501 section 6.3.2).
    if (!this.readOnly) this.mailbox.settle(first);
  }

  #dropRemoved(): string[] {
    const told: string[] = [];
    const gone = new Set<Known>();
    this.#compare((known, index, letter) => {
      if (letter) return;
      told.push(`* ${index + 1 - told.length} EXPUNGE`); // the ones before have moved up already
      gone.add(known);
    });
    if (gone.size > 0) this.#known = this.#known.filter((known) => !gone.has(known));
    return told;
  }

  #tellFlags(): string[] {
    const told: string[] = [];
    this.#compare((known, index, letter) => {
      if (!letter || letter.flags === known.flags) return;
      const flags = flagList(letter.flags, known.recent);
      if (flags !== flagList(known.flags, known.recent)) told.push(`* ${index + 1} FETCH (FLAGS ${flags})`);
      known.flags = letter.flags;
    });
    return told;
  }

  /** What is known beside what is there: one walk along both, because every command ends with it. */
  #compare(visit: (known: Known, index: number, letter: Letter | undefined) => void): void {
    const letters = this.mailbox.letters();
    let at = 0;
    for (let index = 0; index < this.#known.length; index += 1) {
      const known = this.#known[index];
      if (!known) continue;
      while (at < letters.length && (letters[at]?.uid ?? 0) < known.uid) at += 1;
      const letter = letters[at];
      visit(known, index, letter?.uid === known.uid ? letter : undefined);
    }
  }

  #firstFrom(uid: number): number {
    return firstFrom(this.#known, uid);
  }
}

/** Index of the first one with this uid or a higher one; uids ascend, so by halving. */
function firstFrom(sorted: readonly { uid: number }[], uid: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.uid ?? 0) < uid) low = middle + 1;
    else high = middle;
  }
  return low;
}
