// Who hands a run in, and for what: an entry of its session file. Counterpart: `session.pack` writes it, mark/ reads it.
// Rule: a student's lab has a seed of its own, so that names, ids and answers of one lab give it away in another's hands.

import { strToU8 } from 'fflate';

import { crc32 } from './session/crc32.ts';
import { z } from './schema.ts';

/** Entry of the session file. */
export const HAND_IN_ENTRY = 'hand-in.json';
/** Its last entry: the SHA-256 of each one before it. */
export const SEAL_ENTRY = 'seal.json';

/** Under which name the run keeps answers to questions that its lessons don't ask (`lesson.note`). */
export const ON_PAPER = 'paper';

/** As universities write them: letters, digits, and little else. */
const studentId = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/, 'must be letters, digits, and . _ @ -, at most 64 of them');
/** What an instructor calls the exercise; the same words give a student another lab next year. */
const exerciseName = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/, 'must be letters, digits, and . _ -, at most 40 of them');

/** What somebody who works on an exercise says about themselves. */
export const studentSchema = z.strictObject({ student: studentId, exercise: exerciseName });
export type Student = z.output<typeof studentSchema>;

export const handInSchema = studentSchema.extend({
  format: z.literal(1),
  app: z.string().max(40),
  /** Real time: when the run began and when it was packed. */
  began_ms: z.number(),
  packed_ms: z.number(),
  /** The lab's clock at those moments. */
  labBegan_ms: z.number(),
  labPacked_ms: z.number(),
});
export type HandIn = z.output<typeof handInSchema>;

export const sealSchema = z.record(z.string().max(1000), z.string().regex(/^[0-9a-f]{64}$/));

/** The seed of a student's lab. */
export function seedOf({ student, exercise }: Student): number {
  return crc32(strToU8(`${student.toLowerCase()}\n${exercise.toLowerCase()}`));
}
