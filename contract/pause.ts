// How much room a pause takes on an axis of events. Counterpart: renderer/timeline/axis.ts, session/overview.ts: both come to
// the same places. Rule: what happens within milliseconds stands in proportion; every longer pause is shortened by its
// logarithm, so that the milliseconds of a letter and a day of waiting fit on one line.

import type { EventHead, LabEvent } from './events.ts';

/** Up to here a pause is drawn as long as it was: about the time that a letter takes for one step. */
const PLAIN_MS = 4;
/** A pause this long is told. */
export const TOLD_MS = 3000;
/** The lab's clock is this far ahead of what was measured: it was moved. */
const JUMP_MS = 1000;

export type Instant = Pick<EventHead, 'at_ms' | 'mono_us'>;

/** Length on the axis of `ms` without an event. Grows with `ms` always, and without a jump. */
export function shortened(ms: number): number {
  return ms <= PLAIN_MS ? ms : PLAIN_MS * (1 + Math.log(ms / PLAIN_MS));
}

/** Milliseconds between two events: of the lab's clock where it jumped, else as finely as it was measured. */
export function pauseBetween(before: Instant, after: Instant): number {
  const lab_ms = after.at_ms - before.at_ms;
  const real_ms = (after.mono_us - before.mono_us) / 1000;
  return Math.max(0, lab_ms > real_ms + JUMP_MS ? lab_ms : real_ms);
}

/** Before the first of these nothing is to be seen: a lab that opens does much that nobody waits for. */
export function isFirstSeen({ type }: LabEvent): boolean {
  return type === 'conn.opened' || type === 'dns.asked';
}
