// none: something doesn't happen for a stretch of lab time, counted from the step's begin or from `after`.
// Counterpart: not, which lets no time pass.
//   none: { of: { answered: { by: bot-17.dialup.example } }, within_s: 3600, after: { answered: { class: 4 } } }

import { z } from '../../contract/schema.ts';
import type { Goal } from '../../contract/lesson.ts';
import { defineMatcher, met, unmet } from './matcher.ts';

interface Spec {
  of: Goal;
  within_s: number;
  after?: Goal | undefined;
}
interface State {
  since_ms?: number;
  now_ms: number;
  of: unknown;
  after: unknown;
}

export const none = defineMatcher<Spec, State>({
  name: 'none',
  schema: (goals) =>
    z.strictObject({
      of: goals.schema,
      within_s: z.number().min(1).max(100_000_000),
      after: goals.schema.optional(),
    }) as unknown as z.ZodType<Spec>,
  start: (spec, goals) => ({
    now_ms: 0,
    of: goals.start(spec.of),
    after: spec.after === undefined ? undefined : goals.start(spec.after),
  }),
  fold(state, sighting, spec, goals) {
    const now_ms = sighting.at_ms;
    if (state.since_ms !== undefined) return { ...state, now_ms, of: goals.fold(spec.of, state.of, sighting) };
    if (spec.after === undefined) return { ...state, now_ms, since_ms: now_ms };
    const after = goals.fold(spec.after, state.after, sighting);
    const isBegun = goals.verdict(spec.after, after).met;
    return { ...state, now_ms, after, ...(isBegun ? { since_ms: now_ms } : {}) };
  },
  verdict({ since_ms, now_ms, of, after }, spec, goals) {
    if (since_ms === undefined) {
      return spec.after === undefined
        ? unmet('none.waiting', { seconds: spec.within_s })
        : goals.verdict(spec.after, after);
    }
    if (goals.verdict(spec.of, of).met) return unmet('not.happened', { what: spec.of.says ?? '' });
    const left_s = spec.within_s - (now_ms - since_ms) / 1000;
    return left_s <= 0 ? met() : unmet('none.waiting', { seconds: Math.ceil(left_s) });
  },
  reads: ({ of, after }, goals) => [...goals.reads(of), ...(after === undefined ? [] : goals.reads(after))],
});
