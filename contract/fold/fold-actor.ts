// What the actors of a lab have done. Counterpart: fold.ts hands their events over. Rule: bounded by what one may write;
// an actor that is started again begins with nothing.

import type { LabEventOf } from '../events.ts';
import type { LabState } from './state.ts';

export function foldActor(state: LabState, event: LabEventOf<'actor.started' | 'actor.tried' | 'actor.stopped'>): void {
  const actors = (state.actors ??= {});
  if (event.type === 'actor.started') {
    const { hosts, letters } = event.data.settings;
    actors[event.data.actor] = { hosts, letters, written: {} };
    return;
  }
  const actor = Object.hasOwn(actors, event.data.actor) ? actors[event.data.actor] : undefined;
  if (!actor) return;
  if (event.type === 'actor.stopped') {
    actor.ended = event.data.why;
    return;
  }
  const { message, data } = event;
  const { letter, to, attempt: attempts, outcome, reply, next_ms } = data;
  // It may lie in a mailbox before its writer has heard that it was taken.
  const isDelivered = message !== undefined && (state.messages[message]?.delivered.length ?? 0) > 0;
  actor.written[letter] = {
    to,
    attempts,
    outcome,
    ...(message === undefined ? {} : { message }),
    ...(reply === undefined ? {} : { reply }),
    ...(next_ms === undefined ? {} : { next_ms }),
    ...(isDelivered ? { delivered: true } : {}),
  };
}

/** A letter has come to a mailbox. */
export function noteActorDelivery(state: LabState, { message }: LabEventOf<'store.delivered'>): void {
  if (message === undefined) return;
  for (const { written } of Object.values(state.actors ?? {})) {
    const letter = Object.values(written).find((one) => one.message === message);
    if (letter) letter.delivered = true;
  }
}
