// All that is loaded when somebody first wants a lesson: the course's files, their parser, the runner and its matchers.
// Counterpart: lesson-store.ts loads it. Rule: nothing of the first screen imports this, nor lesson-column.tsx.

import type { Lesson, LessonHead } from '../../contract/lesson.ts';
import { emptyBook } from '../../lessons/book/book.ts';
import { challengeCalled } from '../../lessons/challenges/index.ts';
import { commandsBetween } from '../../lessons/commands.ts';
import { courseHeads, type LoadText, openLesson } from '../../lessons/library.ts';
import { progressBetween, recordsFrom, stepToGoOn } from '../../lessons/progress.ts';
import { beginLesson, reduce } from '../../lessons/runner.ts';
import { FIRST_LANGUAGE } from '../../lessons/schema.ts';
import { lessonsByBelief } from '../../lessons/shown-in.ts';
import { startCommands } from '../../lessons/start.ts';
import type { LessonLanguage } from '../../lessons/text/languages.ts';
import { loadCourseText } from './course-files.ts';

export interface Course {
  heads: readonly LessonHead[];
  open: (id: string) => Lesson | undefined;
  /** Belief -> the lessons that show how it is instead. */
  shownIn: ReadonlyMap<string, readonly string[]>;
  emptyBook: typeof emptyBook;
  begin: typeof beginLesson;
  reduce: typeof reduce;
  commandsBetween: typeof commandsBetween;
  startCommands: typeof startCommands;
  progressBetween: typeof progressBetween;
  recordsFrom: typeof recordsFrom;
  stepToGoOn: typeof stepToGoOn;
}

export function courseFrom(load: LoadText = loadCourseText, language: LessonLanguage = FIRST_LANGUAGE): Course {
  const heads = courseHeads(load, language);
  const opened = new Map<string, Lesson | undefined>();
  const open = (id: string) => {
    // Reading a lesson takes a tenth of a second; map, review and page ask for the same ones again and again.
    if (!opened.has(id)) opened.set(id, challengeCalled(id, language) ?? openLesson(load, id, language, heads));
    return opened.get(id);
  };
  return {
    heads: [...heads.values()],
    open,
    shownIn: lessonsByBelief(load, heads),
    ...{ emptyBook, begin: beginLesson, reduce, commandsBetween, startCommands },
    ...{ progressBetween, recordsFrom, stepToGoOn },
  };
}
