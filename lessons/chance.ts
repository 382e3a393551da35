// Chance for exercises: the same number gives the same choices. mulberry32: small, and good enough for names and faults.
// Counterpart: case/ and challenges/ draw from it. Rule: no other dice in lessons.

export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (Math.trunc(seed) * 0x9e3779b1 + 0x5bd1e995) >>> 0;
  }

  /** A whole number from 0 up to, and without, `count`. */
  below(count: number): number {
    return Math.floor(this.#next() * count);
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }

  shuffle<const T extends readonly unknown[]>(items: T): { [K in keyof T]: T[number] } {
    const left = [...items];
    const out = items.map(() => left.splice(Math.floor(this.#next() * left.length), 1)[0]);
    return out as { [K in keyof T]: T[number] };
  }

  /** From 0 up to, and without, 1. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
