// Where each event stands from left to right. Counterpart: chart.ts fills it, layout.ts draws along it, contract/pause.ts
// says how much room a pause takes. Rule: long pauses are kept, for a label to tell them.

import type { LabEvent } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import { type Instant, pauseBetween, shortened, TOLD_MS } from '../../contract/pause.ts';
import { TIMELINE_LIMITS } from './limits.ts';

/** A time in which nothing happened; `seq`: the event that ended it. */
export interface Pause {
  seq: Seq;
  ms: number;
}

/** What is asked of an axis. */
export interface AxisView {
  readonly start: number;
  readonly end: number;
  readonly pauses: readonly Pause[];
  /** Where event `seq` stands; the nearest end for one that isn't here. */
  position: (seq: Seq) => number;
  /** The last event at or before `position`; the first for what lies before everything. */
  seqAt: (position: number) => Seq;
}

export class Axis implements AxisView {
  readonly #positions: number[] = [];
  readonly #begin: number;
  #first: Seq = 1;
  #previous: Instant | undefined;
  readonly pauses: Pause[] = [];

  /** `begin`: where its first event stands. */
  constructor(begin = 0) {
    this.#begin = begin;
  }

  /** `isQuiet`: nothing to be seen has happened yet, so the time before this event takes no room. */
  add(event: LabEvent, isQuiet: boolean): void {
    if (this.#positions.length === 0) this.#first = event.seq;
    const pause_ms = isQuiet || !this.#previous ? 0 : pauseBetween(this.#previous, event);
    if (pause_ms >= TOLD_MS) this.pauses.push({ seq: event.seq, ms: pause_ms });
    if (this.pauses.length > TIMELINE_LIMITS.pauses) this.pauses.shift();
    this.#positions.push(this.end + shortened(pause_ms));
    this.#previous = event;
  }

  /** Events before `seq` are gone. */
  forget(seq: Seq): void {
    const count = Math.max(0, seq - this.#first);
    this.#positions.splice(0, count);
    this.#first += count;
  }

  get start(): number {
    return this.#positions[0] ?? this.#begin;
  }

  get end(): number {
    return this.#positions.at(-1) ?? this.#begin;
  }

  position(seq: Seq): number {
    if (seq < this.#first) return this.start;
    return this.#positions[seq - this.#first] ?? this.end;
  }

  seqAt(position: number): Seq {
    let low = 0;
    let high = this.#positions.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#positions[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return this.#first + low;
  }
}
