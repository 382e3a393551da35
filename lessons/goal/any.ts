// any: one of the goals inside is met, whichever. Counterpart: all.

import { z } from '../../contract/schema.ts';
import type { Goal } from '../../contract/lesson.ts';
import { defineMatcher } from './matcher.ts';

const MOST = 8; // more can't be held in mind

export const any = defineMatcher<Goal[], unknown[]>({
  name: 'any',
  schema: (goals) => z.array(goals.schema).min(2).max(MOST),
  start: (list, goals) => list.map((goal) => goals.start(goal)),
  fold: (states, sighting, list, goals) => {
    const next = list.map((goal, at) => goals.fold(goal, states[at], sighting));
    return next.every((state, at) => state === states[at]) ? states : next;
  },
  verdict(states, list, goals) {
    const verdicts = list.map((goal, at) => goals.verdict(goal, states[at]));
    const hit = verdicts.find((verdict) => verdict.met);
    return hit ?? { met: false, why: verdicts.flatMap((verdict) => (verdict.met ? [] : verdict.why)) };
  },
  reads: (list, goals) => list.flatMap((goal) => goals.reads(goal)),
});
