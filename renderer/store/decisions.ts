// What was decided about a letter between its dialogs: where it goes next, into which folder, who is told of its fate,
// what a postmaster did.
// Counterpart: explain/on-the-way.ts says it, inspector/on-the-way.tsx shows it. Rule: events that name the letter, in
// their order; kept for as many letters as the lab's state keeps.

import type { EventType, LabEvent, LabEventOf } from '../../contract/events.ts';
import type { MessageId } from '../../contract/ids.ts';
import { FOLD_LIMITS } from '../../contract/fold/state.ts';
import { SCREEN_LIMITS } from './limits.ts';

const DECISION_TYPES = [
  'route.chosen',
  'route.failedOver',
  'queue.operated',
  'dsn.decided',
  'policy.decided',
] as const satisfies readonly EventType[];

export type Decision = LabEventOf<(typeof DECISION_TYPES)[number]>;
export type Decisions = Map<MessageId, readonly Decision[]>;

const TYPES: ReadonlySet<string> = new Set(DECISION_TYPES);
/** What policies decide in a dialog stands there. */
const isDecision = (event: LabEvent): event is Decision =>
  TYPES.has(event.type) && (event.type !== 'policy.decided' || event.data.stage === 'delivery');

/** Applies `event` in place; a letter's list is replaced, never changed. */
export function foldDecisions(decisions: Decisions, event: LabEvent): void {
  if (event.type === 'lab.opened') decisions.clear();
  if (event.message === undefined || !isDecision(event)) return;
  const known = decisions.get(event.message) ?? [];
  decisions.set(event.message, [...known.slice(1 - SCREEN_LIMITS.decisionsPerLetter), event]);
  if (decisions.size <= FOLD_LIMITS.messages) return;
  const [oldest] = decisions.keys();
  if (oldest !== undefined) decisions.delete(oldest);
}
