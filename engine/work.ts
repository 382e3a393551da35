// What is under way, and when it has come to rest. Counterpart: `settled` of the engine, the lab
// clock's `advance`, checkpoints. Rule: whoever starts something that will lead to more events
// begins it here before the thing that led to it ends, so the count never touches zero in between.

import type { Disposable } from './disposable.ts';

/** A piece of work; `waits` says that a person holds what it waits for. */
export interface Work extends Disposable {
  waits: () => boolean;
}

export class WorkMeter {
  readonly #running = new Set<Work>();
  #resting: (() => void)[] = [];
  #checking = false;

  /** `waits`: asked whenever rest is looked for; true while the work can't go on without a person. */
  begin(waits: () => boolean = () => false): Work {
    const work: Work = {
      waits,
      dispose: () => {
        if (this.#running.delete(work)) this.look();
      },
    };
    this.#running.add(work);
    return work;
  }

  /** True when nothing is under way that isn't held. */
  get resting(): boolean {
    for (const work of this.#running) if (!work.waits()) return false;
    return true;
  }

  /** Resolves when everything that isn't held has come to rest. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#resting.push(resolve);
      this.look();
    });
  }

  /** Called when something ended or was held. Rest counts only when it outlasts a turn of the event loop. */
  look(): void {
    if (this.#checking || this.#resting.length === 0 || !this.resting) return;
    this.#checking = true;
    setImmediate(() => {
      this.#checking = false;
      if (!this.resting) return;
      const waiting = this.#resting;
      this.#resting = [];
      for (const resolve of waiting) resolve();
    });
  }
}
