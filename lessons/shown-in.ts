// Which lessons name a belief in a prediction, for who wants to see how it is instead. Counterpart: beliefs.ts. Rule: cheap:
// it looks for the word in the files and reads no lesson; a test holds it to what the lessons say when they are read.

import type { LessonHead } from '../contract/lesson.ts';
import type { LoadText } from './library.ts';

const NAMED = /\bbelief: ([a-z0-9-]+)/g;

/** Belief -> ids of lessons, in the order of the course. */
export function lessonsByBelief(load: LoadText, heads: ReadonlyMap<string, LessonHead>): Map<string, string[]> {
  const lessons = new Map<string, string[]>();
  for (const [folder, { id }] of heads) {
    const named = [...(load(`${folder}/lesson.md`) ?? '').matchAll(NAMED)].flatMap((match) => match[1] ?? []);
    for (const belief of new Set(named)) lessons.set(belief, [...(lessons.get(belief) ?? []), id]);
  }
  return lessons;
}
