// The matchers, by name, and the three things done with a goal: start, fold, judge. Counterpart: matcher.ts.
// A new matcher is one file and one line here. Rule: the schema of a goal is an object with the name of one matcher in
// it, `says` for the learner's list and `yet` for an own word on why not.

import { z } from '../../contract/schema.ts';
import type { Goal } from '../../contract/lesson.ts';
import { check, nearest } from '../../contract/problems.ts';
import { GOAL_DEPTH } from '../limits.ts';
import type { Sighting } from '../book/sighting.ts';
import { all } from './all.ts';
import { answered } from './answered.ts';
import { any } from './any.ts';
import { chosen } from './chosen.ts';
import { count } from './count.ts';
import { decided } from './decided.ts';
import { inMailbox } from './in-mailbox.ts';
import { inOrder } from './in-order.ts';
import { inTurn } from './in-turn.ts';
import { LETTER_TESTS } from './letter/index.ts';
import { letterMatcher } from './letter/letter-test.ts';
import type { Goals, Matcher, Reads, Verdict } from './matcher.ts';
import { named } from './named.ts';
import { none } from './none.ts';
import { not } from './not.ts';
import { queued } from './queued.ts';
import { sees } from './sees.ts';
import { tried } from './tried.ts';
import { typed } from './typed.ts';

const MATCHERS: ReadonlyMap<string, Matcher> = new Map(
  [
    ...[sees, answered, inOrder, inTurn, count, not, none, all, any],
    ...[inMailbox, queued, decided, chosen, named, typed, tried],
    ...LETTER_TESTS.map(letterMatcher),
  ].map((matcher) => [matcher.name, matcher]),
);

export const MATCHER_NAMES: readonly string[] = [...MATCHERS.keys()];

/** Runs goals; `depth` counts how far inside others they stand. */
class Registry implements Goals {
  readonly #depth: number;
  readonly schema: z.ZodType<Goal>;

  constructor(depth: number) {
    this.#depth = depth;
    this.schema = z.lazy(() => this.#goalSchema()) as z.ZodType<Goal>;
  }

  start(goal: Goal): unknown {
    return matcherOf(goal).start(goal.spec, this);
  }

  fold(goal: Goal, state: unknown, sighting: Sighting): unknown {
    return matcherOf(goal).fold(state, sighting, goal.spec, this);
  }

  verdict(goal: Goal, state: unknown): Verdict {
    return matcherOf(goal).verdict(state, goal.spec, this);
  }

  reads(goal: Goal): Reads[] {
    return matcherOf(goal).reads(goal.spec, this);
  }

  #goalSchema(): z.ZodType<Goal> {
    return z.unknown().transform((value, context): Goal => {
      const problem = (message: string, path: PropertyKey[] = []): Goal => {
        context.issues.push({ code: 'custom', message, path, input: value });
        return z.NEVER;
      };
      if (this.#depth > GOAL_DEPTH) return problem(`goals stand at most ${GOAL_DEPTH} deep in one another`);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return problem('must name a matcher');
      const { says, yet, ...named } = value as Record<string, unknown>;
      const [[name, given] = ['', undefined], ...more] = Object.entries(named);
      const matcher = MATCHERS.get(name);
      if (!matcher) return problem(unknownMatcher(name), name === '' ? [] : [name]);
      if (more.length > 0) return problem('names more than one matcher; put them into `all`', [more[0]?.[0] ?? '']);
      if (says !== undefined && typeof says !== 'string') return problem('must be a text', ['says']);
      if (yet !== undefined && typeof yet !== 'string') return problem('must be a text', ['yet']);
      const checked = check(matcher.schema(new Registry(this.#depth + 1)), given);
      if (checked.ok) return { matcher: name, spec: checked.value, ...(says && { says }), ...(yet && { yet }) };
      for (const { path, message, suggestion } of checked.problems) {
        const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
        problem(`${message.replace(/\.$/, '')}${hint === '' ? '' : `.${hint}`}`, [name, ...pathOf(path)]);
      }
      return z.NEVER;
    }) as unknown as z.ZodType<Goal>;
  }
}

/** The runner of goals, and the schema of one. */
export const GOALS: Goals = new Registry(0);

function matcherOf({ matcher: name }: Goal): Matcher {
  const matcher = MATCHERS.get(name);
  if (!matcher) throw new Error(`no matcher is called ${name}`);
  return matcher;
}

function unknownMatcher(name: string): string {
  if (name === '') return `must name a matcher: ${MATCHER_NAMES.join(', ')}`;
  const near = nearest(name, MATCHER_NAMES);
  return `no matcher is called "${name}"${near === undefined ? '' : ` (did you mean "${near}")`}`;
}

function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}
