// The activity clock: real time less the time it was paused, or by hand only.
// Counterpart: wire holds pause it; idle time-outs and DNS retries use it.
// Rule: it never jumps forward while real, so a held dialog doesn't time out at the other end.

import type { Disposable } from '../disposable.ts';
import type { ActivityClock } from '../world.ts';
import { RealTimeout } from './real-timeout.ts';
import { Timers } from './timers.ts';

export class PausableActivityClock implements ActivityClock {
  readonly #timers = new Timers();
  readonly #timeout = new RealTimeout(() => this.#tick());
  readonly #real_ms: (() => number) | undefined;
  #elapsed_ms = 0;
  #since_ms: number;
  #pauses = 0;
  readonly #passing = new Set<{ due_ms: number }>();

  /** Without `real_ms` the clock moves by `advance` only. */
  constructor(real_ms: (() => number) | undefined) {
    this.#real_ms = real_ms;
    this.#since_ms = real_ms?.() ?? 0;
  }

  now_ms(): number {
    if (!this.#real_ms || this.#pauses > 0) return this.#elapsed_ms;
    return this.#elapsed_ms + (this.#real_ms() - this.#since_ms);
  }

  after(delay_ms: number, fire: () => void): Disposable {
    const timer = this.#timers.add(this.now_ms() + Math.max(0, delay_ms), fire);
    this.#arm();
    return timer;
  }

  pass(delay_ms: number, fire: () => void): Disposable {
    const wait = { due_ms: this.now_ms() + Math.max(0, delay_ms) };
    const timer = this.after(delay_ms, () => {
      this.#passing.delete(wait);
      fire();
    });
    this.#passing.add(wait);
    return {
      dispose: () => {
        this.#passing.delete(wait);
        timer.dispose();
      },
    };
  }

  /** When the first of those waits is over that are meant to pass. */
  get passing_ms(): number | undefined {
    return this.#passing.size === 0 ? undefined : Math.min(...[...this.#passing].map(({ due_ms }) => due_ms));
  }

  /** When the next timer is due, of whatever kind. */
  get next_ms(): number | undefined {
    return this.#timers.next_ms();
  }

  pause(): Disposable {
    this.#note();
    this.#pauses += 1;
    this.#arm();
    let given = true;
    return {
      dispose: () => {
        if (!given) return;
        given = false;
        this.#note();
        this.#pauses -= 1;
        this.#arm();
      },
    };
  }

  advance(ms: number): void {
    this.#note();
    this.#elapsed_ms += ms;
    this.#tick();
  }

  stop(): void {
    this.#timers.clear();
    this.#timeout.set(undefined);
  }

  /** Moves the time passed so far into `#elapsed_ms`. */
  #note(): void {
    this.#elapsed_ms = this.now_ms();
    this.#since_ms = this.#real_ms?.() ?? 0;
  }

  #tick(): void {
    while (this.#timers.fireNext(this.now_ms()));
    this.#arm();
  }

  #arm(): void {
    const next = this.#timers.next_ms();
    const still = !this.#real_ms || this.#pauses > 0;
    this.#timeout.set(next === undefined || still ? undefined : next - this.now_ms());
  }
}
