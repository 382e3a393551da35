// The lab clock: real time at a rate (1 by default), or standing still at rate 0 until it is moved.
// Counterpart: clock commands of the engine, which await `settled` between timers.
// Rule: it never goes back, whatever the machine's own clock does.

import type { Disposable } from '../disposable.ts';
import type { LabClock } from '../world.ts';
import { RealTimeout } from './real-timeout.ts';
import { Timers } from './timers.ts';

export class RatedLabClock implements LabClock {
  readonly #timers = new Timers();
  readonly #timeout = new RealTimeout(() => this.#tick());
  readonly #real_ms: () => number;
  #anchorLab_ms: number;
  #anchorReal_ms: number;
  #rate: number;

  /** `start_ms`: lab time now; `real_ms`: any steady clock in milliseconds. */
  constructor(start_ms: number, rate: number, real_ms: () => number) {
    this.#real_ms = real_ms;
    this.#anchorLab_ms = start_ms;
    this.#anchorReal_ms = real_ms();
    this.#rate = rate;
  }

  now_ms(): number {
    if (this.#rate === 0) return this.#anchorLab_ms;
    const passed_ms = Math.max(0, this.#real_ms() - this.#anchorReal_ms);
    return Math.floor(this.#anchorLab_ms + passed_ms * this.#rate);
  }

  after(delay_ms: number, fire: () => void): Disposable {
    const timer = this.#timers.add(this.now_ms() + Math.max(0, delay_ms), fire);
    this.#arm();
    return timer;
  }

  next_ms(): number | undefined {
    return this.#timers.next_ms();
  }

  jumpTo(to_ms: number): void {
    const target_ms = Math.max(to_ms, this.now_ms());
    this.#anchor(target_ms);
    // What a timer sets for this very moment waits for the next call: work in between must settle first.
    const due = this.#timers.next_ms();
    if (due !== undefined && due <= target_ms) this.#timers.fireNext(target_ms);
    this.#arm();
  }

  rate(): number {
    return this.#rate;
  }

  setRate(rate: number): void {
    this.#anchor(this.now_ms());
    this.#rate = rate;
    this.#arm();
  }

  stop(): void {
    this.#timers.clear();
    this.#timeout.set(undefined);
  }

  #anchor(lab_ms: number): void {
    this.#anchorLab_ms = lab_ms;
    this.#anchorReal_ms = this.#real_ms();
  }

  #tick(): void {
    while (this.#timers.fireNext(this.now_ms()));
    this.#arm();
  }

  #arm(): void {
    const next = this.#timers.next_ms();
    this.#timeout.set(next === undefined || this.#rate === 0 ? undefined : (next - this.now_ms()) / this.#rate);
  }
}
