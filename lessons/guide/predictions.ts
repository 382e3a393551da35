// docs/answers.md: what each lesson asks before it shows, the right answer, and what students say instead. Counterpart:
// scripts/guide.mjs writes it, a test holds the document to the lessons; answers.ts has what is to be typed. Rule: the lessons'
// own words, with the first names of each cast.

import type { Lesson, Step } from '../../contract/lesson.ts';
import { CONCEPTS } from '../concepts/concepts.ts';
import { nameOf, ownSteps } from './tables.ts';

const HEAD = `# Answers to the predictions

Made by \`npm run guide\` from the lessons. For each question: the answer that comes true (**→**), what else students say, and what the
lesson then replies. A number in brackets is a misconception of the [teaching guide](teaching-guide.md#the-misconceptions).

Students can read this page too. That costs them little: predictions aren't marked, and who wants to know what happens sees it a
minute later. It costs you the moment, so ask the room before you show it. What is to be typed in each step is a file that you make
yourself: \`npm run guide answers FILE\`.
`;

export function predictionsDocument(lessons: readonly Lesson[]): string {
  return [HEAD, ...lessons.map(predictionsOf)].join('\n');
}

function predictionsOf(lesson: Lesson): string {
  const asked = ownSteps(lesson).flatMap(questionOf);
  return [`## ${nameOf(lesson.head)} ${lesson.head.title}`, ...asked].join('\n\n').concat('\n');
}

function questionOf({ title, prediction }: Step): string[] {
  if (!prediction) return [];
  const rightFirst = prediction.options.toSorted(
    (one, other) => Number(other.right ?? false) - Number(one.right ?? false),
  );
  const answers = rightFirst.map(({ text, reply, right, belief }) => {
    const concept = CONCEPTS.findIndex((beliefs) => beliefs.some((one) => one === belief)) + 1;
    return `- ${right ? '**→** ' : ''}${plain(text)}${concept > 0 ? ` [${concept}]` : ''} *${plain(reply)}*`;
  });
  return [`**${plain(title)}.** ${plain(prediction.asks)}`, answers.join('\n')];
}

/** Without what Markdown would take for its own, but for code between backticks: `<bob@harbor.example>` would be a link. */
const plain = (text: string): string =>
  text
    .split('`')
    .map((part, at) => (at % 2 === 0 ? part.replaceAll(/[<*[\]]/g, '\\$&') : part))
    .join('`');
