// all: every goal inside is met. Counterpart: any. They needn't be about the same letter or connection: for that, put
// the tests into one `inMailbox` or one `inOrder`.

import { z } from '../../contract/schema.ts';
import type { Goal } from '../../contract/lesson.ts';
import { defineMatcher } from './matcher.ts';

const MOST = 8; // more can't be held in mind

export const all = defineMatcher<Goal[], unknown[]>({
  name: 'all',
  schema: (goals) => z.array(goals.schema).min(1).max(MOST),
  start: (list, goals) => list.map((goal) => goals.start(goal)),
  fold: (states, sighting, list, goals) => {
    const next = list.map((goal, at) => goals.fold(goal, states[at], sighting));
    return next.every((state, at) => state === states[at]) ? states : next;
  },
  verdict(states, list, goals) {
    const verdicts = list.map((goal, at) => goals.verdict(goal, states[at]));
    const first = verdicts.find((verdict) => !verdict.met);
    return first ?? { met: true, quotes: verdicts.flatMap((verdict) => (verdict.met ? verdict.quotes : [])) };
  },
  reads: (list, goals) => list.flatMap((goal) => goals.reads(goal)),
});
