// Points for what was done, each with its reason. Counterpart: policy.ts says what counts, records.ts what was done. Rule:
// pure; a reason for every point that is given and for every one that isn't.

import type { StepRecord } from '../lessons/record.ts';
import { summarise } from '../lessons/record.ts';
import type { Lesson, Step } from '../contract/lesson.ts';
import type { HiddenWork } from './marking.ts';
import type { Pack } from './pack.ts';
import type { MarkPolicy } from './policy.ts';
import type { LessonWork } from './records.ts';

export interface Score {
  /** Of `policy.grade`. */
  grade: number;
  reasons: string[];
}

export interface Scored {
  policy: MarkPolicy;
  pack: Pack | undefined;
  works: readonly LessonWork[];
  hidden: readonly HiddenWork[];
  /** The student's number: a challenge with another one isn't theirs. */
  seed: number;
  findings: readonly string[];
}

export function scoreOf({ policy, pack, works, hidden, seed, findings }: Scored): Score {
  const reasons: string[] = [];
  let [got, all] = [0, 0];
  const give = (name: string, points: number, share: number) => {
    got += points * share;
    reasons.push(`${name}: ${round(points * share)} of ${points}`);
  };
  for (const [id, { points, steps }] of Object.entries(policy.lessons)) {
    all += points;
    const work = works.find(({ lesson }) => lesson.head.id === id);
    if (!work) {
      reasons.push(`${id}: 0 of ${points}, it wasn't worked on`);
      continue;
    }
    if (work.otherVersion !== undefined) {
      reasons.push(`${id}: done with another text of the lesson (${work.otherVersion}, here ${work.lesson.version})`);
    }
    const share = lessonShare(policy, work, steps, reasons);
    give(id, points, share);
  }
  for (const [kind, { points }] of Object.entries(policy.challenges)) {
    all += points;
    const [step] = works.find(({ lesson }) => isTheirs(lesson, kind, seed))?.steps ?? [];
    if (step) give(kind, points, step.record.done ? 1 : 0);
    else reasons.push(`${kind}: 0 of ${points}, it wasn't worked on with the student's own number`);
  }
  for (const { id, points } of pack?.tasks ?? []) {
    all += points;
    const { met = [], says = [] } = hidden.find(({ task }) => task === id) ?? {};
    for (const [at, isMet] of met.entries()) if (!isMet) reasons.push(`${id}: not found: ${says[at] ?? ''}`);
    give(id, points, met.length === 0 ? 0 : met.filter(Boolean).length / met.length);
  }
  const isWithheld = findings.length > 0 && policy.findings === 'zero';
  if (isWithheld) reasons.push('counts nothing until somebody has looked at what was found');
  return { grade: isWithheld || all === 0 ? 0 : round((policy.grade * got) / all), reasons };
}

function isTheirs({ challenge }: Lesson, kind: string, seed: number): boolean {
  return challenge?.kind === kind && challenge.isExam && challenge.seed === seed;
}

function lessonShare(
  policy: MarkPolicy,
  { lesson, steps }: LessonWork,
  weights: Readonly<Record<string, number>> | undefined,
  reasons: string[],
): number {
  const weightOf = ({ id, core }: Step) => (weights ? (weights[id] ?? 1) : core ? 1 : 0);
  // Who did the last step alone has shown what the others are for.
  const summary = summarise(
    lesson,
    steps.map(({ record }) => record),
  );
  if (summary.testedOut) {
    reasons.push(`${lesson.head.id}: the last step was done alone, without hints: the whole lesson counts`);
    return 1;
  }
  let [got, all] = [0, 0];
  for (const { step, record } of steps) {
    const weight = weightOf(step);
    if (weight === 0) continue;
    all += weight;
    got += weight * stepShare(policy, step, record, `${lesson.head.id}/${step.id}`, reasons);
  }
  return all === 0 ? 0 : got / all;
}

function stepShare(policy: MarkPolicy, step: Step, record: StepRecord, name: string, reasons: string[]): number {
  if (!record.done) {
    reasons.push(`${name}: not done${record.tries > 0 ? `, tried ${record.tries} times` : ''}`);
    return 0;
  }
  let share = 1;
  const { predictions, hintCosts, afterSolution } = policy;
  if (step.prediction && predictions.share > 0 && !isPredicted(step, record, predictions.counts)) {
    share -= predictions.share;
    const why =
      predictions.counts === 'right' && isPredicted(step, record, 'said') ? 'predicted otherwise' : 'not predicted';
    reasons.push(`${name}: ${why}, −${percent(predictions.share)}`);
  }
  const forHints = Math.min(1, hintCosts * record.hints);
  if (forHints > 0) reasons.push(`${name}: ${record.hints} hints, −${percent(forHints)}`);
  if (record.round > 0 && afterSolution < 1) reasons.push(`${name}: after its solution, × ${afterSolution}`);
  return Math.max(0, share - forHints) * (record.round > 0 ? afterSolution : 1);
}

function isPredicted(step: Step, { prediction }: StepRecord, counts: 'said' | 'right'): boolean {
  if (prediction === undefined || prediction === 'not predicted') return false;
  return (
    counts === 'said' || step.prediction?.options.some((one) => one.id === prediction.option && one.right) === true
  );
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}

function percent(share: number): string {
  return `${round(share * 100)} %`;
}
