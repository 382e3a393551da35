// The answers of all lessons, for instructors: one Markdown file, made when somebody wants it. Counterpart:
// scripts/guide.mjs writes it. Rule: with the first names of each lesson's cast; everything in it can also be found in the
// app, behind the last hint.

import type { Act, Lesson, Step } from '../../contract/lesson.ts';
import { typedLines } from '../typed-lines.ts';
import { nameOf, ownSteps } from './tables.ts';

const HEAD = `# Answers

Made by \`npm run guide answers\` from the lessons' own solutions. Names are those of the first row of each lesson's cast: a
student may have others, since the seed of their lab chooses.
`;

export function answersDocument(lessons: readonly Lesson[]): string {
  return `${[HEAD, ...lessons.map(answersOf)].join('\n')}`;
}

function answersOf(lesson: Lesson): string {
  const { head } = lesson;
  const steps = ownSteps(lesson).map(stepAnswers);
  return [`## ${nameOf(head)} ${head.title}`, ...steps].join('\n\n').concat('\n');
}

function stepAnswers({ title, act, prediction, solution, core }: Step): string {
  const right = prediction?.options.find((option) => option.right);
  return [
    `### ${title}${core ? '' : ' (for who wants more)'}`,
    act,
    ...(prediction && right ? [`*${prediction.asks}* ${right.text} ${right.reply}`] : []),
    ...solution.flatMap((one) => inWords(one) ?? []),
  ].join('\n\n');
}

/** What is typed, at whose prompt, as a block; what is done otherwise, as an item. */
function inWords(act: Act): string | undefined {
  const [first, ...rest] = typedLines([act]);
  if (first !== undefined) return ['```', `${'as' in act ? `${act.as}$ ` : ''}${first}`, ...rest, '```'].join('\n');
  const done = doneOtherwise(act);
  return done === undefined ? undefined : `- ${done}`;
}

function doneOtherwise(act: Act): string | undefined {
  if ('send' in act) {
    const { from, to, cc, bcc, subject } = act.send;
    const also = [...cc.map((one) => `Cc ${one}`), ...bcc.map((one) => `Bcc ${one}`)];
    return `A letter from ${from} to ${[...to, ...also].join(', ')}: ${subject}`;
  }
  if ('set' in act) return `At ${act.set.host}, \`${act.set.path}\` becomes \`${JSON.stringify(act.set.value)}\``;
  if ('hold' in act) {
    const { hold } = act;
    return `Hold ${'command' in hold ? hold.command : `the reply to ${hold.reply}`} at ${hold.server}`;
  }
  if ('release' in act) {
    const { release } = act;
    return release === 'unchanged'
      ? 'Release it as it is'
      : `Release it with \`${release.change}\` changed into \`${release.to}\``;
  }
  if ('choose' in act) return chosen(act.choose);
  return undefined;
}

function chosen(token: Extract<Act, { choose: unknown }>['choose']): string {
  if ('answer' in token) {
    const { answer } = token;
    return 'value' in answer
      ? `${answer.name}: ${answer.value}`
      : `${answer.name}: the queue id at ${answer.queueIdAt}`;
  }
  if ('line' in token) {
    const { from, verb, code, text } = token.line;
    return `Select the ${from}\u2019s line ${[verb, code, text].filter((part) => part !== undefined).join(' ')}`;
  }
  if ('field' in token) return `Select the field ${token.field.name}`;
  return `Select ${token.host}`;
}
