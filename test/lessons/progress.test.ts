// What a learner's record becomes: progress from a lesson, a lesson gone on with from progress, what comes next, what is
// asked again and when, and the places of the map.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { noProgress, type Progress, progressSchema } from '../../contract/progress.ts';
import { mergeProgress } from '../../contract/progress-merge.ts';
import { courseMap } from '../../lessons/course-map.ts';
import {
  advisedFirst,
  nextLesson,
  progressBetween,
  recordsFrom,
  standingOf,
  stepToGoOn,
} from '../../lessons/progress.ts';
import { summarise, type StepRecord } from '../../lessons/record.ts';
import { dueAt, keptAnswer, reviewAnswered, reviewGoesOn, reviewQuestion } from '../../lessons/review.ts';
import { beginLesson, type RunnerState } from '../../lessons/runner.ts';
import { course } from './course.ts';

const DAY_MS = 86_400_000;
const envelope = course.lessons.find((one) => one.head.id === 'envelope');
if (!envelope) throw new Error('no lesson');
const steps = envelope.versions[0] ?? [];
const begun = beginLesson(envelope, 0, 0);

/** A lesson in which these records became others. */
function with_(state: RunnerState, change: (record: StepRecord, at: number) => Partial<StepRecord>): RunnerState {
  return { ...state, records: state.records.map((record, at) => ({ ...record, ...change(record, at) })) };
}

const doneBy = (hints: number) => (record: StepRecord) => ({
  ...{ done: true, hints },
  quotes: [{ seq: 4, from: 'client' as const, text: `RCPT in ${record.id}` }],
});
const only = (at: number, change: Partial<StepRecord>) => (_: StepRecord, one: number) => (one === at ? change : {});

describe('progress of a lesson', () => {
  test('beginning it is the first that is kept, doing nothing the second that isn’t', () => {
    expect(progressBetween(envelope, undefined, begun, 50)?.lessons).toEqual({
      envelope: { began_ms: 50, seen_ms: 50, steps: {} },
    });
    expect(progressBetween(envelope, begun, begun, 60)).toBeUndefined();
    expect(progressBetween(envelope, begun, with_(begun, only(1, { hints: 1 })), 60)).toBeUndefined();
  });

  test('a prediction is kept with what is behind it, a step with the lines that met it', () => {
    const at = steps.findIndex((step) => step.prediction);
    const wrong = steps[at]?.prediction?.options.find((option) => !option.right);
    const said = with_(begun, only(at, { prediction: { option: wrong?.id ?? '', sure: true } }));
    const id = steps[at]?.id ?? '';
    const answer = { option: wrong?.id, belief: wrong?.belief, right: false, sure: true, names: 0, at_ms: 70 };
    expect(progressBetween(envelope, begun, said, 70)?.lessons['envelope']?.steps).toEqual({
      [id]: { prediction: answer },
    });
    const done = with_(said, (record, one) => (one === at ? doneBy(2)(record) : {}));
    expect(progressBetween(envelope, said, done, 80)?.lessons['envelope']?.steps).toEqual({
      [id]: { done: { at_ms: 80, hints: 2, round: 0, names: 0, quotes: [{ from: 'client', text: `RCPT in ${id}` }] } },
    });
  });

  test('what is kept passes its own schema, whatever was typed', () => {
    const long = { seq: 1, from: 'client' as const, text: 'x'.repeat(4000) };
    const wild = with_(begun, () => ({ done: true, quotes: Array.from({ length: 40 }, () => long) }));
    expect(progressSchema.safeParse(progressBetween(envelope, begun, wild, 80)).success).toBe(true);
  });

  test('all core steps make it done; the last one alone makes it known', () => {
    const core = with_(begun, (record, at) => (steps[at]?.core ? doneBy(1)(record) : {}));
    expect(standingOf(progressBetween(envelope, begun, core, 90)?.lessons['envelope'])).toBe('done');
    const last = with_(begun, (record, at) => (at === steps.length - 1 ? doneBy(0)(record) : {}));
    expect(standingOf(progressBetween(envelope, begun, last, 90)?.lessons['envelope'])).toBe('known');
    const helped = with_(begun, (record, at) => (at === steps.length - 1 ? doneBy(1)(record) : {}));
    expect(standingOf(progressBetween(envelope, begun, helped, 90)?.lessons['envelope'])).toBe('begun');
  });

  test('it is gone on with where it was left, and says the same of itself', () => {
    const half = with_(begun, (record, at) => (at < 3 ? doneBy(1)(record) : {}));
    const kept = progressBetween(envelope, begun, half, 90)?.lessons['envelope'];
    const records = recordsFrom(envelope, kept);
    expect(stepToGoOn(envelope, records)).toBe(3);
    const again = summarise(envelope, records);
    expect(again.steps.map(({ id, done }) => ({ id, done }))).toEqual(
      summarise(envelope, half.records).steps.map(({ id, done }) => ({ id, done })),
    );
    expect(again.steps[0]?.quotes.map(({ text }) => text)).toEqual([`RCPT in ${steps[0]?.id}`]);
    // Who has only done the last one goes on with the first core step.
    const last = with_(begun, (record, at) => (at === steps.length - 1 ? doneBy(0)(record) : {}));
    const known = recordsFrom(envelope, progressBetween(envelope, begun, last, 90)?.lessons['envelope']);
    expect(stepToGoOn(envelope, known)).toBe(steps.findIndex((step) => step.core));
    expect(stepToGoOn(envelope, recordsFrom(envelope, undefined))).toBe(0);
  });
});

describe('what comes next', () => {
  const heads = course.lessons.map((lesson) => lesson.head);
  const behind = (...ids: string[]): Progress => ({
    ...noProgress(),
    lessons: Object.fromEntries(ids.map((id) => [id, { began_ms: 1, seen_ms: 2, done_ms: 2, steps: {} }])),
  });

  test('the first lesson, then the first whose prerequisites are behind one', () => {
    expect(nextLesson(heads, noProgress())).toBe('one-letter-six-programs');
    expect(nextLesson(heads, behind('one-letter-six-programs'))).toBe('speak-smtp');
    expect(nextLesson(heads, behind('one-letter-six-programs', 'speak-smtp', 'what-it-answers', 'forgery'))).toBe(
      'envelope',
    );
    expect(nextLesson(heads, behind(...heads.map(({ id }) => id)))).toBeUndefined();
  });

  test('a lesson that was begun comes first, the latest of several', () => {
    const progress = behind('one-letter-six-programs');
    progress.lessons['imap'] = { began_ms: 3, seen_ms: 3, steps: {} };
    progress.lessons['spf'] = { began_ms: 1, seen_ms: 9, steps: {} };
    expect(nextLesson(heads, progress)).toBe('spf');
  });

  test('nothing is locked; what is advised first is told', () => {
    const dmarc = heads.find(({ id }) => id === 'dmarc');
    if (!dmarc) throw new Error('no lesson');
    expect(advisedFirst(dmarc, behind('dkim'))).toEqual(dmarc.after.filter((id) => id !== 'dkim'));
  });
});

describe('the review', () => {
  const answer = (at_ms: number, right: boolean, sure: boolean) => ({ option: 'some', right, sure, names: 0, at_ms });
  const said = (lesson: string, ...[prediction, ...reviews]: ReturnType<typeof answer>[]): Progress => ({
    ...noProgress(),
    lessons: {
      [lesson]: { began_ms: 1, seen_ms: 1, steps: { one: { ...(prediction ? { prediction } : {}), reviews } } },
    },
  });
  const lessonsDue = (progress: Progress[], now_ms: number) =>
    dueAt(
      progress.reduce((one, other) => mergeProgress(one, other), noProgress()),
      now_ms,
    ).map(({ lesson }) => lesson);

  test('asks what was wrong, guessed or not known; sure and wrong first, then the oldest', () => {
    const all = [
      said('right', answer(1, true, true)),
      said('guessed', answer(2, true, false)),
      said('unknown', answer(3, false, false)),
      said('wrong', answer(4, false, true)),
    ];
    expect(lessonsDue(all, 10)).toEqual(['wrong', 'guessed', 'unknown']);
  });

  test('what is right comes again after a day and after a week, and then no more', () => {
    const once = [answer(0, false, true), answer(10, true, true)];
    expect(lessonsDue([said('spf', ...once)], 10 + DAY_MS - 1)).toEqual([]);
    expect(lessonsDue([said('spf', ...once)], 10 + DAY_MS)).toEqual(['spf']);
    const twice = [...once, answer(10 + DAY_MS, true, true)];
    expect(lessonsDue([said('spf', ...twice)], 10 + 7 * DAY_MS)).toEqual([]);
    expect(lessonsDue([said('spf', ...twice)], 10 + 8 * DAY_MS)).toEqual(['spf']);
    expect(lessonsDue([said('spf', ...twice, answer(10 + 8 * DAY_MS, true, true))], 900 * DAY_MS)).toEqual([]);
    // A guess in between starts it over.
    expect(lessonsDue([said('spf', ...twice, answer(20 + 8 * DAY_MS, true, false))], 20 + 8 * DAY_MS)).toEqual(['spf']);
  });

  test('ends by itself, by questions or by time', () => {
    expect(reviewGoesOn(0, 3, 0, 0)).toBe(true);
    expect(reviewGoesOn(3, 3, 0, 0)).toBe(false);
    expect(reviewGoesOn(10, 30, 0, 0)).toBe(false);
    expect(reviewGoesOn(2, 30, 0, 300_000)).toBe(false);
  });

  test('every prediction of the course can be asked again, with other names and all its options', () => {
    for (const lesson of course.lessons) {
      for (const { id, prediction } of lesson.versions[0] ?? []) {
        if (!prediction) continue;
        const due = {
          lesson: lesson.head.id,
          step: id,
          asked: 1,
          names: 0,
          last: answer(1, false, true),
          wasSurelyWrong: true,
        };
        const question = reviewQuestion(lesson, due);
        expect(question?.names).toBe(1);
        expect(question?.options.map((option) => option.id).toSorted()).toEqual(
          prediction.options.map((option) => option.id).toSorted(),
        );
        const kept = keptAnswer(question?.prediction ?? prediction, { option: 'dont-know', sure: false }, 1, 9);
        expect(kept).toMatchObject({ right: false });
        expect(progressSchema.safeParse(reviewAnswered(due, 1, kept)).success).toBe(true);
      }
    }
  });
});

describe('the map', () => {
  const graph = fc
    .array(fc.array(fc.nat({ max: 30 }), { maxLength: 3 }), { maxLength: 30 })
    .map((lists) => lists.map((after, at) => ({ id: `l${at}`, after: [...new Set(after)].map((one) => `l${one}`) })));

  test('everything has a place of its own, right of what comes before it', () => {
    fc.assert(
      fc.property(graph, (lessons) => {
        const { places, columns, rows, lines } = courseMap(lessons);
        expect(places.map(({ id }) => id).toSorted()).toEqual(lessons.map(({ id }) => id).toSorted());
        expect(new Set(places.map(({ column, row }) => `${column} ${row}`)).size).toBe(lessons.length);
        const columnOf = new Map(places.map(({ id, column }) => [id, column]));
        for (const { from, to } of lines) expect(columnOf.get(from)).toBeLessThan(columnOf.get(to) ?? -1);
        for (const { column, row } of places) {
          expect(column).toBeLessThan(columns);
          expect(row).toBeLessThan(rows);
        }
      }),
    );
  });

  test('the course fits a window: few columns, few rows, and each prerequisite comes earlier', () => {
    const heads = course.lessons.map((lesson) => lesson.head);
    const { columns, rows } = courseMap(heads);
    expect(columns).toBeLessThanOrEqual(9);
    expect(rows).toBeLessThanOrEqual(6);
    const ids = heads.map(({ id }) => id);
    for (const [at, { id, after }] of heads.entries()) {
      for (const one of after) expect(ids.indexOf(one), `${id} after ${one}`).toBeGreaterThanOrEqual(0);
      for (const one of after) expect(ids.indexOf(one), `${id} after ${one}`).toBeLessThan(at);
    }
  });
});
