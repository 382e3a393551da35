// Where each event stands from left to right. Counterpart: chart.ts fills it, layout.ts draws along it. Rule: what happens
// within milliseconds stands in proportion; every longer pause is shortened by its logarithm, so that the milliseconds
// of a letter and a day of waiting fit on one line; and long pauses are kept, for a label to tell them.

import type { LabEvent } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import { TIMELINE_LIMITS } from './limits.ts';

/** Up to here a pause is drawn as long as it was: about the time that a letter takes for one step. */
const PLAIN_MS = 4;
/** A pause this long is told. */
const TOLD_MS = 3000;
/** The lab's clock is this far ahead of what was measured: it was moved. */
const JUMP_MS = 1000;

/** A time in which nothing happened; `seq`: the event that ended it. */
export interface Pause {
  seq: Seq;
  ms: number;
}

/** Length on the axis of `ms` without an event. Grows with `ms` always, and without a jump. */
export function shortened(ms: number): number {
  return ms <= PLAIN_MS ? ms : PLAIN_MS * (1 + Math.log(ms / PLAIN_MS));
}

export class Axis {
  readonly #positions: number[] = [];
  #first: Seq = 1;
  #previous: { at_ms: number; mono_us: number } | undefined;
  readonly pauses: Pause[] = [];

  /** `isQuiet`: nothing to be seen has happened yet, so the time before this event takes no room. */
  add(event: LabEvent, isQuiet: boolean): void {
    if (this.#positions.length === 0) this.#first = event.seq;
    const pause_ms = isQuiet ? 0 : this.#since(event);
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
    return this.#positions[0] ?? 0;
  }

  get end(): number {
    return this.#positions.at(-1) ?? 0;
  }

  /** Where event `seq` stands; the nearest end for one that isn't here. */
  position(seq: Seq): number {
    if (seq < this.#first) return this.start;
    return this.#positions[seq - this.#first] ?? this.end;
  }

  /** The last event at or before `position`; the first for what lies before everything. */
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

  /** Milliseconds since the event before: of the lab's clock where it jumped, else as finely as it was measured. */
  #since({ at_ms, mono_us }: LabEvent): number {
    if (!this.#previous) return 0;
    const lab_ms = at_ms - this.#previous.at_ms;
    const real_ms = (mono_us - this.#previous.mono_us) / 1000;
    return Math.max(0, lab_ms > real_ms + JUMP_MS ? lab_ms : real_ms);
  }
}
