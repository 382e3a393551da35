// Who writes events, and about what: a host, perhaps a connection, a letter, a queue entry.
// Counterpart: log.ts. Rule: a protocol or policy file gets a scope and never sees the log itself.

import type { EventData, EventType } from '../contract/events.ts';
import type { Seq } from '../contract/ids.ts';
import type { EventContext, EventLog } from './log.ts';

export class Scope {
  readonly #log: EventLog;
  readonly #context: EventContext;

  constructor(log: EventLog, context: EventContext) {
    this.#log = log;
    this.#context = context;
  }

  get host(): string {
    return this.#context.host;
  }

  /** Appends an event; returns its seq, which a consequence names as its `cause`. */
  emit<T extends EventType>(type: T, data: EventData[T], cause?: Seq): Seq {
    return this.#log.append(type, data, this.#context, cause);
  }

  /** The same writer about something more particular. */
  about(more: Partial<EventContext>): Scope {
    return new Scope(this.#log, { ...this.#context, ...more });
  }
}
