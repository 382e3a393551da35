// inTurn: goals met one after another, each looking only at what comes after the one before; also over several connections.
// Counterpart: inOrder, for commands on one connection; all, where the order is open.
//   inTurn: [{ answered: { verb: RETR, class: 2 } }, { answered: { verb: CLOSE } }, { answered: { verb: STAT } }]

import { z } from '../../contract/schema.ts';
import type { Goal } from '../../contract/lesson.ts';
import type { Quote } from '../book/sighting.ts';
import { defineMatcher, met } from './matcher.ts';

const MOST = 8; // more can't be held in mind

interface State {
  at: number;
  /** Of the goal whose turn it is. */
  inner: unknown;
  quotes: Quote[];
}

export const inTurn = defineMatcher<Goal[], State>({
  name: 'inTurn',
  schema: (goals) => z.array(goals.schema).min(2).max(MOST),
  start: ([first], goals) => ({ at: 0, inner: first && goals.start(first), quotes: [] }),
  fold(state, sighting, list, goals) {
    const goal = list[state.at];
    if (!goal) return state;
    const inner = goals.fold(goal, state.inner, sighting);
    if (inner === state.inner) return state;
    const verdict = goals.verdict(goal, inner);
    if (!verdict.met) return { ...state, inner };
    const next = list[state.at + 1];
    return { at: state.at + 1, inner: next && goals.start(next), quotes: [...state.quotes, ...verdict.quotes] };
  },
  verdict({ at, inner, quotes }, list, goals) {
    const goal = list[at];
    return goal ? goals.verdict(goal, inner) : met(...quotes);
  },
  reads: (list, goals) => list.flatMap((goal) => goals.reads(goal)),
});
