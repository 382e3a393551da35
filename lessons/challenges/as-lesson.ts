// A challenge as a lesson of one step, so that runner, goals, records and marking are those of lessons. Counterpart:
// challenge.ts. Rule: no text, no hints, no references; the task is held to the schema of a lesson's.

import { type Lesson, lessonHeadSchema, taskSchema } from '../../contract/lesson.ts';
import { versionOf } from '../../contract/text-version.ts';
import { Chance } from '../chance.ts';
import { GOALS } from '../goal/index.ts';
import { withCast } from '../source/cast.ts';
import type { Challenge, Exercise } from './challenge.ts';

/** What the map calls a lesson's place; challenges have none. */
const NUMBER = 99;
const LANGUAGE = 'en';

const exerciseSchema = taskSchema(GOALS.schema).omit({ hints: true, ref: true });
const startSchema = lessonHeadSchema.shape.start;

/** `id`: that under which the run knows it. */
export function lessonOf(challenge: Challenge, seed: number, isExam: boolean, id: string): Lesson {
  const { exercise, start, task } = made(challenge, seed);
  const { choices, questions, ...rest } = exerciseSchema.parse({ id: 'task', ...task });
  const step = {
    ...rest,
    questions: questions.map((one) => ({ ...(choices && { options: choices }), ...one })),
    ...(isExam && { staysOpen: true as const }),
    ...{ title: challenge.title, text: '', start, line: 1, hints: [], ref: { rfc: [], terms: [] } },
  };
  const { title, minutes } = challenge;
  return {
    ...{ file: `challenges/${challenge.id}`, version: versionOf(JSON.stringify(exercise)), language: LANGUAGE },
    head: { id, number: NUMBER, title, minutes, after: [], start, cast: [exercise.names] },
    challenge: { kind: challenge.id, level: challenge.level, seed, isExam },
    versions: [[step]],
    ending: [''],
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
