// What a learner does in a lesson: what the runner takes, and what the log keeps of it, so that a run tells who predicted
// what, and when. Counterpart: lessons/runner.ts reduces it, `lesson.note` writes it down, mark/ reads it again.
// Rule: choices and times only; what somebody typed is an input of the lab already.

import { z } from './schema.ts';

const seq = z.int().min(0);
const messageId = z.string().max(40);
/** On the clock of the screen, real time in milliseconds. */
const at_ms = z.number();

/** How a screen names what was selected on the bench. */
const chosenTokenSchema = z.union([
  z.strictObject({ kind: z.literal('line'), seq }),
  z.strictObject({ kind: z.literal('field'), message: messageId, field: z.string().max(40) }),
  z.strictObject({ kind: z.literal('host'), host: z.string().max(253) }),
  z.strictObject({ kind: z.literal('answer'), name: z.string().max(40), value: z.string().max(1000) }),
]);
export type Token = z.output<typeof chosenTokenSchema>;

const actionSchemas = [
  z.strictObject({ kind: z.literal('choose'), token: chosenTokenSchema }),
  z.strictObject({ kind: z.literal('predict'), option: z.string().max(60), sure: z.boolean() }),
  z.strictObject({ kind: z.literal('hint'), at_ms }),
  z.strictObject({ kind: z.literal('solution') }),
  /** The step's lab is being made ready, and is so now: what changes in between isn't the learner's doing. */
  z.strictObject({ kind: z.enum(['preparing', 'prepared']) }),
  z.strictObject({ kind: z.enum(['next', 'again', 'restart']), at_ms }),
  z.strictObject({ kind: z.literal('go'), step: z.int().min(0).max(100), at_ms }),
] as const;

const learnerActionSchema = z.union(actionSchemas);
/** What moves a lesson, besides what happens in the lab. */
export type LearnerAction = z.output<typeof learnerActionSchema>;

/** The same with the beginning and the end of it, for the log. */
export const learnerActSchema = z.union([
  z.strictObject({ kind: z.literal('begin'), step: z.int().min(0).max(100), at_ms }),
  ...actionSchemas,
  z.strictObject({ kind: z.literal('leave') }),
]);
export type LearnerAct = z.output<typeof learnerActSchema>;

/** An act, and the lesson in which it was done: its id, and its version (`versionOf` of its text). */
export const learnerNoteSchema = z.strictObject({
  lesson: z.string().max(60),
  version: z.string().max(20),
  act: learnerActSchema,
});
export type LearnerNote = z.output<typeof learnerNoteSchema>;
