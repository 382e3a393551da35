// A challenge as a lesson of one step, so that runner, goals, records and marking are those of lessons. Counterpart:
// challenge.ts. Rule: no text, no hints, no references; the task is held to the schema of a lesson's.

import { type Lesson, lessonHeadSchema, taskSchema } from '../../contract/lesson.ts';
import { versionOf } from '../../contract/text-version.ts';
import { Chance } from '../chance.ts';
import { GOALS } from '../goal/index.ts';
import { withCast } from '../source/cast.ts';
import type { LessonLanguage } from '../text/languages.ts';
import type { Challenge, Exercise } from './challenge.ts';

/** What the map calls a lesson's place; challenges have none. */
const NUMBER = 99;

const exerciseSchema = taskSchema(GOALS.schema).omit({ hints: true, ref: true });
const startSchema = lessonHeadSchema.shape.start;

/** `id`: that under which the run knows it. */
export function lessonOf(
  challenge: Challenge,
  seed: number,
  isExam: boolean,
  id: string,
  language: LessonLanguage,
): Lesson {
  const { exercise, start, task } = made(challenge, seed);
  const title = challenge.title[language];
  const { choices, questions, ...rest } = exerciseSchema.parse({ id: 'task', ...inLanguage(task, language) });
  const step = {
    ...rest,
    questions: questions.map((one) => ({ ...(choices && { options: choices }), ...one })),
    ...(isExam && { staysOpen: true as const }),
    ...{ title, text: '', start, line: 1, hints: [], ref: { rfc: [], terms: [] } },
  };
  const { minutes } = challenge;
  return {
    ...{ file: `challenges/${challenge.id}`, version: versionOf(JSON.stringify(exercise)), language },
    head: { id, number: NUMBER, title, minutes, after: [], start, cast: [exercise.names] },
    challenge: { kind: challenge.id, level: challenge.level, seed, isExam },
    versions: [[step]],
    ending: [''],
  };
}

/** The task as the schema of a lesson's wants it: in one language. */
function inLanguage(task: Exercise['task'], language: LessonLanguage) {
  const { act, questions = [], choices, goal, ...rest } = task;
  const worded = (options: typeof choices) => options?.map(({ id, text }) => ({ id, text: text[language] }));
  return {
    ...rest,
    act: act[language],
    ...(choices && { choices: worded(choices) }),
    questions: questions.map(({ id, asks, options }) => ({
      ...{ id, asks: asks[language] },
      ...(options && { options: worded(options) }),
    })),
    goal: goal.map((one) => ({ ...one, says: one.says[language] })),
  };
}

/** The exercise with its names put in. */
export function made(challenge: Challenge, seed: number) {
  const exercise = challenge.make(new Chance(seed));
  const { names, start, task, nearMiss } = exercise;
  return {
    exercise,
    task: withCast(task, names) as Exercise['task'],
    nearMiss: exerciseSchema.shape.solution.parse(withCast(nearMiss, names)),
    start: startSchema.parse({ ...ALIKE, seed, ...(withCast(start, names) as Exercise['start']) }),
  };
}

const ALIKE = {
  clock: '2026-01-05T09:00:00Z',
  policies: {},
  panels: ['map', 'dialogs', 'shell', 'inspector', 'timeline', 'inbox'],
} as const;
