// One delivery at a time in the whole lab, when a run has to be repeatable; no gate otherwise.
// Counterpart: queue.ts and mua.ts pass through it. Rule: an outside SMTP session counts as the
// delivery in flight until it closes, because nobody knows what it says next.

export class SerialGate {
  readonly #on: boolean;
  #busy = false;
  #visitors = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(on: boolean) {
    this.#on = on;
  }

  get isOn(): boolean {
    return this.#on;
  }

  /** True while only an outside program can open the gate. */
  get waitsForVisitor(): boolean {
    return this.#on && this.#visitors > 0;
  }

  /** Waits for its turn; call the result when done. */
  async enter(): Promise<() => void> {
    if (!this.#on) return () => undefined;
    if (this.#busy || this.#visitors > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#busy = true;
    return () => {
      this.#busy = false;
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
    if (this.#busy || this.#visitors > 0) return;
    const next = this.#waiting.shift();
    if (!next) return;
    // Taken at once, so that nobody slips in before the one who waited runs.
    this.#busy = true;
    next();
  }
}
