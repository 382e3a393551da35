// What a lesson adds to a learner's progress, and what follows from it: where a lesson stands, what to do next, the
// records to go on with. Counterpart: contract/progress.ts has the shape, runner.ts the state that it is taken from.
// Rule: pure; time comes in, as real time. A step that was done stays done, whatever is tried later.

import type { Lesson, LessonHead, Prediction } from '../contract/lesson.ts';
import {
  type LessonProgress,
  noProgress,
  type Progress,
  PROGRESS_LIMITS,
  type StepProgress,
} from '../contract/progress.ts';
import { keptAnswer } from './review.ts';
import { freshRecord, type StepRecord, summarise } from './record.ts';
import type { RunnerState } from './runner.ts';
import { rowFor } from './source/cast.ts';

/** What is new in `after`; undefined when there is nothing to keep. Without `before` the lesson was just begun. */
export function progressBetween(
  lesson: Lesson,
  before: RunnerState | undefined,
  after: RunnerState,
  at_ms: number,
): Progress | undefined {
  const id = keptAs(lesson);
  if (id === undefined || before?.records === after.records) return undefined;
  const steps: Record<string, StepProgress> = {};
  for (const [at, record] of after.records.entries()) {
    const old = before?.records[at];
    if (!before || record === old) continue;
    const names = rowFor(after.seed, record.round, lesson.versions.length);
    const kept = changedStep(lesson.versions[names]?.[at]?.prediction, old, record, names, at_ms);
    if (kept) steps[record.id] = kept;
  }
  if (before && Object.keys(steps).length === 0) return undefined;
  const { done, testedOut } = summarise(lesson, after.records);
  const ends = {
    ...(done && !testedOut ? { done_ms: at_ms } : {}),
    ...(isLastAlone(after.records) ? { known_ms: at_ms } : {}),
  };
  const kept: LessonProgress = { began_ms: at_ms, seen_ms: at_ms, ...ends, steps };
  return { ...noProgress(), lessons: { [id]: kept } };
}

/** Under which id progress has a challenge, whatever number made it. */
export function challengeKept(kind: string): string {
  return `challenge-${kind}`;
}

/** What is done for marks isn't kept: the record would tell whether it was right. */
function keptAs({ head, challenge }: Lesson): string | undefined {
  if (!challenge) return head.id;
  return challenge.isExam ? undefined : challengeKept(challenge.kind);
}

function changedStep(
  asked: Prediction | undefined,
  old: StepRecord | undefined,
  record: StepRecord,
  names: number,
  at_ms: number,
): StepProgress | undefined {
  const { prediction, done, hints, round, quotes } = record;
  const said = prediction !== 'not predicted' && prediction !== old?.prediction ? prediction : undefined;
  // Done once more counts too: this time it may have been alone.
  const isDone = done && (old?.done !== true || old.quotes !== quotes);
  if (!(asked && said) && !isDone) return undefined;
  const lines = quotes
    .slice(0, PROGRESS_LIMITS.quotes)
    .map(({ from, text }) => ({ from, text: text.slice(0, PROGRESS_LIMITS.quoteChars) }));
  return {
    ...(asked && said ? { prediction: keptAnswer(asked, said, names, at_ms) } : {}),
    ...(isDone ? { done: { at_ms, hints, round, names, quotes: lines } } : {}),
    ...(isDone && isAlone(record) ? { alone_ms: at_ms } : {}),
  };
}

const isAlone = ({ done, hints, round }: StepRecord) => done && hints === 0 && round === 0;

function isLastAlone(records: readonly StepRecord[]): boolean {
  const last = records.at(-1);
  return last !== undefined && isAlone(last);
}

/** The records with which a lesson is gone on with. Of each step's own text nothing is kept, so an edited lesson fits. */
export function recordsFrom(lesson: Lesson, kept: LessonProgress | undefined): StepRecord[] {
  return (lesson.versions[0] ?? []).map(({ id, prediction }) => {
    const step = kept?.steps[id];
    const fresh = freshRecord(id);
    if (!step?.done) return fresh;
    const said = step.prediction;
    return {
      ...fresh,
      done: true,
      hints: step.alone_ms === undefined ? step.done.hints : 0,
      round: step.alone_ms === undefined ? step.done.round : 0,
      quotes: step.done.quotes.map((quote, seq) => ({ ...quote, seq })),
      ...(said ? { prediction: { option: said.option, sure: said.sure } } : {}),
      ...(!said && prediction ? { prediction: 'not predicted' as const } : {}),
    };
  });
}

/** Where to go on: the first step that isn't done, core ones first; the first of all when all are. */
export function stepToGoOn(lesson: Lesson, records: readonly StepRecord[]): number {
  const steps = lesson.versions[0] ?? [];
  const open = (at: number) => records[at]?.done !== true;
  const after = records.findLastIndex((record) => record.done) + 1;
  const next = steps.findIndex((_, at) => at >= after && open(at));
  if (next !== -1) return next;
  return Math.max(
    0,
    steps.findIndex((step, at) => step.core && open(at)),
  );
}

/** `known`: the last step was done alone, and not all of the others. */
export type Standing = 'new' | 'begun' | 'done' | 'known';

export function standingOf(kept: LessonProgress | undefined): Standing {
  if (!kept) return 'new';
  if (kept.done_ms !== undefined) return 'done';
  return kept.known_ms === undefined ? 'begun' : 'known';
}

export const isBehind = (kept: LessonProgress | undefined) => ['done', 'known'].includes(standingOf(kept));

export function stepsDone(kept: LessonProgress | undefined): number {
  return Object.values(kept?.steps ?? {}).filter((step) => step.done).length;
}

/**
 * What to do next: the lesson one was last in, if it isn't behind one, or the first in the course's order whose
 * prerequisites are; extras when all else is done.
 */
export function nextLesson(heads: readonly LessonHead[], { lessons }: Progress): string | undefined {
  const open = heads.filter(({ id }) => !isBehind(lessons[id]));
  const begun = open.filter(({ id }) => lessons[id]);
  const latest = begun.toSorted((one, other) => (lessons[other.id]?.seen_ms ?? 0) - (lessons[one.id]?.seen_ms ?? 0))[0];
  if (latest) return latest.id;
  const isReady = ({ after }: LessonHead) => after.every((id) => isBehind(lessons[id]));
  const course = open.filter(({ extra }) => !extra);
  return (course.find(isReady) ?? course[0] ?? open[0])?.id;
}

/** What is advised before a lesson and isn't behind the learner yet. Nothing is locked. */
export function advisedFirst(head: LessonHead, { lessons }: Progress): string[] {
  return head.after.filter((id) => !isBehind(lessons[id]));
}
