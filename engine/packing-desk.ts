// Session files on their way to screens: each is packed as its pieces are asked for. Counterpart: session.ts packs;
// `session.pack`, `session.next`, `session.drop`. Rule: a screen that stops asking costs nothing but its place, and the
// one that waited longest gives way.

import { SESSION_LIMITS } from '../contract/session/limits.ts';
import type { PackedPiece } from './session.ts';

export class PackingDesk {
  readonly #open = new Map<string, AsyncGenerator<PackedPiece>>();
  #count = 0;

  /** Takes a file that is to be packed; returns its name here. */
  begin(pieces: AsyncGenerator<PackedPiece>): string {
    const [oldest] = this.#open.keys();
    if (oldest !== undefined && this.#open.size >= SESSION_LIMITS.packings) this.drop(oldest);
    const packing = `packing-${(this.#count += 1)}`;
    this.#open.set(packing, pieces);
    return packing;
  }

  /** The next piece; undefined when there is no such packing, or no more of it. */
  async next(packing: string): Promise<PackedPiece | undefined> {
    const pieces = this.#open.get(packing);
    const next = await pieces?.next();
    return next?.done === false ? next.value : undefined;
  }

  drop(packing: string): void {
    // What it was about to read is let go; it holds nothing that must be closed.
    this.#open.delete(packing);
  }
}
