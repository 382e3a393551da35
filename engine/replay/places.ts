// A place in a run that is found again when the run is played again: the n-th event of its kind, the n-th unit of a
// direction. Counterpart: stimuli.ts passes by every event of the first run, rerun.ts every one of the second. Rule: no
// sequence numbers; a run that is played again tells some things more, such as every step of its clock.

import type { LabEvent } from '../../contract/events.ts';
import type { ConnId, Seq, Side } from '../../contract/ids.ts';

/** Right after an event. One that isn't of a connection or a letter is no landmark: the one before it is. */
export class Landmark {
  readonly #after: Seq;
  readonly #seen = new Map<string, number>();
  #sign: string | undefined;
  #count = 0;

  constructor(after: Seq) {
    this.#after = after;
  }

  /** An event of the first run. */
  note(event: LabEvent): void {
    if (event.seq > this.#after) return;
    // With an input something new begins: right after it, nothing has come of it yet.
    if (event.type.startsWith('input.')) this.#sign = undefined;
    const sign = signOf(event);
    if (sign === undefined) return;
    const count = (this.#seen.get(sign) ?? 0) + 1;
    this.#seen.set(sign, count);
    this.#sign = sign;
    this.#count = count;
  }

  /** Asked for every event of the second run, in order: whether this is the one. */
  finder(): (event: LabEvent) => boolean {
    const [sign, count] = [this.#sign, this.#count];
    let seen = 0;
    return (event) => sign !== undefined && signOf(event) === sign && (seen += 1) === count;
  }
}

/** Told at another time when the machine is quicker or slower. */
const UNSTEADY: ReadonlySet<LabEvent['type']> = new Set(['wire.ciphertext', 'tls.keys', 'log.written']);

function signOf({ type, host, conn, message, queueId }: LabEvent): string | undefined {
  if ((conn === undefined && message === undefined) || UNSTEADY.has(type) || type.startsWith('input.'))
    return undefined;
  return `${type} ${host} ${conn ?? ''} ${message ?? ''} ${queueId ?? ''}`;
}

/** The n-th unit that one end of a connection sent, from 0. */
export interface UnitPlace {
  conn: ConnId;
  from: Side;
  index: number;
}

/** Finds the place of the unit that event `line` tells of. */
export class UnitFinder {
  readonly #line: Seq;
  readonly #counts = new UnitCounts();
  place: UnitPlace | undefined;

  constructor(line: Seq) {
    this.#line = line;
  }

  note(event: LabEvent): void {
    if (event.seq > this.#line) return;
    if (event.seq === this.#line && isUnit(event)) {
      const { from } = event.data;
      this.place = { conn: event.conn ?? '', from, index: this.#counts.of(event.conn ?? '', from) };
    }
    this.#counts.note(event);
  }
}

/** How many units of each direction have been told. */
export class UnitCounts {
  readonly #counts = new Map<string, number>();

  note(event: LabEvent): void {
    if (!isUnit(event)) return;
    const key = `${event.conn ?? ''} ${event.data.from}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  of(conn: ConnId, from: Side): number {
    return this.#counts.get(`${conn} ${from}`) ?? 0;
  }
}

function isUnit(event: LabEvent): event is Extract<LabEvent, { type: 'wire.line' | 'wire.bulk' }> {
  return event.type === 'wire.line' || event.type === 'wire.bulk';
}
