// When each letter was first heard of in this run, and when last. Counterpart: journeys.ts orders by the first and makes
// anew what the second says has changed. Rule: a letter that no event of this run names is one of an earlier run, whose
// dialogs are in that run's log.

import type { LabEvent } from '../../contract/events.ts';
import type { MessageId, Seq } from '../../contract/ids.ts';
import { SCREEN_LIMITS } from './limits.ts';

export interface Beginning {
  seq: Seq;
  at_ms: number;
}

export interface Beginnings {
  first: Map<MessageId, Beginning>;
  /** The latest event that names the letter. */
  last: Map<MessageId, Seq>;
  /** The latest event that may have changed any letter without naming it. */
  changedAll: Seq;
}

export function noBeginnings(): Beginnings {
  return { first: new Map(), last: new Map(), changedAll: 0 };
}

/** A copy that goes on by itself. */
export function cloneBeginnings({ first, last, changedAll }: Beginnings): Beginnings {
  return { first: new Map(first), last: new Map(last), changedAll };
}

/** Applies `event` in place. */
export function foldBeginnings(beginnings: Beginnings, event: LabEvent): void {
  if (event.type === 'lab.opened') Object.assign(beginnings, noBeginnings());
  if (event.type === 'lab.opened' || event.type === 'queue.recovered') beginnings.changedAll = event.seq;
  if (event.message === undefined) return;
  const { first, last } = beginnings;
  last.set(event.message, event.seq);
  if (first.has(event.message)) return;
  first.set(event.message, { seq: event.seq, at_ms: event.at_ms });
  if (first.size <= SCREEN_LIMITS.dialogs) return;
  const [oldest] = first.keys();
  if (oldest === undefined) return;
  first.delete(oldest);
  last.delete(oldest);
}
