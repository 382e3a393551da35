// Goals that nobody was shown, looked for in a run as it stands at its end. Counterpart: pack.ts; lessons/goal/ has the matchers.
// Rule: pure; an answer that was given twice counts as it was given last.

import type { LabEvent } from '../contract/events.ts';
import type { Goal } from '../contract/lesson.ts';
import { type Book, emptyBook, observe, wantedBytes } from '../lessons/book/book.ts';
import type { Observation } from '../lessons/book/sighting.ts';
import { GOALS } from '../lessons/goal/index.ts';
import type { RunBytes } from './records.ts';

/** Whether each is met. */
export function metBy(events: readonly LabEvent[], goals: readonly Goal[], bytes: RunBytes): boolean[] {
  const reads = new Set(goals.flatMap((goal) => GOALS.reads(goal)));
  const asked = new Set<string>();
  let states = goals.map((goal) => GOALS.start(goal));
  let book: Book = emptyBook;
  const take = (observation: Observation) => {
    const seen = observe(book, observation);
    ({ book } = seen);
    for (const sighting of seen.sightings) {
      states = states.map((state, at) => {
        const goal = goals[at];
        return goal ? GOALS.fold(goal, state, sighting) : state;
      });
    }
  };
  for (const event of events) {
    take({ kind: 'event', event });
    if (event.type === 'input.learner' && event.data.act.kind === 'choose') {
      take({ kind: 'chosen', token: event.data.act.token });
    }
    for (const wanted of reads.size === 0 ? [] : wantedBytes(book, reads, 0)) {
      const key = JSON.stringify(wanted);
      if (asked.has(key)) continue;
      asked.add(key);
      const found = wanted.kind === 'wire' ? bytes.wire(wanted.ref) : bytes.stored(wanted.address, wanted.uid);
      if (found !== undefined) take({ kind: 'bytes', wanted, bytes: found });
    }
  }
  return goals.map((goal, at) => GOALS.verdict(goal, states[at]).met);
}
