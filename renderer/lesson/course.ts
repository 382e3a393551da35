// All that is loaded when somebody first wants a lesson: the course's files, their parser, the runner and its matchers.
// Counterpart: lesson-store.ts loads it. Rule: nothing of the first screen imports this, nor lesson-column.tsx.

import type { Lesson, LessonHead } from '../../contract/lesson.ts';
import type { LessonDraft } from '../../contract/lesson-draft.ts';
import { checkLesson } from '../../lessons/authoring.ts';
import { emptyBook } from '../../lessons/book/book.ts';
import { challengeCalled } from '../../lessons/challenges/index.ts';
import { commandsBetween } from '../../lessons/commands.ts';
import { COURSE } from '../../lessons/course/index.ts';
import { courseHeads, type LoadText, openLesson } from '../../lessons/library.ts';
import { progressBetween, recordsFrom, stepToGoOn } from '../../lessons/progress.ts';
import { beginLesson, reduce, rewrite } from '../../lessons/runner.ts';
import { FIRST_LANGUAGE, parseLesson } from '../../lessons/schema.ts';
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
  rewrite: typeof rewrite;
  /** What is wrong with a lesson that is being written, a line each; and its id, if it can be read. */
  judge: (draft: LessonDraft) => { id: string | undefined; problems: string[] };
  commandsBetween: typeof commandsBetween;
  startCommands: typeof startCommands;
  progressBetween: typeof progressBetween;
  recordsFrom: typeof recordsFrom;
  stepToGoOn: typeof stepToGoOn;
}

/** `draft`: a lesson that is being written; it stands in for the course's own of its folder or of its id. */
export function courseFrom(
  shipped: LoadText = loadCourseText,
  language: LessonLanguage = FIRST_LANGUAGE,
  draft?: LessonDraft,
): Course {
  const load = draft ? withDraft(shipped, draft) : shipped;
  const heads = courseHeads(load, language, draft ? namesWith(draft, shipped) : COURSE);
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
    judge: (written) => judged(written, withDraft(shipped, written)),
    ...{ emptyBook, begin: beginLesson, reduce, rewrite, commandsBetween, startCommands },
    ...{ progressBetween, recordsFrom, stepToGoOn },
  };
}

/** The draft's texts under the names that lessons of the course have. */
function withDraft(load: LoadText, { folder, name, files }: LessonDraft): LoadText {
  const stem = name.replace(/\.md$/, '');
  const texts = Object.entries(files).map(
    ([file, text]) => [`${folder}/lesson${file.slice(stem.length)}`, text] as const,
  );
  const written = new Map<string, string>(texts);
  return (path) => (path.startsWith(`${folder}/`) ? written.get(path) : load(path));
}

function namesWith({ folder, name, files }: LessonDraft, shipped: LoadText): string[] {
  const parsed = parseLesson(name, files[name] ?? '');
  const id = parsed.ok ? parsed.lesson.head.id : undefined;
  const others = [...courseHeads(shipped)].filter(([other, head]) => other !== folder && head.id !== id);
  const names = others.map(([other]) => other);
  const at = (COURSE as readonly string[]).indexOf(folder);
  return at < 0 ? [...names, folder] : names.toSpliced(at, 0, folder);
}

function judged({ name, files, problem, labs }: LessonDraft, loadText: LoadText): ReturnType<Course['judge']> {
  const original = files[name];
  if (original === undefined) return { id: undefined, problems: [problem ?? name] };
  const parsed = parseLesson(name, original);
  const problems = Object.entries(files).flatMap(([file, source]) =>
    checkLesson({
      ...{ file, source, loadText, factsOf: (topology) => labs[topology] },
      original: file === name ? undefined : original,
    }),
  );
  return { id: parsed.ok ? parsed.lesson.head.id : undefined, problems };
}
