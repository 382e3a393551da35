// When each letter was first heard of in this run. Counterpart: journeys.ts orders by it. Rule: a letter that no event
// of this run names is one of an earlier run, whose dialogs are in that run's log.

import type { LabEvent } from '../../contract/events.ts';
import type { MessageId, Seq } from '../../contract/ids.ts';
import { SCREEN_LIMITS } from './limits.ts';

export interface Beginning {
  seq: Seq;
  at_ms: number;
}

export type Beginnings = Map<MessageId, Beginning>;

/** Applies `event` in place. */
export function foldBeginnings(beginnings: Beginnings, event: LabEvent): void {
  if (event.type === 'lab.opened') beginnings.clear();
  if (event.message === undefined || beginnings.has(event.message)) return;
  beginnings.set(event.message, { seq: event.seq, at_ms: event.at_ms });
  if (beginnings.size <= SCREEN_LIMITS.dialogs) return;
  const [oldest] = beginnings.keys();
  if (oldest !== undefined) beginnings.delete(oldest);
}
