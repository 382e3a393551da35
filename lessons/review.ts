// The mixed review: predictions that were wrong, guessed or not known, asked again. Counterpart: contract/progress.ts has
// the answers, renderer/course/ asks. Rule: pure; sure and wrong comes first, then what was answered longest ago; what was
// right comes back after a day and after a week, and then counts as known.

import type { Lesson, Prediction, Step } from '../contract/lesson.ts';
import { type KeptAnswer, noProgress, type Progress, type StepProgress } from '../contract/progress.ts';
import { rowFor } from './source/cast.ts';

/** A review ends by itself: after so many questions, or when this time is over and the question on screen is answered. */
export const REVIEW_QUESTIONS = 10;
export const REVIEW_MS = 5 * 60_000;

/** Days after which a question that was answered well comes again, by how often it was answered well in a row. */
const AGAIN_AFTER_DAYS = [0, 1, 7] as const;
const DAY_MS = 86_400_000;

/** A step whose prediction is to be asked again. */
export interface Due {
  lesson: string;
  step: string;
  /** How often it was asked so far: the next time has other names. */
  asked: number;
  /** The row of names that it was asked with first. */
  names: number;
  last: KeptAnswer;
  /** The learner was sure of it the last time, and it wasn't so. */
  wasSurelyWrong: boolean;
}

/** What is due at `now_ms`, the most urgent first. */
export function dueAt({ lessons }: Progress, now_ms: number): Due[] {
  const due = Object.entries(lessons).flatMap(([lesson, { steps }]) =>
    Object.entries(steps).flatMap(([step, kept]) => dueOf(lesson, step, kept, now_ms) ?? []),
  );
  return due.toSorted(
    (one, other) =>
      Number(other.wasSurelyWrong) - Number(one.wasSurelyWrong) ||
      one.last.at_ms - other.last.at_ms ||
      (`${one.lesson} ${one.step}` < `${other.lesson} ${other.step}` ? -1 : 1),
  );
}

function dueOf(lesson: string, step: string, kept: StepProgress, now_ms: number): Due | undefined {
  const from_ms = dueFrom(kept);
  const { prediction, reviews = [] } = kept;
  if (!prediction || from_ms === undefined || now_ms < from_ms) return undefined;
  const last = reviews.at(-1) ?? prediction;
  return {
    ...{ lesson, step, asked: 1 + reviews.length, names: prediction.names, last },
    wasSurelyWrong: last.sure && !last.right,
  };
}

/** When a step's question is asked again; undefined when it is known. */
function dueFrom({ prediction, reviews = [] }: StepProgress): number | undefined {
  if (!prediction) return undefined;
  const answers = [prediction, ...reviews];
  const lastWeak = answers.findLastIndex(({ right, sure }) => !right || !sure);
  // Known from the start.
  if (lastWeak === -1) return undefined;
  const pause = AGAIN_AFTER_DAYS[answers.length - 1 - lastWeak];
  return pause === undefined ? undefined : (answers.at(-1)?.at_ms ?? 0) + pause * DAY_MS;
}

/** When the next question is due, if any will be. */
export function nextDue({ lessons }: Progress): number | undefined {
  const steps = Object.values(lessons).flatMap((lesson) => Object.values(lesson.steps));
  const times = steps.flatMap((kept) => dueFrom(kept) ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** What is left of the time of a review, and whether another question comes. */
export function reviewGoesOn(answered: number, of: number, began_ms: number, now_ms: number): boolean {
  return answered < Math.min(of, REVIEW_QUESTIONS) && now_ms - began_ms < REVIEW_MS;
}

export interface ReviewQuestion {
  step: Step;
  prediction: Prediction;
  /** The row of names of this time, and the options in the order of this time. */
  names: number;
  options: Prediction['options'];
}

/** A due step as a question, with the next names and in another order than before. */
export function reviewQuestion({ versions }: Lesson, due: Due): ReviewQuestion | undefined {
  const names = rowFor(due.names, due.asked, versions.length);
  const step = versions[names]?.find((one) => one.id === due.step);
  if (!step?.prediction) return undefined;
  const { prediction } = step;
  const from = due.asked % prediction.options.length;
  const options = [...prediction.options.slice(from), ...prediction.options.slice(0, from)];
  return { step, prediction, names, options };
}

/** The answer as it is kept; `began_ms` of its lesson, which answering doesn't change. */
export function reviewAnswered({ lesson, step }: Due, began_ms: number, answer: KeptAnswer): Progress {
  const kept = { began_ms, seen_ms: began_ms, steps: { [step]: { reviews: [answer] } } };
  return { ...noProgress(), lessons: { [lesson]: kept } };
}

/** What an answer to a prediction is worth keeping for. */
export function keptAnswer(
  { options }: Prediction,
  { option, sure }: { option: string; sure: boolean },
  names: number,
  at_ms: number,
): KeptAnswer {
  const chosen = options.find(({ id }) => id === option);
  return {
    ...{ option, right: chosen?.right === true, sure, names, at_ms },
    ...(chosen?.belief === undefined ? {} : { belief: chosen.belief }),
  };
}
