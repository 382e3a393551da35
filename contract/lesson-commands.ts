// lesson.*: what the screen of a lesson asks of an engine. Counterpart: commands.ts joins them, engine/commands/lesson.ts.

import { learnerNoteSchema } from './learner.ts';
import type { LessonDraft } from './lesson-draft.ts';
import { z } from './schema.ts';

export const lessonArgs = {
  /** What a learner did in a lesson, for whoever reads the run later. */
  'lesson.note': learnerNoteSchema,
  /** The lesson that is being written: at once, or when it is other than the one with these news. */
  'lesson.draft': z.strictObject({ seen: z.int().exactOptional() }).default({}),
} as const;

export interface LessonReply {
  'lesson.note': Record<string, never>;
  /** Nothing where none is being written. */
  'lesson.draft': { draft?: LessonDraft };
}
