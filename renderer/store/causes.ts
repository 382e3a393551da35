// What an event belongs to: each chain of causes leads back to a connection or to an attempt to deliver.
// Counterpart: dialogs.ts asks it where a DNS question belongs. Rule: only `cause` and `conn` are followed, never
// names or times; the table is bounded and forgets the oldest.

import type { LabEvent } from '../../contract/events.ts';
import type { ConnId, MessageId, Seq } from '../../contract/ids.ts';
import { SCREEN_LIMITS } from './limits.ts';

/** The event where a chain begins, and the letter it is about, if it is about one. */
export interface Origin {
  seq: Seq;
  message?: MessageId;
}

export interface Causes {
  origins: Map<Seq, Origin>;
  conns: Map<ConnId, Origin>;
}

export function noCauses(): Causes {
  return { origins: new Map(), conns: new Map() };
}

/** Notes `event` and returns what it belongs to. */
export function noteCause(causes: Causes, event: LabEvent): Origin | undefined {
  const origin = originOf(causes, event);
  if (origin) remember(causes.origins, event.seq, origin);
  if (event.type === 'conn.opened' && event.conn !== undefined && origin) remember(causes.conns, event.conn, origin);
  return origin;
}

function originOf(causes: Causes, event: LabEvent): Origin | undefined {
  // A connection and an attempt to deliver begin a chain of their own, whatever led to them.
  if (event.type === 'conn.opened' || event.type === 'queue.attempted') return begin(event);
  const conn = event.conn === undefined ? undefined : causes.conns.get(event.conn);
  const cause = event.cause === undefined ? undefined : causes.origins.get(event.cause);
  return conn ?? cause ?? (event.type === 'dns.asked' ? begin(event) : undefined);
}

function begin(event: LabEvent): Origin {
  return { seq: event.seq, ...(event.message === undefined ? {} : { message: event.message }) };
}

function remember<K>(map: Map<K, Origin>, key: K, origin: Origin): void {
  map.set(key, origin);
  if (map.size <= SCREEN_LIMITS.causes) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
