// Named streams of chance from one seed. Counterpart: everything that needs an id or a choice.
// Rule: the run counter is mixed into every stream, so a restart with the same seed repeats no
// queue id and no file name, while the same run with the same seed repeats them all.

import type { RandomStream } from '../world.ts';

/** No 0/O, 1/I: people read queue ids aloud. */
const ID_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Hands out the stream of a host and a purpose; asking again gives the same, moved on, stream. */
export class Randomness {
  readonly #streams = new Map<string, RandomStream>();
  readonly #seed: number;
  readonly #run: number;

  constructor(seed: number, run: number) {
    this.#seed = seed;
    this.#run = run;
  }

  stream(host: string, purpose: string): RandomStream {
    const name = `${this.#seed}/${this.#run}/${host}/${purpose}`;
    let stream = this.#streams.get(name);
    if (!stream) {
      stream = new SeededStream(name);
      this.#streams.set(name, stream);
    }
    return stream;
  }
}

/** sfc32, seeded by a hash of the stream's name: small, fast, and good enough where nothing is secret. */
class SeededStream implements RandomStream {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(name: string) {
    this.#a = hash32(name, 0x811c9dc5);
    this.#b = hash32(name, 0x01234567);
    this.#c = hash32(name, 0x89abcdef);
    for (let warm = 0; warm < 12; warm += 1) this.#next();
  }

  below(below: number): number {
    return Math.floor((this.#next() / 2 ** 32) * below);
  }

  id(length: number): string {
    let id = '';
    while (id.length < length) id += ID_LETTERS[this.below(ID_LETTERS.length)] ?? '';
    return id;
  }

  #next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    return sum >>> 0;
  }
}

function hash32(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  // FNV leaves near names near; one round of a finaliser scatters them.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
