// One direction of a disturbed connection: what is on its way arrives in order, each when it is due. Counterpart:
// disturbance.ts. Rule: time is the activity clock's, so nothing arrives while a person holds a line.

import type { Disposable } from '../disposable.ts';
import type { ActivityClock } from '../world.ts';

/** Something that is on its way. */
export interface Load {
  octets: number;
  arrive: () => void;
}

export interface Pace {
  delay_ms: number;
  octetsPerSecond: number;
}

export class Lane {
  readonly #activity: ActivityClock;
  readonly #changed: () => void;
  readonly #loads: (Load & { due_ms: number })[] = [];
  #timer: Disposable | undefined;
  /** When the last octet of what was given last is on the line. */
  #busyUntil_ms = 0;
  #isBlocked = false;
  #octets = 0;

  /** `changed`: it has become empty, or isn't any more. */
  constructor(activity: ActivityClock, changed: () => void) {
    this.#activity = activity;
    this.#changed = changed;
  }

  get isEmpty(): boolean {
    return this.#loads.length === 0;
  }
  /** Octets on their way. */
  get octets(): number {
    return this.#octets;
  }

  /** First its octets go onto the line one after the other, then they travel. */
  carry(load: Load, { delay_ms, octetsPerSecond }: Pace): void {
    const now_ms = this.#activity.now_ms();
    this.#busyUntil_ms = Math.max(now_ms, this.#busyUntil_ms) + (load.octets * 1000) / octetsPerSecond;
    const due_ms = Math.max(this.#loads.at(-1)?.due_ms ?? 0, this.#busyUntil_ms + delay_ms);
    if (this.isEmpty && !this.#isBlocked && due_ms <= now_ms) {
      load.arrive();
      return;
    }
    this.#loads.push({ ...load, due_ms });
    this.#octets += load.octets;
    if (this.#loads.length === 1) this.#changed();
    this.#arm();
  }

  /** From here on nothing arrives. */
  block(): void {
    this.#isBlocked = true;
    this.#arm();
  }

  /** Everything that is on its way arrives at once, and the line is as it was. */
  clear(): void {
    this.#isBlocked = false;
    this.#busyUntil_ms = 0;
    while (!this.#isBlocked && this.#next());
    this.#arm();
  }

  /** The connection is gone, and what was on its way with it. */
  dispose(): void {
    this.#timer?.dispose();
    this.#loads.length = 0;
    this.#octets = 0;
  }

  #next(): boolean {
    const load = this.#loads.shift();
    if (!load) return false;
    this.#octets -= load.octets;
    load.arrive();
    if (this.isEmpty) this.#changed();
    return true;
  }

  #arm(): void {
    this.#timer?.dispose();
    const first = this.#isBlocked ? undefined : this.#loads[0];
    this.#timer = first && this.#activity.pass(first.due_ms - this.#activity.now_ms(), () => this.#arriveDue());
  }

  /** The timer knows that the first is due; the clock may be a rounding short of it. */
  #arriveDue(): void {
    this.#next();
    while (!this.#isBlocked && (this.#loads[0]?.due_ms ?? Infinity) <= this.#activity.now_ms()) this.#next();
    this.#arm();
  }
}
