// One delivery at a time in the whole lab, when a run has to be repeatable; no gate otherwise.
// Counterpart: queue.ts and mua.ts pass through it. Rule: an outside SMTP session counts as the
// delivery in flight until it closes, because nobody knows what it says next.

export class SerialGate {
  readonly #on: boolean;
  /** Whether the delivery in flight waits for a person; undefined when there is none. */
  #holder: (() => boolean) | undefined;
  #visitors = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(on: boolean) {
    this.#on = on;
  }

  /** True while only a person can open the gate: outside, or holding what is in flight. */
  get isStuck(): boolean {
    return this.#visitors > 0 || (this.#holder?.() ?? false);
  }

  /** Waits for its turn; call the result when done. `waits`: whether a person holds the one who enters. */
  async enter(waits: () => boolean): Promise<() => void> {
    if (!this.#on) return () => undefined;
    if (this.#holder || this.#visitors > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#holder = waits;
    return () => {
      this.#holder = undefined;
      this.#next();
    };
  }

  /** An outside program came in; call the result when it has gone. */
  visit(): () => void {
    this.#visitors += 1;
    return () => {
      this.#visitors -= 1;
      this.#next();
    };
  }

  #next(): void {
    if (this.#holder || this.#visitors > 0) return;
    const next = this.#waiting.shift();
    if (!next) return;
    // Taken at once, so that nobody slips in before the one who waited runs.
    this.#holder = () => false;
    next();
  }
}
