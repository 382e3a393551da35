// Where somebody begins who opens a lesson. Counterpart: lesson-store.ts opens it.

import type { Lesson } from '../../contract/lesson.ts';
import type { StepRecord } from '../../lessons/record.ts';
import type { Course } from './course.ts';

/** How a lesson is opened: where it was left, from its beginning, or its last step alone. */
export type Opening = 'go on' | 'afresh' | 'alone';

/** The number of that step, from 0. */
export function firstStep(course: Course, lesson: Lesson, opening: Opening, records: readonly StepRecord[]): number {
  switch (opening) {
    case 'afresh':
      return 0;
    case 'alone':
      return records.length - 1;
    case 'go on':
      return course.stepToGoOn(lesson, records);
  }
}
