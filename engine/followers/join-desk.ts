// Who may follow: the short code on the wall, and the passes that were given for it. Counterpart: hall.ts. Rule: a code is
// short because people type it, so wrong ones are counted by address; a pass is long, belongs to one follower, and is what
// makes one answer a person.

import { createHash } from 'node:crypto';

import type { SentAway } from '../../contract/lecture/follow-frames.ts';
import { FOLLOWER_LIMITS } from './limits.ts';

/** Without letters and digits that look alike from the last row. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

export interface JoinWorld {
  /** A name that nobody else has or guesses. */
  nonce: () => string;
  real_ms: () => number;
}

export class JoinDesk {
  readonly code: string;
  readonly #world: JoinWorld;
  readonly #passes = new Set<string>();
  /** Address -> wrong codes, and since when they are counted. */
  readonly #wrong = new Map<string, { count: number; since_ms: number }>();

  constructor(world: JoinWorld) {
    this.#world = world;
    this.code = codeOf(world.nonce());
  }

  /** Let in since the doors opened. */
  get joined(): number {
    return this.#passes.size;
  }

  /** Whether it was given out here. */
  knows(pass: string | undefined): boolean {
    return pass !== undefined && this.#passes.has(pass);
  }

  /** The pass of who says a pass or the code; or why they aren't let in. */
  join(
    { code, pass }: { code?: string | undefined; pass?: string | undefined },
    address: string,
  ): { pass: string } | { why: SentAway } {
    if (pass !== undefined && this.#passes.has(pass)) return { pass };
    if (this.#isWaiting(address)) return { why: 'too many tries' };
    if (code === undefined || spoken(code) !== this.code) {
      this.#noteWrong(address);
      return { why: 'wrong code' };
    }
    if (this.#passes.size >= FOLLOWER_LIMITS.passes) return { why: 'full' };
    const fresh = this.#world.nonce();
    this.#passes.add(fresh);
    return { pass: fresh };
  }

  #isWaiting(address: string): boolean {
    const known = this.#wrong.get(address);
    if (!known) return false;
    if (this.#world.real_ms() - known.since_ms < FOLLOWER_LIMITS.wrongCodesWindow_ms) {
      return known.count >= FOLLOWER_LIMITS.wrongCodes;
    }
    this.#wrong.delete(address);
    return false;
  }

  #noteWrong(address: string): void {
    const known = this.#wrong.get(address) ?? { count: 0, since_ms: this.#world.real_ms() };
    known.count += 1;
    this.#wrong.set(address, known);
    const [oldest] = this.#wrong.keys();
    if (this.#wrong.size > FOLLOWER_LIMITS.wrongAddresses && oldest !== undefined) this.#wrong.delete(oldest);
  }
}

/** As it may be typed: `k7q 2pm` is the same code. */
function spoken(code: string): string {
  return code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

function codeOf(nonce: string): string {
  const digest = createHash('sha256').update(nonce).digest();
  return Array.from(digest.subarray(0, FOLLOWER_LIMITS.codeLetters), (octet) => LETTERS[octet % LETTERS.length]).join(
    '',
  );
}
