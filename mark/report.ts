// What a class did, as a page in Markdown: what was found, where they were wrong, where their time went. Counterpart: main.ts.
// Rule: it says what it can't prove; a finding is a reason to talk with somebody, no verdict.

import { DONT_KNOW } from '../contract/lesson.ts';
import type { Marked } from './marking.ts';

/** `alike`: names of files whose logs are one. */
export function classReport(marked: readonly Marked[], alike: readonly (readonly string[])[]): string {
  return [
    '# Class report',
    `${marked.length} files, ${marked.filter(({ findings }) => findings.length > 0).length} of them with findings.`,
    ...findings(marked),
    ...identical(alike),
    ...missed(marked),
    ...times(marked),
    '## What this can’t prove',
    'Marking plays the inputs of each file again and compares what came of them. It finds files that were changed and ' +
      'don’t fit together any more, and logs that were made in another student’s lab. It doesn’t find somebody who did ' +
      'the work for another, who was told what to type, or who used other programs beside Posthorn; and Posthorn is open ' +
      'source, so whoever understands it well enough can make a file that fits. Talk with your students.',
    '',
  ].join('\n\n');
}

function findings(marked: readonly Marked[]): string[] {
  const found = marked.filter((one) => one.findings.length > 0);
  if (found.length === 0) return ['## Findings', 'Every file fits together, and is from the lab of its student.'];
  return [
    '## Findings',
    ...found.map(({ file, student, findings: list }) =>
      [`**${plain(student ?? 'unknown')}** (${plain(file)})`, ...list.map((one) => `- ${plain(one)}`)].join('\n'),
    ),
  ];
}

function identical(alike: readonly (readonly string[])[]): string[] {
  if (alike.length === 0) return [];
  return ['## Identical logs', alike.map((group) => `- ${group.map(plain).join(', ')}`).join('\n')];
}

/** Predictions that most were wrong about. */
function missed(marked: readonly Marked[]): string[] {
  const asked = new Map<string, { wrong: number; said: number; options: Map<string, number> }>();
  for (const { lesson, step, record } of steps(marked)) {
    const { prediction } = record;
    if (!step.prediction || prediction === undefined || prediction === 'not predicted') continue;
    const name = `${lesson.head.id}/${step.id}`;
    const count = asked.get(name) ?? { wrong: 0, said: 0, options: new Map<string, number>() };
    asked.set(name, count);
    count.said += 1;
    const option = step.prediction.options.find(({ id }) => id === prediction.option);
    if (option?.right === true) continue;
    count.wrong += 1;
    const said = prediction.option === DONT_KNOW ? "don't know" : (option?.text ?? prediction.option);
    count.options.set(said, (count.options.get(said) ?? 0) + 1);
  }
  const rows = [...asked]
    .filter(([, { wrong }]) => wrong > 0)
    .toSorted(([, one], [, other]) => other.wrong / other.said - one.wrong / one.said)
    .map(([name, { wrong, said, options }]) => {
      const [most] = [...options].toSorted(([, one], [, other]) => other - one);
      return `| ${name} | ${wrong} of ${said} | ${plain(most?.[0] ?? '')} |`;
    });
  if (rows.length === 0) return [];
  return ['## Most missed predictions', ['| step | wrong | most said |', '|---|---|---|', ...rows].join('\n')];
}

function times(marked: readonly Marked[]): string[] {
  const spent = new Map<string, number[]>();
  for (const { lesson, step, spent_us } of steps(marked)) {
    if (spent_us === 0) continue;
    const name = `${lesson.head.id}/${step.id}`;
    spent.set(name, [...(spent.get(name) ?? []), spent_us]);
  }
  if (spent.size === 0) return [];
  const rows = [...spent].map(([name, all]) => {
    const sorted = all.toSorted((one, other) => one - other);
    return `| ${name} | ${all.length} | ${minutes(sorted[sorted.length >> 1] ?? 0)} | ${minutes(sorted.at(-1) ?? 0)} |`;
  });
  return ['## Time per step', ['| step | learners | median | longest |', '|---|---|---|---|', ...rows].join('\n')];
}

function steps(marked: readonly Marked[]) {
  return marked.flatMap(({ works }) =>
    works.flatMap(({ lesson, steps: all }) => all.map((one) => ({ lesson, ...one }))),
  );
}

function minutes(us: number): string {
  const seconds = Math.round(us / 1_000_000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Text from a file that somebody handed in: no markup, no second line. */
function plain(text: string): string {
  return text.replaceAll(/[\r\n]+/g, ' ').replaceAll(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`);
}
