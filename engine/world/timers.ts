// Timers in order of time, then of asking: the heart of both clocks. Counterpart: lab-clock.ts,
// activity-clock.ts. Rule: knows nothing of real time.

import type { Disposable } from '../disposable.ts';

interface Timer {
  due_ms: number;
  order: number;
  fire: (() => void) | undefined;
}

/** Below this many dead timers a clean-up isn't worth its walk through the heap. */
const DEAD_LEAST = 64;

export class Timers {
  #heap: Timer[] = [];
  #order = 0;
  #dead = 0;

  add(due_ms: number, fire: () => void): Disposable {
    const timer: Timer = { due_ms, order: this.#order++, fire };
    this.#heap.push(timer);
    this.#up(this.#heap.length - 1);
    return { dispose: () => this.#kill(timer) };
  }

  next_ms(): number | undefined {
    this.#dropDead();
    return this.#heap[0]?.due_ms;
  }

  /** Takes the earliest timer due by `now_ms` and fires it. False when there is none. */
  fireNext(now_ms: number): boolean {
    this.#dropDead();
    const first = this.#heap[0];
    if (!first || first.due_ms > now_ms) return false;
    this.#take();
    const { fire } = first;
    // Out of the heap already: disposing it now must not count it among the dead.
    first.fire = undefined;
    fire?.();
    return true;
  }

  clear(): void {
    for (const timer of this.#heap) timer.fire = undefined;
    this.#heap = [];
    this.#dead = 0;
  }

  /**
   * A disposed timer stays in the heap until its turn or until the dead outnumber the living: most time-outs of a
   * dialog are set for minutes and disposed of in milliseconds.
   */
  #kill(timer: Timer): void {
    if (!timer.fire) return;
    timer.fire = undefined;
    this.#dead += 1;
    if (this.#dead < DEAD_LEAST || this.#dead * 2 < this.#heap.length) return;
    const living = this.#heap.filter((one) => one.fire);
    this.#heap = [];
    this.#dead = 0;
    for (const one of living) {
      this.#heap.push(one);
      this.#up(this.#heap.length - 1);
    }
  }

  #dropDead(): void {
    while (this.#heap[0] && !this.#heap[0].fire) {
      this.#take();
      this.#dead -= 1;
    }
  }

  #take(): void {
    const last = this.#heap.pop();
    if (this.#heap.length === 0 || !last) return;
    this.#heap[0] = last;
    this.#down(0);
  }

  #before(left: number, right: number): boolean {
    const a = this.#heap[left];
    const b = this.#heap[right];
    if (!a || !b) return a !== undefined;
    return a.due_ms === b.due_ms ? a.order < b.order : a.due_ms < b.due_ms;
  }

  #swap(left: number, right: number): void {
    const a = this.#heap[left];
    const b = this.#heap[right];
    if (!a || !b) return;
    this.#heap[left] = b;
    this.#heap[right] = a;
  }

  #up(start: number): void {
    for (let at = start; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#before(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #down(start: number): void {
    for (let at = start; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.#heap.length && this.#before(child, least)) least = child;
      }
      if (least === at) return;
      this.#swap(at, least);
      at = least;
    }
  }
}
