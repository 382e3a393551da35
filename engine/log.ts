// The append-only event log of one run: appended by the engine, read by `since`, spilled to disk,
// folded as it grows. Counterpart: contract/events.ts (the vocabulary), scope.ts (who writes).
// Rule: nothing else tells a screen anything; memory is bounded, the file has it all.

import type { EventData, EventHead, EventType, LabEvent } from '../contract/events.ts';
import { foldEvent } from '../contract/fold/fold.ts';
import { emptyState, type LabState } from '../contract/fold/state.ts';
import type { Seq } from '../contract/ids.ts';
import type { Disposable } from './disposable.ts';
import { LOG_LIMITS } from './limits.ts';
import type { AppendFile, Clock, World } from './world.ts';

/** What the writer knows beyond type and data. */
export type EventContext = Pick<EventHead, 'host'> & Partial<Pick<EventHead, 'cause' | 'conn' | 'message' | 'queueId'>>;

export class EventLog {
  readonly run: number;
  /** The fold of everything so far. Read only; it changes with the next event. */
  readonly state: LabState = emptyState();
  readonly #clock: Clock;
  readonly #mono_us: () => number;
  readonly #file: AppendFile;
  readonly #listeners = new Set<(event: LabEvent) => void>();
  readonly #encoder = new TextEncoder();
  /** Where each event of the file begins, one number for every `INDEX_STEP` events. */
  readonly #index: number[] = [];
  #recent: LabEvent[] = [];
  #seq: Seq = 0;
  readonly #begun_us: number;
  readonly #later: (run: () => void) => void;
  /** How many of the latest events aren't in the file yet. */
  #unwritten = 0;

  constructor(run: number, file: AppendFile, clock: Clock, world: Pick<World, 'mono_us' | 'later'>) {
    this.run = run;
    this.#file = file;
    this.#clock = clock;
    this.#mono_us = () => world.mono_us();
    this.#later = (run) => world.later(run);
    this.#begun_us = world.mono_us();
  }

  get seq(): Seq {
    return this.#seq;
  }

  /** Real time since the run began, in microseconds. */
  get age_us(): number {
    return this.#now_us();
  }

  append<T extends EventType>(type: T, data: EventData[T], context: EventContext, cause = context.cause): Seq {
    const seq = (this.#seq += 1);
    const { host, conn, message, queueId } = context;
    // Written out, because a spread of every writer's context would be the dearest line of the engine.
    const head: EventHead = { seq, run: this.run, at_ms: this.#clock.now_ms(), mono_us: this.#now_us(), host };
    if (cause !== undefined) head.cause = cause;
    if (conn !== undefined) head.conn = conn;
    if (message !== undefined) head.message = message;
    if (queueId !== undefined) head.queueId = queueId;
    const event = Object.assign(head, { type, data }) as LabEvent;
    this.#recent.push(event);
    this.#unwritten += 1;
    // Turning events into text is the log's cost; no letter waits for it.
    if (this.#unwritten === 1) this.#later(() => this.#write());
    // Cut in halves, so that the cost of moving the rest is paid once in many events.
    if (this.#recent.length > LOG_LIMITS.inMemory) {
      this.#write();
      this.#recent = this.#recent.slice(LOG_LIMITS.inMemory / 2);
    }
    foldEvent(this.state, event);
    for (const listener of this.#listeners) listener(event);
    return seq;
  }

  /** Events after `seq`, at most `limit`; older ones come from the file. */
  async since(seq: Seq, limit: number): Promise<LabEvent[]> {
    const first = this.#recent[0]?.seq ?? 1;
    if (seq + 1 >= first) {
      const start = seq + 1 - first;
      return this.#recent.slice(start, start + limit);
    }
    return this.#fromFile(seq, Math.min(limit, first - 1 - seq));
  }

  /** Called with each event as it is appended, in order. */
  subscribe(listener: (event: LabEvent) => void): Disposable {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    this.#write();
    await this.#file.close();
  }

  #now_us(): number {
    return this.#mono_us() - this.#begun_us;
  }

  /** Puts what isn't in the file yet there. */
  #write(): void {
    const unwritten = this.#unwritten === 0 ? [] : this.#recent.slice(-this.#unwritten);
    this.#unwritten = 0;
    let text = '';
    for (const event of unwritten) {
      if (event.seq % INDEX_STEP === 1) {
        this.#put(text);
        text = '';
        this.#index.push(this.#file.length());
      }
      text += `${JSON.stringify(event)}\n`;
    }
    this.#put(text);
  }

  #put(text: string): void {
    if (text !== '') this.#file.append(this.#encoder.encode(text));
  }

  async #fromFile(seq: Seq, limit: number): Promise<LabEvent[]> {
    const block = Math.floor(seq / INDEX_STEP);
    const from = this.#index[block] ?? 0;
    const until = this.#index[Math.floor((seq + limit) / INDEX_STEP) + 1] ?? this.#file.length();
    const text = new TextDecoder().decode(await this.#file.read(from, until - from));
    const lines = text.split('\n').slice(seq - block * INDEX_STEP, seq - block * INDEX_STEP + limit);
    return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as LabEvent);
  }
}

const INDEX_STEP = 500; // about 150 KB of file between two marks: quick to read, and few marks
