// Captured octets of a session, where they are wanted. Counterpart: session-file.ts, `bytes.read`. Rule: a piece is unpacked
// when something in it is asked for, and a few stay.

import type { BytesRef } from '../ids.ts';
import { SESSION_LIMITS } from './limits.ts';
import { ENTRIES, type SessionManifest } from './manifest.ts';

export class CaptureReader {
  readonly #manifest: SessionManifest;
  readonly #read: (name: string, most?: number) => Promise<Uint8Array>;
  readonly #pieces = new Map<number, Promise<Uint8Array>>();

  constructor(manifest: SessionManifest, read: (name: string, most?: number) => Promise<Uint8Array>) {
    this.#manifest = manifest;
    this.#read = read;
  }

  async length(): Promise<number> {
    return this.#manifest.format === 1 ? (await this.#pieceOf(0)).length : this.#manifest.captured;
  }

  /** The octets at a place; undefined when they were dropped. */
  async read({ at, length }: BytesRef): Promise<Uint8Array | undefined> {
    if (at + length > (await this.length())) return undefined;
    const manifest = this.#manifest;
    if (manifest.format === 1) return (await this.#pieceOf(0)).subarray(at, at + length);
    const out = new Uint8Array(length);
    for (let index = Math.floor(at / manifest.piece); index * manifest.piece < at + length; index += 1) {
      const begin = index * manifest.piece;
      const piece = await this.#pieceOf(index);
      const from = Math.max(at, begin);
      out.set(piece.subarray(from - begin, at + length - begin), from - at);
    }
    return out;
  }

  #pieceOf(index: number): Promise<Uint8Array> {
    const known = this.#pieces.get(index);
    if (known) return known;
    const piece =
      this.#manifest.format === 1
        ? this.#read(ENTRIES.capture, SESSION_LIMITS.firstFormatOctets)
        : this.#read(ENTRIES.captured(index));
    this.#pieces.set(index, piece);
    const [oldest] = this.#pieces.keys();
    if (this.#pieces.size > SESSION_LIMITS.capturePieces && oldest !== undefined) this.#pieces.delete(oldest);
    return piece;
  }
}
