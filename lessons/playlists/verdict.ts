// Whether a scene did what it promises, told from its events. Counterpart: goal/ has the checks, preflight.ts asks. Rule: pure.

import type { LabEvent } from '../../contract/events.ts';
import { emptyBook, observe } from '../book/book.ts';
import { GOALS } from '../goal/index.ts';
import { say } from '../text/say.ts';
import type { CutScene } from './cut.ts';

/** What didn't happen, a sentence each; none when all is as promised. */
export function missing({ expect }: Pick<CutScene, 'expect'>, events: readonly LabEvent[]): string[] {
  let book = emptyBook;
  const states = expect.map((goal) => GOALS.start(goal));
  for (const event of events) {
    const observed = observe(book, { kind: 'event', event });
    book = observed.book;
    for (const sighting of observed.sightings) {
      expect.forEach((goal, at) => (states[at] = GOALS.fold(goal, states[at], sighting)));
    }
  }
  return expect.flatMap((goal, at) => {
    const verdict = GOALS.verdict(goal, states[at]);
    if (verdict.met) return [];
    const why = verdict.why.map(({ key, params }) => say(key, params)).join(' ');
    return [`${goal.says ?? goal.matcher}: ${why}`];
  });
}
