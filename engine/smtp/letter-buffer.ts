// A letter as it comes in after DATA. Counterpart: connection.ts feeds it. Rule: what is too large is counted and not
// kept, and a large letter whose size was announced (RFC 1870) lies in memory once, not in pieces and then as a whole.

import { SMTP_LIMITS } from '../limits.ts';

export class LetterBuffer {
  readonly #limit: number;
  readonly #announced: number;
  #pieces: Buffer[] = [];
  /** As large as was announced, once so much has come that the announcement is believed. */
  #whole: Buffer | undefined;
  #octets = 0;

  constructor(limit: number, announced = 0) {
    this.#limit = limit;
    this.#announced = Math.min(announced, limit);
  }

  /** Octets so far, kept or not. */
  get octets(): number {
    return this.#octets;
  }

  add(piece: Buffer): void {
    const at = this.#octets;
    this.#octets += piece.length;
    if (this.#octets > this.#limit) this.#drop();
    else if (this.#whole && this.#octets <= this.#whole.length) this.#whole.set(piece, at);
    else this.#append(piece, at);
  }

  /** The letter, which isn't kept here any more; undefined when it was too large. */
  take(): Buffer | undefined {
    const joined = () => this.#whole?.subarray(0, this.#octets) ?? Buffer.concat(this.#pieces, this.#octets);
    const letter = this.#octets > this.#limit ? undefined : joined();
    this.#drop();
    return letter;
  }

  #append(piece: Buffer, at: number): void {
    // More than was announced: what came so far is one piece of it.
    if (this.#whole) this.#pieces = [this.#whole.subarray(0, at)];
    this.#whole = undefined;
    this.#pieces.push(piece);
    if (this.#octets < SMTP_LIMITS.believedOctets || this.#octets >= this.#announced) return;
    this.#whole = Buffer.concat(this.#pieces, this.#announced);
    this.#pieces = [];
  }

  #drop(): void {
    this.#pieces = [];
    this.#whole = undefined;
  }
}
