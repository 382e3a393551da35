// What is remembered of a learner in a lesson, and what follows from it: done, tested out, to be asked again.
// Counterpart: runner.ts writes it, panel.ts and the summary read it. Rule: plain JSON; it never punishes, a wrong
// prediction is only a question for another day.

import { DONT_KNOW, type Lesson, type Step } from '../contract/lesson.ts';
import type { Quote } from './book/sighting.ts';

export interface Predicted {
  option: string;
  sure: boolean;
}

/** A near miss or slip that was seen. */
export interface Notice {
  id: string;
  kind: 'slip' | 'nearMiss';
  /** The author's sentence: what the server saw, where to look. */
  says: string;
  /** What was typed, and what came back. */
  quotes: Quote[];
  /** Where to look. */
  rfc: string;
  seq: number;
}

export interface StepRecord {
  id: string;
  done: boolean;
  /** How often it was asked again with other names. */
  round: number;
  prediction?: Predicted | 'not predicted';
  /** Hints opened, 0 to 3. */
  hints: number;
  /** In this round. */
  solutionUsed: boolean;
  /** Commands typed and things selected. */
  tries: number;
  notices: Notice[];
  /** The learner's own bytes that met the goal. */
  quotes: Quote[];
}

export function freshRecord(id: string): StepRecord {
  return { id, done: false, round: 0, hints: 0, solutionUsed: false, tries: 0, notices: [], quotes: [] };
}

/** A question for the mixed review. */
export interface ReviewItem {
  step: string;
  /** Absent when the learner said "don't know", or guessed right. */
  belief?: string;
}

export interface Summary {
  done: boolean;
  testedOut: boolean;
  steps: { id: string; title: string; done: boolean; core: boolean; quotes: Quote[] }[];
  review: ReviewItem[];
}

export function summarise(lesson: Lesson, records: readonly StepRecord[]): Summary {
  const steps = lesson.versions[0] ?? [];
  const pairs = steps.flatMap((step, at) => {
    const record = records[at];
    return record ? [{ step, record }] : [];
  });
  const last = pairs.at(-1)?.record;
  // Who does the last step alone has shown what the others are for.
  const alone = last?.done === true && last.hints === 0 && last.round === 0;
  const coreDone = pairs.every(({ step, record }) => record.done || !step.core);
  return {
    done: coreDone || alone,
    testedOut: alone && !coreDone,
    steps: pairs.map(({ step: { id, title, core }, record: { done, quotes } }) => ({ id, title, core, done, quotes })),
    review: pairs.flatMap(({ step, record }) => toReview(step, record) ?? []),
  };
}

function toReview(step: Step, { prediction }: StepRecord): ReviewItem | undefined {
  if (prediction === undefined || prediction === 'not predicted') return undefined;
  const option = step.prediction?.options.find((one) => one.id === prediction.option);
  if (prediction.option === DONT_KNOW || !option) return { step: step.id };
  if (option.right) return prediction.sure ? undefined : { step: step.id };
  return { step: step.id, ...(option.belief === undefined ? {} : { belief: option.belief }) };
}
