// not: what must not have happened since the step began. Counterpart: none, which also lets time pass.
//   not: { inMailbox: { address: bob@harbor.example } }

import type { Goal } from '../../contract/lesson.ts';
import { defineMatcher, met, unmet } from './matcher.ts';

export const not = defineMatcher<Goal, unknown>({
  name: 'not',
  schema: (goals) => goals.schema,
  start: (goal, goals) => goals.start(goal),
  fold: (state, sighting, goal, goals) => goals.fold(goal, state, sighting),
  // What happened can't be undone: only a restart of the step helps.
  verdict: (state, goal, goals) =>
    goals.verdict(goal, state).met ? unmet('not.happened', { what: goal.says ?? '' }) : met(),
  reads: (goal, goals) => goals.reads(goal),
});
