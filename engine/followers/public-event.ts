// An event as followers may have it. Counterpart: passwords.ts does the same for session files. Rule: no password, no TLS key,
// nothing of what was typed but as the lab's own record shows it; no fold needs what is left out, so a follower's folded
// state has the same hash as the presenter's.

import type { LabEvent } from '../../contract/events.ts';
import type { EventStarrer } from '../passwords.ts';

export function publicEvent(event: LabEvent, starrer: EventStarrer): LabEvent {
  switch (event.type) {
    // What became of an input stands in the events after it, with its stars. Here it could hold a password.
    case 'input.command':
      return { ...event, data: { after: event.data.after, command: event.data.command, args: {} } };
    case 'input.bytes':
      return { ...event, data: { after: event.data.after } };
    // What the presenter answered in a lesson is nobody's business.
    case 'input.learner':
      return { ...event, data: { ...event.data, lesson: '', version: '', act: { kind: 'leave' } } };
    default:
      return starrer.star(event);
  }
}
