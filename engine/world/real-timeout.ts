// One real wake-up at a time, however far away: setTimeout takes at most 24.8 days.
// Counterpart: both clocks. Rule: the only place where the engine asks the machine to wake it.

const LONGEST_MS = 2_000_000_000; // below 2^31-1, beyond which setTimeout fires at once

export class RealTimeout {
  #handle: NodeJS.Timeout | undefined;
  #due_ms = 0;
  readonly #wake: () => void;

  constructor(wake: () => void) {
    this.#wake = wake;
  }

  /** Replaces the wish before. A wake-up may come early; the clock then asks again. */
  set(delay_ms: number | undefined): void {
    if (delay_ms === undefined) {
      clearTimeout(this.#handle);
      this.#handle = undefined;
      return;
    }
    const due_ms = performance.now() + delay_ms;
    // Each command of a dialog moves the time-out a little further: an early wake-up is cheaper than a new timer.
    if (this.#handle && this.#due_ms <= due_ms) return;
    clearTimeout(this.#handle);
    this.#due_ms = due_ms;
    this.#handle = setTimeout(() => this.#fire(), Math.min(LONGEST_MS, Math.max(0, Math.ceil(delay_ms))));
    // A lab that only waits must not keep a closed process alive.
    this.#handle.unref();
  }

  #fire(): void {
    this.#handle = undefined;
    this.#wake();
  }
}
