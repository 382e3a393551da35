// What one person's letters have taught: in how many junk letters each word stood, and in how many others; and which
// letters those were, so that one that is moved back teaches the contrary. Counterpart: book-shelf.ts keeps the file;
// mail/bayes/ does the arithmetic. Rule: bounded; what is rare goes first, so that a flood of new words can't wash out
// what many letters have taught.

import { createHash } from 'node:crypto';

import { z } from '../../../contract/schema.ts';
import { lettersTokens } from '../../../mail/bayes/tokens.ts';
import type { Counts } from '../../../mail/bayes/score.ts';
import { BAYES_LIMITS } from '../../../mail/limits.ts';
import { Message } from '../../../mail/message.ts';
import { POLICY_LIMITS } from '../limits.ts';

export type LetterKind = 'junk' | 'other';

const count = z.int().min(0).max(1_000_000_000);
const fileSchema = z.strictObject({
  junk: count,
  other: count,
  /** Digest and kind, the oldest first. */
  letters: z
    .array(z.tuple([z.string().regex(/^[0-9a-f]{32}$/), z.enum(['junk', 'other'])]))
    .max(POLICY_LIMITS.taughtLetters),
  /** Word, junk, other; those that came last are last. */
  words: z.array(z.tuple([z.string().max(BAYES_LIMITS.word + 16), count, count])).max(POLICY_LIMITS.words),
});

export class WordBook {
  readonly #letters = new Map<string, LetterKind>();
  readonly #words = new Map<string, Counts>();
  #total: Counts = { junk: 0, other: 0 };

  /** How many letters taught it. */
  get total(): Counts {
    return this.#total;
  }

  get size(): number {
    return this.#words.size;
  }

  /** What is known of a word. */
  counts(token: string): Counts | undefined {
    return this.#words.get(token);
  }

  words(): IterableIterator<[string, Counts]> {
    return this.#words.entries();
  }

  /** As what a letter was taught; undefined when it wasn't. */
  kindOf(letter: Uint8Array): LetterKind | undefined {
    return this.#letters.get(digest(letter));
  }

  /** Learns from a letter; from one that it knows as the other kind, it unlearns that first. False: it knew. */
  learn(letter: Uint8Array, kind: LetterKind): boolean {
    const name = digest(letter);
    const before = this.#letters.get(name);
    if (before === kind) return false;
    const tokens = lettersTokens(new Message(letter));
    if (before) this.#count(tokens, before, -1);
    this.#letters.delete(name);
    this.#letters.set(name, kind);
    this.#count(tokens, kind, 1);
    const oldest = this.#letters.keys().next().value;
    if (this.#letters.size > POLICY_LIMITS.taughtLetters && oldest !== undefined) this.#letters.delete(oldest);
    if (this.#words.size > POLICY_LIMITS.words) this.#shrink();
    return true;
  }

  /** One word is forgotten. */
  forget(token: string): boolean {
    return this.#words.delete(token);
  }

  encode(): Uint8Array {
    const words = [...this.#words].map(([token, { junk, other }]) => [token, junk, other]);
    const stored: z.input<typeof fileSchema> = { ...this.#total, letters: [...this.#letters], words: words as never };
    return new TextEncoder().encode(`${JSON.stringify(stored)}\n`);
  }

  /** A file that can't be read counts as one that was never written. */
  static decode(bytes: Uint8Array): WordBook {
    const book = new WordBook();
    try {
      const { junk, other, letters, words } = fileSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
      book.#total = { junk, other };
      for (const [name, kind] of letters) book.#letters.set(name, kind);
      for (const [token, inJunk, inOther] of words) book.#words.set(token, { junk: inJunk, other: inOther });
    } catch {
      return new WordBook();
    }
    return book;
  }

  #count(tokens: readonly string[], kind: LetterKind, by: 1 | -1): void {
    this.#total = { ...this.#total, [kind]: Math.max(0, this.#total[kind] + by) };
    for (const token of tokens) {
      const before = this.#words.get(token) ?? { junk: 0, other: 0 };
      const after = { ...before, [kind]: Math.max(0, before[kind] + by) };
      this.#words.delete(token);
      if (after.junk + after.other > 0) this.#words.set(token, after);
    }
  }

  /** Down to nine tenths: words of one letter first, the oldest of them first; then the oldest. */
  #shrink(): void {
    const target = Math.floor(POLICY_LIMITS.words * 0.9);
    for (const isRare of [true, false]) {
      for (const [token, { junk, other }] of this.#words) {
        if (this.#words.size <= target) return;
        if (!isRare || junk + other <= 1) this.#words.delete(token);
      }
    }
  }
}

/** Enough of a hash to tell the letters of a person apart. */
const digest = (letter: Uint8Array): string => createHash('sha256').update(letter).digest('hex').slice(0, 32);
