// What the desk of the lessons is given: everything outside of it. Counterpart: lesson-store.ts; main.tsx and the followers'
// page hand it in.

import type { Dispatch } from '../../contract/commands.ts';
import type { LabState } from '../../contract/fold/state.ts';
import type { LessonDraft } from '../../contract/lesson-draft.ts';
import type { LessonProgress, Progress } from '../../contract/progress.ts';
import type { Remembered } from '../store/remembered.ts';
import type { Course } from './course.ts';
import type { FormerLab } from './lesson-labs.ts';

export interface LessonDeskParts {
  /** With the lesson that is being written, if one is. */
  loadCourse: (draft: LessonDraft | undefined) => Promise<Course>;
  kept: Remembered<{ id: string; step: number }>;
  keptLab: Remembered<FormerLab>;
  /** What was done before, and where it is kept. */
  progress: { of: (lesson: string) => Promise<LessonProgress | undefined>; add: (progress: Progress) => void };
  dispatch: Dispatch;
  /** The lab as it is. */
  lab: () => LabState;
  /** A step begins: what comes is shown, and no longer a letter of the step before. */
  followLatest: () => void;
  now_ms: () => number;
  /** Real time: when something was learned. */
  today_ms: () => number;
}
