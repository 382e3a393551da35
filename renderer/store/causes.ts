// What an event belongs to: each chain of causes leads back to a connection or to an attempt to deliver.
// Counterpart: dialogs.ts asks it where a DNS question belongs. Rule: only `cause` and `conn` are followed, never
// names or times; the table is bounded and forgets the oldest.

import type { LabEvent } from '../../contract/events.ts';
import type { ConnId, MessageId, Seq } from '../../contract/ids.ts';
import { cloneGenerations, type Generations, noGenerations, recall, remember } from './generations.ts';
import { SCREEN_LIMITS } from './limits.ts';

/** The event where a chain begins, and the letter it is about, if it is about one. */
export interface Origin {
  seq: Seq;
  message?: MessageId;
}

export interface Causes {
  origins: Generations<Seq, Origin>;
  conns: Generations<ConnId, Origin>;
}

export function noCauses(): Causes {
  return { origins: noGenerations(), conns: noGenerations() };
}

/** Notes `event` and returns what it belongs to. */
export function noteCause(causes: Causes, event: LabEvent): Origin | undefined {
  const origin = originOf(causes, event);
  if (origin) remember(causes.origins, event.seq, origin, SCREEN_LIMITS.causes);
  if (event.type === 'conn.opened' && event.conn !== undefined && origin) {
    remember(causes.conns, event.conn, origin, SCREEN_LIMITS.dialogs);
  }
  return origin;
}

function originOf(causes: Causes, event: LabEvent): Origin | undefined {
  // A connection and an attempt to deliver begin a chain of their own, whatever led to them.
  if (event.type === 'conn.opened' || event.type === 'queue.attempted') return begin(event);
  const conn = event.conn === undefined ? undefined : recall(causes.conns, event.conn);
  const cause = event.cause === undefined ? undefined : recall(causes.origins, event.cause);
  return conn ?? cause ?? (event.type === 'dns.asked' ? begin(event) : undefined);
}

function begin(event: LabEvent): Origin {
  return { seq: event.seq, ...(event.message === undefined ? {} : { message: event.message }) };
}

/** Where the chain that `seq` belongs to begins. */
export function originAt({ origins }: Causes, seq: Seq): Origin | undefined {
  return recall(origins, seq);
}

export function cloneCauses({ origins, conns }: Causes): Causes {
  return { origins: cloneGenerations(origins), conns: cloneGenerations(conns) };
}
