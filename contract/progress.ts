// How far a learner has come in the course: a record that is kept on disk, exported, read in again. Counterpart:
// engine/progress/ keeps it, lessons/progress.ts writes what a lesson adds and reads what follows, progress-merge.ts puts
// two together. Rule: plain JSON, hostile until parsed; it holds what was done and thought, never a grade.

import { z } from './schema.ts';

const LESSONS = 200; // seven times the course, for those whom instructors write their own
const STEPS = 32; // twice what a lesson may have
const QUOTES = 12; // a step's goals quote a handful of lines; the rest of a long dialog teaches nothing more
const QUOTE_CHARS = 160; // a line of a terminal, as lessons quote it
const REVIEWS = 20; // answers to the same question in reviews, the latest; three make it known
const TESTS = 12; // concept tests; before and after are two
const ANSWERS = 60; // items of a concept test: 22, and room for a longer one
const HINTS = 3;

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower case words joined by hyphens');
const id = slug.max(40);
/** Real time, in milliseconds since the epoch. */
const when = z.int().min(0).max(8_640_000_000_000_000);
/** A row of the lesson's cast: which names the learner had. */
const names = z.int().min(0).max(99);

const answerSchema = z.strictObject({
  /** Of the prediction, or `dont-know`. */
  option: id,
  right: z.boolean(),
  sure: z.boolean(),
  /** The misconception behind a wrong one (lessons/beliefs.ts). */
  belief: id.exactOptional(),
  names,
  at_ms: when,
});
/** What somebody thought would happen. */
export type KeptAnswer = z.output<typeof answerSchema>;

const doneSchema = z.strictObject({
  at_ms: when,
  hints: z.int().min(0).max(HINTS),
  /** How often it was asked again with other names, after a look at the solution. */
  round: z.int().min(0).max(99),
  names,
  /** The learner's own lines that met the goal, with what came back. */
  quotes: z
    .array(z.strictObject({ from: z.enum(['client', 'server']), text: z.string().max(QUOTE_CHARS) }))
    .max(QUOTES),
});

const stepSchema = z.strictObject({
  done: doneSchema.exactOptional(),
  /** When it was done without a hint and without the solution. */
  alone_ms: when.exactOptional(),
  prediction: answerSchema.exactOptional(),
  /** The same question in reviews, oldest first. */
  reviews: z.array(answerSchema).max(REVIEWS).exactOptional(),
});
export type StepProgress = z.output<typeof stepSchema>;

const lessonSchema = z.strictObject({
  began_ms: when,
  /** When something was last done in it. */
  seen_ms: when,
  /** All core steps done. */
  done_ms: when.exactOptional(),
  /** The last step done alone: whoever can do it has shown what the others are for. */
  known_ms: when.exactOptional(),
  steps: bounded(id, stepSchema, STEPS),
});
export type LessonProgress = z.output<typeof lessonSchema>;

const conceptTestSchema = z.strictObject({
  form: z.enum(['a', 'b']),
  began_ms: when,
  /** When the last answer was given, or changed. */
  seen_ms: when,
  ended_ms: when.exactOptional(),
  /** Concept -> the option chosen, or `dont-know`. */
  answers: bounded(id, id, ANSWERS),
});
export type KeptConceptTest = z.output<typeof conceptTestSchema>;

export const progressSchema = z.strictObject({
  format: z.literal(1),
  lessons: bounded(id, lessonSchema, LESSONS),
  /** In the order in which they were begun. */
  tests: z.array(conceptTestSchema).max(TESTS),
});
export type Progress = z.output<typeof progressSchema>;

export const PROGRESS_LIMITS = { quotes: QUOTES, quoteChars: QUOTE_CHARS, reviews: REVIEWS, tests: TESTS } as const;

/** What a command about progress answers. */
export interface ProgressReply {
  progress: Progress;
  /** When all of it was put away, as long as it can be taken back. */
  removed_ms?: number;
  /** The file couldn't be read; it was set aside, and a fresh one begun. */
  setAside?: string;
}

export function noProgress(): Progress {
  return { format: 1, lessons: {}, tests: [] };
}

/** The file that export writes and import reads. 2 MB hold the whole course many times. */
export const PROGRESS_FILE_OCTETS = 2_000_000;

function bounded<K extends z.ZodType<string, string>, V extends z.ZodType>(key: K, value: V, most: number) {
  return z
    .record(key, value)
    .refine((record) => Object.keys(record).length <= most, `must have at most ${most} entries`);
}
