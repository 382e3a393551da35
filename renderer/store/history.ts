// The run so far, event by event, and any moment of it again. Counterpart: bench-store.ts adds every event; timeline/
// asks for moments and steps through events; of a paged run (paged-run.ts) it holds a page. Rule: adding costs next to nothing; a moment is folded forward from the
// nearest snapshot, which is as many events away as a person doesn't notice.

import type { LabEvent } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import { HISTORY_LIMITS } from './limits.ts';
import { cloneMoment, emptyMoment, foldMoment, type Moment } from './moment.ts';

interface Snapshot {
  seq: Seq;
  moment: Moment;
}

export class History {
  readonly #keep: number;
  readonly #step: number;
  /** In order and without gaps: an event is found by its number. */
  #events: LabEvent[] = [];
  /** Ascending; the first is as early as can be shown: the moment before the first event. */
  #snapshots: Snapshot[] = [];
  /** Where the last question led; folding on from here is the common case. */
  #shown: Snapshot | undefined;

  /** Counts beginnings: another run, or the same one read again. */
  generation = 0;

  constructor(keep: number = HISTORY_LIMITS.events, step: number = HISTORY_LIMITS.snapshotStep) {
    this.#keep = keep;
    this.#step = step;
  }

  /** A stretch of a run: `events`, which come after `base`, the moment after event `seq`. */
  static from(base: Moment, seq: Seq, events: readonly LabEvent[]): History {
    const history = new History();
    history.generation = 1;
    history.#events = [...events];
    history.#snapshots = [{ seq, moment: base }];
    return history;
  }

  /** The number of the oldest event that is still here. */
  get first(): Seq {
    return this.#events[0]?.seq ?? 1;
  }

  /** The number of the latest event; 0 before any. */
  get last(): Seq {
    return this.#events.at(-1)?.seq ?? 0;
  }

  event(seq: Seq): LabEvent | undefined {
    return this.#events[seq - this.first];
  }

  /** Takes the next event, which is already folded into `live`. A run that begins here begins the history anew. */
  add(event: LabEvent, live: Moment): void {
    const previous = this.#events.at(-1);
    const goesOn = previous !== undefined && event.run === previous.run && event.seq === previous.seq + 1;
    if (!goesOn) this.#begin(event, live);
    this.#events.push(event);
    if (event.seq % this.#step === 0) this.#snapshots.push({ seq: event.seq, moment: cloneMoment(live) });
    if (this.#events.length > this.#keep) this.#forgetOldest();
  }

  /** The moment right after event `seq`. What is returned is changed when the next one is asked for. */
  momentAt(seq: Seq): Moment {
    const at = Math.max(this.first - 1, Math.min(seq, this.last));
    const from = this.#startFor(at);
    for (let next = from.seq + 1; next <= at; next += 1) {
      const event = this.event(next);
      if (event) foldMoment(from.moment, event);
    }
    this.#shown = { seq: at, moment: from.moment };
    return { ...from.moment };
  }

  /** A moment that may be folded on to `at`: the last one shown if it is nearest, else a copy of a snapshot. */
  #startFor(at: Seq): Snapshot {
    const nearest = this.#snapshots.findLast((one) => one.seq <= at) ?? this.#snapshots[0];
    if (!nearest) return { seq: at, moment: emptyMoment() };
    const shown = this.#shown;
    if (shown && shown.seq <= at && shown.seq >= nearest.seq) return shown;
    return { seq: nearest.seq, moment: cloneMoment(nearest.moment) };
  }

  #begin(event: LabEvent, live: Moment): void {
    this.generation += 1;
    this.#events = [];
    this.#shown = undefined;
    // `lab.opened` carries all that a fold needs. Anything else means that events are missing: what is known now is
    // the earliest that can be shown.
    const isRun = event.type === 'lab.opened';
    this.#snapshots = [
      isRun ? { seq: event.seq - 1, moment: emptyMoment() } : { seq: event.seq, moment: cloneMoment(live) },
    ];
  }

  /** Drops the oldest events up to a snapshot, many at a time, so that moving the rest is paid once in many events. */
  #forgetOldest(): void {
    const wanted = this.first + Math.floor(this.#keep / HISTORY_LIMITS.forgetPart);
    const base = this.#snapshots.find((one) => one.seq >= wanted);
    if (!base) return;
    this.#events = this.#events.slice(base.seq + 1 - this.first);
    this.#snapshots = this.#snapshots.filter((one) => one.seq >= base.seq);
    if (this.#shown && this.#shown.seq < base.seq) this.#shown = undefined;
  }
}
