// Cuts what a client sends into lines, however it arrives. Counterpart: pop3/machine.ts, imap/reader.ts.
// Rule: keeps at most one line, and that not longer than its limit. A bare LF ends a line too: people
// type into these servers with tools that send no CR.

import { toByteString, type ByteString } from '../../mail/bytes.ts';

const LF = 10;

export interface LineCut {
  /** Where the rest begins. */
  at: number;
  /** Without its line end; absent when the bytes ran out. */
  line?: ByteString;
  tooLong?: true;
}

export class LineBuffer {
  #begun: ByteString = '';
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Reads on from `at` to the next line end. A line that is too long stays too long until `clear`. */
  take(bytes: Uint8Array, at: number): LineCut {
    const lf = bytes.indexOf(LF, at);
    const end = lf < 0 ? bytes.length : lf;
    // +1 for the CR, which isn't part of the line
    if (this.#begun.length + end - at > this.#limit + 1) return { at: bytes.length, tooLong: true };
    this.#begun += toByteString(bytes.subarray(at, end));
    if (lf < 0) return { at: end };
    const line = this.#begun.endsWith('\r') ? this.#begun.slice(0, -1) : this.#begun;
    this.#begun = '';
    return line.length > this.#limit ? { at: end + 1, tooLong: true } : { at: end + 1, line };
  }

  clear(): void {
    this.#begun = '';
  }
}
