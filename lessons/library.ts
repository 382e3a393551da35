// The course, loaded: every lesson parsed, its opening task from an earlier lesson put in front, its words in the language
// wanted. Counterpart: course/index.ts. Rule: no files here; `load` is handed in, and answers undefined for a file that
// isn't there.

import type { Lesson, LessonHead, Step } from '../contract/lesson.ts';
import { COURSE } from './course/index.ts';
import { FIRST_LANGUAGE, parseLesson, readHead } from './schema.ts';
import type { LessonProblem } from './source/problem.ts';
import { readTitle, translate } from './translation.ts';

/** Gives the text of a file by its path under lessons/course/: `02-speak-smtp/lesson.md`. */
export type LoadText = (path: string) => string | undefined;

export interface Library {
  lessons: Lesson[];
  problems: LessonProblem[];
}

/** The id that an opening task has in the lesson that it opens. */
export const OPENING = 'opening';

export function loadCourse(load: LoadText, language = FIRST_LANGUAGE, names: readonly string[] = COURSE): Library {
  const problems: LessonProblem[] = [];
  const lessons = names.flatMap((name) => loadLesson(name, load, language, problems) ?? []);
  return { lessons: lessons.map((lesson) => withOpening(lesson, lessons, problems)), problems };
}

/** What each lesson says of itself, by its folder; cheap enough for the first screen. */
export function courseHeads(
  load: LoadText,
  language = FIRST_LANGUAGE,
  names: readonly string[] = COURSE,
): Map<string, LessonHead> {
  const heads = names.flatMap((name) => {
    const head = readHead(`${name}/lesson.md`, load(`${name}/lesson.md`) ?? '');
    const other = `${name}/lesson.${language}.md`;
    const title = language === FIRST_LANGUAGE ? undefined : readTitle(other, load(other) ?? '');
    return head ? [[name, { ...head, ...(title !== undefined && { title }) }] as const] : [];
  });
  return new Map(heads);
}

/** One lesson, with what it opens with; undefined when the course has none of that id or it can't be read. */
export function openLesson(
  load: LoadText,
  id: string,
  language = FIRST_LANGUAGE,
  heads: ReadonlyMap<string, LessonHead> = courseHeads(load),
): Lesson | undefined {
  const all = [...heads];
  const opensWith = all.find(([, head]) => head.id === id)?.[1].opensWith?.lesson;
  const names = [opensWith, id].flatMap((wanted) => all.find(([, head]) => head.id === wanted)?.[0] ?? []);
  return loadCourse(load, language, names).lessons.find((lesson) => lesson.head.id === id);
}

function loadLesson(name: string, load: LoadText, language: string, problems: LessonProblem[]): Lesson | undefined {
  const file = `${name}/lesson.md`;
  const source = load(file);
  if (source === undefined) {
    problems.push({ file, line: 1, message: 'the course names this lesson, and there is no such file' });
    return undefined;
  }
  const parsed = parseLesson(file, source);
  if (!parsed.ok) {
    problems.push(...parsed.problems);
    return undefined;
  }
  const other = `${name}/lesson.${language}.md`;
  const words = language === FIRST_LANGUAGE ? undefined : load(other);
  const inFirst = language === FIRST_LANGUAGE ? parsed.lesson : { ...parsed.lesson, lacks: language };
  if (words === undefined) return inFirst;
  const translated = translate(parsed.lesson, other, words);
  if (translated.ok) return translated.lesson;
  problems.push(...translated.problems);
  return inFirst;
}

/** What was learned two lessons ago is asked again, in that lesson's words and with the next names of its cast. */
function withOpening(lesson: Lesson, lessons: readonly Lesson[], problems: LessonProblem[]): Lesson {
  const { opensWith } = lesson.head;
  if (!opensWith) return lesson;
  const from = lessons.find((one) => one.head.id === opensWith.lesson);
  const rows = from?.versions ?? [];
  const opening = (at: number): Step | undefined =>
    rows[(at + 1) % rows.length]?.find((one) => one.id === opensWith.step);
  if (rows.length === 0 || !opening(0)) {
    const message = `opensWith: the course has no step ${opensWith.step} in a lesson ${opensWith.lesson}`;
    problems.push({ file: lesson.file, line: 1, message });
    return lesson;
  }
  const versions = lesson.versions.map((steps, at) => {
    const step = opening(at);
    return step ? [{ ...step, id: OPENING, core: false, counts: 'step' as const }, ...steps] : steps;
  });
  return { ...lesson, versions };
}
