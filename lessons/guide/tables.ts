// The tables of docs/teaching-guide.md, made of the lessons themselves. Counterpart: scripts/guide.mjs writes them between
// marks of the document, and a test holds the document to them. Rule: Markdown, a row a line; nothing here is written by hand
// but the heads of columns.

import type { Lesson, Step } from '../../contract/lesson.ts';
import { CONCEPTS } from '../concepts/concepts.ts';
import { OPENING } from '../library.ts';
import { say } from '../text/say.ts';

/** The blocks that the document has, by the name in its marks. */
export const TABLES: Readonly<Record<string, (lessons: readonly Lesson[]) => string>> = {
  lessons: lessonTable,
  misconceptions: misconceptionTable,
};

/** The document with its tables as they are now. Throws when it has no place for one. */
export function fillGuide(document: string, lessons: readonly Lesson[]): string {
  return Object.entries(TABLES).reduce((text, [name, make]) => {
    const [begin, end] = [`<!-- ${name}: made by npm run guide -->`, `<!-- end of ${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from === -1 || to < from) throw new Error(`the guide has no place for the table ${name}`);
    return `${text.slice(0, from + begin.length)}\n\n${make(lessons)}\n\n${text.slice(to)}`;
  }, document);
}

/** An option that names a belief, and where it stands. */
export interface Place {
  lesson: Lesson;
  step: Step;
  option: string;
}

export function placesOf(belief: string, lessons: readonly Lesson[]): Place[] {
  return lessons.flatMap((lesson) =>
    ownSteps(lesson).flatMap((step) => {
      const option = step.prediction?.options.find((one) => one.belief === belief);
      return option ? [{ lesson, step, option: option.text }] : [];
    }),
  );
}

/** The concepts of which no prediction names a belief. */
export function missingBeliefs(lessons: readonly Lesson[]): string[] {
  return CONCEPTS.flat().filter((belief) => placesOf(belief, lessons).length === 0);
}

function lessonTable(lessons: readonly Lesson[]): string {
  const numberOf = new Map(lessons.map(({ head }) => [head.id, nameOf(head)]));
  const rows = lessons.map((lesson) => {
    const { head } = lesson;
    const steps = ownSteps(lesson);
    const core = steps.filter((step) => step.core).length;
    const predictions = steps.filter((step) => step.prediction).length;
    return row(
      nameOf(head),
      head.title,
      head.after.map((id) => numberOf.get(id) ?? id).join(', '),
      String(head.minutes),
      `${core} + ${steps.length - core}`,
      String(predictions),
      conceptsOf(lesson).join(', '),
    );
  });
  const total = lessons.reduce((sum, { head }) => sum + head.minutes, 0);
  return [
    row('', 'Lesson', 'After', 'Minutes', 'Steps (core + more)', 'Predictions', 'Misconceptions'),
    row('---', '---', '---', '---:', '---:', '---:', '---'),
    ...rows,
    row('', 'Together', '', String(total), '', '', ''),
  ].join('\n');
}

function misconceptionTable(lessons: readonly Lesson[]): string {
  const rows = CONCEPTS.flatMap((beliefs, at) =>
    beliefs.map((belief) => {
      const [first, ...others] = placesOf(belief, lessons);
      const more = [...new Set(others.map(({ lesson }) => nameOf(lesson.head)))];
      const elsewhere = more.filter((name) => first && name !== nameOf(first.lesson.head)).join(', ');
      return row(
        String(at + 1),
        say(`belief.${belief}`),
        first ? `${nameOf(first.lesson.head)}, ${first.step.title}: \u201c${first.option}\u201d` : '**none yet**',
        elsewhere,
        `\`${belief}\``,
      );
    }),
  );
  return [
    row('', 'What many believe', 'Where it can be said first: lesson, step, option', 'Also in', 'Id'),
    row('---:', '---', '---', '---', '---'),
    ...rows,
  ].join('\n');
}

/** Numbers of the misconceptions that a lesson's predictions name. */
function conceptsOf(lesson: Lesson): number[] {
  return CONCEPTS.flatMap((beliefs, at) =>
    beliefs.some((belief) => placesOf(belief, [lesson]).length > 0) ? [at + 1] : [],
  );
}

export const ownSteps = ({ versions }: Lesson): Step[] => (versions[0] ?? []).filter(({ id }) => id !== OPENING);

export const nameOf = ({ number, extra }: Lesson['head']): string => (extra ? '+' : String(number));

const row = (...cells: string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
