// Something that goes on for a while, and those who want to hear how: they are answered when there is something new.
// Counterpart: `rerun.status`, `experiment.status`. Rule: who asks with what they have heard waits for the next; nobody asks
// by the clock.

export class News {
  #count = 0;
  #waiting: (() => void)[] = [];

  /** How often there was something to tell. */
  get count(): number {
    return this.#count;
  }

  tell(): void {
    this.#count += 1;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Resolves when there is other news than `seen`. */
  async after(seen: number): Promise<void> {
    if (this.#count === seen) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
