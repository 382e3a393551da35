// All that is loaded when somebody first wants a lesson: the course's files, their parser, the runner and its matchers.
// Counterpart: lesson-store.ts loads it. Rule: nothing of the first screen imports this, nor lesson-column.tsx.

import { emptyBook } from '../../lessons/book/book.ts';
import { commandsBetween } from '../../lessons/commands.ts';
import { courseHeads, type LoadText, openLesson } from '../../lessons/library.ts';
import { beginLesson, reduce } from '../../lessons/runner.ts';
import { startCommands } from '../../lessons/start.ts';
import { loadCourseText } from './course-files.ts';

export interface Course {
  heads: ReturnType<typeof courseHeads>;
  open: (id: string) => ReturnType<typeof openLesson>;
  emptyBook: typeof emptyBook;
  begin: typeof beginLesson;
  reduce: typeof reduce;
  commandsBetween: typeof commandsBetween;
  startCommands: typeof startCommands;
}

export function courseFrom(load: LoadText = loadCourseText): Course {
  return {
    heads: courseHeads(load),
    open: (id) => openLesson(load, id),
    ...{ emptyBook, begin: beginLesson, reduce, commandsBetween, startCommands },
  };
}
