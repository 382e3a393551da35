// How often somebody may do something: on average, and at once. Counterpart: follower.ts. Rule: the clock comes in as a number.

export class TokenBucket {
  readonly #perSecond: number;
  readonly #most: number;
  #tokens: number;
  #filled_ms: number;

  constructor(perSecond: number, most: number, now_ms: number) {
    this.#perSecond = perSecond;
    this.#most = most;
    this.#tokens = most;
    this.#filled_ms = now_ms;
  }

  /** Whether once more is allowed now. */
  take(now_ms: number): boolean {
    const passed_s = Math.max(0, now_ms - this.#filled_ms) / 1000;
    this.#tokens = Math.min(this.#most, this.#tokens + passed_s * this.#perSecond);
    this.#filled_ms = now_ms;
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
