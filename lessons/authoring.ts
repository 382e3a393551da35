// What `npm run lesson` does, without files: check a lesson or a translation, start a new one. Counterpart:
// scripts/lesson.mjs reads and writes. Rule: everything is answered in lines for a terminal, `file:line: message`.

import type { Lesson } from '../contract/lesson.ts';
import { COURSE } from './course/index.ts';
import { unknownHosts } from './known-hosts.ts';
import type { FactsOf } from '../contract/lab-facts.ts';
import { type LoadText, loadCourse } from './library.ts';
import { neverMet } from './never-met.ts';
import { parseLesson } from './schema.ts';
import { problemLine } from './source/problem.ts';
import { lessonTemplate } from './template.ts';
import { translate } from './translation.ts';

export interface Checked {
  /** As it is to be printed. */
  file: string;
  source: string;
  /** The lesson, when `file` is a translation of it. */
  original?: string | undefined;
  loadText: LoadText;
  factsOf: FactsOf;
}

/** The problems, a line each; empty when the file is sound. */
export function checkLesson({ file, source, original, loadText, factsOf }: Checked): string[] {
  if (original !== undefined) {
    const parsed = parseLesson('lesson.md', original);
    if (!parsed.ok) return [`${file}:1: its lesson has problems of its own; check that first`];
    const translated = translate(parsed.lesson, file, source);
    return (translated.ok ? translated.gaps : translated.problems).map(problemLine);
  }
  const parsed = parseLesson(file, source);
  if (!parsed.ok) return parsed.problems.map(problemLine);
  const strangers = unknownHosts(parsed.lesson, source, factsOf);
  // Of a host that isn't there nothing else need be said.
  const vain = strangers.length > 0 ? [] : neverMet(parsed.lesson, source, factsOf);
  return [...[...strangers, ...vain].map(problemLine), ...wrongOpening(file, parsed.lesson, loadText)];
}

/** What is wrong with the step that the lesson opens with. */
function wrongOpening(file: string, lesson: Lesson, loadText: LoadText): string[] {
  const opensWith = lesson.head.opensWith;
  if (!opensWith) return [];
  const { lessons } = loadCourse(loadText);
  const from = lessons.find((one) => one.head.id === opensWith.lesson);
  if (!from) return [`${file}:1: opensWith: the course has no lesson ${opensWith.lesson}`];
  const isThere = from.versions[0]?.some((step) => step.id === opensWith.step) ?? false;
  return isThere ? [] : [`${file}:1: opensWith: lesson ${opensWith.lesson} has no step ${opensWith.step}`];
}

/** A new lesson's folder and text, or why not. `name` may carry its number: `05-forgery`. */
export function newLesson(
  name: string,
  taken: readonly string[],
): { folder: string; source: string } | { problem: string } {
  const [, digits, id = ''] = /^(?:(\d{1,2})-)?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(name) ?? [];
  if (id === '')
    return {
      problem: `"${name}" can't be a lesson's name; write lower case words joined by hyphens, as in 05-forgery`,
    };
  const known = [...taken, ...COURSE];
  const highest = Math.max(0, ...known.map((folder) => Number(/^\d+/.exec(folder)?.[0] ?? 0)));
  const number = digits === undefined ? highest + 1 : Number(digits);
  if (number < 1 || number > 99) return { problem: `a lesson's number is 1 to 99, not ${number}` };
  const folder = `${String(number).padStart(2, '0')}-${id}`;
  if (known.includes(folder)) return { problem: `lessons/course/${folder} is there already` };
  return { folder, source: lessonTemplate(id, number) };
}
