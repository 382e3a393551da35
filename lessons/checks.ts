// The checks of a step under way: its goals, near misses and slips, folded together. Counterpart: goal/, the matchers;
// runner.ts, which keeps this. Rule: a remark that was made starts over, so that the same mistake is met again.

import type { Remark, Step } from '../contract/lesson.ts';
import type { Quote, Sighting } from './book/sighting.ts';
import { GOALS } from './goal/index.ts';
import type { Reads, Reason } from './goal/matcher.ts';
import type { Notice } from './record.ts';

/** States of the matchers, in the order of the step. */
export interface Checks {
  goals: unknown[];
  slips: unknown[];
  nearMisses: unknown[];
}

export function startChecks({ goal, slips, nearMisses }: Step): Checks {
  return {
    goals: goal.map((one) => GOALS.start(one)),
    slips: slips.map((one) => GOALS.start(one.when)),
    nearMisses: nearMisses.map((one) => GOALS.start(one.when)),
  };
}

/** The same `checks` come back when nothing changed. */
export function foldChecks(
  step: Step,
  before: Checks,
  sightings: readonly Sighting[],
): { checks: Checks; notices: Notice[] } {
  let checks = before;
  const notices: Notice[] = [];
  for (const sighting of sightings) {
    const goals = each(checks.goals, (state, at) => {
      const goal = step.goal[at];
      return goal ? GOALS.fold(goal, state, sighting) : state;
    });
    const slips = remarked('slip', step, checks.slips, sighting, notices);
    const nearMisses = remarked('nearMiss', step, checks.nearMisses, sighting, notices);
    const isSame = goals === checks.goals && slips === checks.slips && nearMisses === checks.nearMisses;
    if (!isSame) checks = { goals, slips, nearMisses };
  }
  return { checks, notices };
}

function remarked(
  kind: Notice['kind'],
  step: Step,
  states: unknown[],
  sighting: Sighting,
  notices: Notice[],
): unknown[] {
  const remarks: readonly Remark[] = kind === 'slip' ? step.slips : step.nearMisses;
  return each(states, (state, at) => {
    const remark = remarks[at];
    if (!remark) return state;
    const next = GOALS.fold(remark.when, state, sighting);
    if (next === state) return state;
    const verdict = GOALS.verdict(remark.when, next);
    if (!verdict.met) return next;
    const rfc = remark.look ?? step.ref.rfc[0] ?? '';
    const quotes = verdict.quotes.map((quote) => inWords(step, quote));
    notices.push({ id: remark.id, kind, says: remark.says, quotes, rfc, seq: sighting.seq });
    return GOALS.start(remark.when);
  });
}

/** A list with the same identity when no item changed. */
function each(states: unknown[], change: (state: unknown, at: number) => unknown): unknown[] {
  const next = states.map(change);
  return next.every((state, at) => state === states[at]) ? states : next;
}

/** A goal of the list, and why it isn't met. */
export interface GoalView {
  says: string;
  met: boolean;
  /** The author's own words, or the matcher's reasons. */
  yet?: string;
  why: Reason[];
}

export function goalViews(step: Step, { goals }: Checks): GoalView[] {
  return step.goal.map((goal, at) => {
    const verdict = GOALS.verdict(goal, goals[at]);
    const says = goal.says ?? '';
    if (verdict.met) return { says, met: true, why: [] };
    return { says, met: false, why: verdict.why, ...(goal.yet === undefined ? {} : { yet: goal.yet }) };
  });
}

/** What was said that met all goals; undefined while one isn't met. */
export function goalsMet(step: Step, { goals }: Checks): Quote[] | undefined {
  // Two goals may quote the same line; two answers may have been given between the same two events.
  const quotes = new Map<string, Quote>();
  for (const [at, goal] of step.goal.entries()) {
    const verdict = GOALS.verdict(goal, goals[at]);
    if (!verdict.met) return undefined;
    for (const quote of verdict.quotes) quotes.set(`${quote.seq} ${quote.from} ${quote.text}`, inWords(step, quote));
  }
  const place = ({ seq, from }: Quote): number => seq * 2 + (from === 'server' ? 1 : 0);
  return [...quotes.values()].toSorted((left, right) => place(left) - place(right));
}

/** A choice is quoted by its words, not by its id. */
function inWords({ questions }: Step, quote: Quote): Quote {
  const choice = questions.flatMap(({ options = [] }) => options).find(({ id }) => id === quote.text);
  return choice && quote.from === 'client' ? { ...quote, text: choice.text } : quote;
}

/** The bytes without which the step's checks can't be judged. */
export function readsOf(step: Step): Set<Reads> {
  const remarks = [...step.slips, ...step.nearMisses].map((one) => one.when);
  return new Set([...step.goal, ...remarks].flatMap((goal) => GOALS.reads(goal)));
}
