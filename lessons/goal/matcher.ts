// What a matcher is: a check that folds over what a lesson sees, and can always say why it isn't met yet.
// Counterpart: index.ts lists them; one file a matcher. Rule: pure, and the state is plain JSON; words for people are
// keys of the catalogue (../text/en-reasons.ts) with parameters.

import type { z } from '../../contract/schema.ts';
import type { Goal } from '../../contract/lesson.ts';
import type { Quote, Sighting } from '../book/sighting.ts';
import type { reasonsEn } from '../text/en-reasons.ts';
import type { SayParam } from '../text/say.ts';

type ReasonKey = keyof typeof reasonsEn;

/** A sentence of the catalogue. */
export interface Reason {
  key: ReasonKey;
  params: Record<string, SayParam>;
}

export type Verdict =
  /** What was said that met it, to be quoted. */
  { met: true; quotes: Quote[] } | { met: false; why: Reason[] };

/** Bytes that a matcher can't do without. */
export type Reads = 'wire' | 'stored';

/** How a combinator (`all`, `not`) runs the goals inside it. */
export interface Goals {
  schema: z.ZodType<Goal>;
  start(goal: Goal): unknown;
  fold(goal: Goal, state: unknown, sighting: Sighting): unknown;
  verdict(goal: Goal, state: unknown): Verdict;
  reads(goal: Goal): Reads[];
}

export interface Matcher<Spec = unknown, State = unknown> {
  /** The key under which a lesson names it. */
  name: string;
  schema(goals: Goals): z.ZodType<Spec>;
  start(spec: Spec, goals: Goals): State;
  /** Returns the same state when the sighting changes nothing. */
  fold(state: State, sighting: Sighting, spec: Spec, goals: Goals): State;
  verdict(state: State, spec: Spec, goals: Goals): Verdict;
  reads(spec: Spec, goals: Goals): Reads[];
}

/** Types a matcher by its own spec and state, and lists it with the others. The schema guards the spec. */
export function defineMatcher<Spec, State>(
  matcher: Omit<Matcher<Spec, State>, 'reads'> & Partial<Pick<Matcher<Spec, State>, 'reads'>>,
): Matcher {
  return { reads: () => [], ...matcher } as unknown as Matcher;
}

export const met = (...quotes: Quote[]): Verdict => ({ met: true, quotes });
export const unmet = (key: ReasonKey, params: Reason['params'] = {}): Verdict => ({
  met: false,
  why: [{ key, params }],
});
