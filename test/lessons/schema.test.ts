// Lesson files: what is right is read, what is wrong is told with file and line, and nothing makes the parser throw.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { lessonTemplate } from '../../lessons/template.ts';
import { parseLesson } from '../../lessons/schema.ts';
import { cutLesson } from '../../lessons/source/markdown.ts';
import { problemLine } from '../../lessons/source/problem.ts';
import { translate } from '../../lessons/translation.ts';
import { loadText } from './course.ts';

const FILE = 'course/x/lesson.md';
const sound = lessonTemplate('three-letters', 9);

/** The problems of a file after a change, as printed. */
function problemsAfter(change: (source: string) => string): string[] {
  const parsed = parseLesson(FILE, change(sound));
  return parsed.ok ? [] : parsed.problems.map(problemLine);
}
const lineOf = (source: string, text: string) => source.slice(0, source.indexOf(text)).split('\n').length;

test('the template is a sound lesson', () => expect(problemsAfter((source) => source)).toEqual([]));

describe('a defect is told with its line', () => {
  const table: [string, (source: string) => string, RegExp][] = [
    ['no front matter', (source) => source.replace('---\n', ''), /^course\/x\/lesson\.md:1: the file must begin/],
    ['front matter left open', (source) => source.replace('\n---\n', '\n'), /:1: the front matter is never closed/],
    [
      'an unknown key',
      (source) => source.replace('minutes:', 'minuts:'),
      /minuts: unknown key\. Did you mean "minutes"/,
    ],
    ['a number that is none', (source) => source.replace('minutes: 10', 'minutes: long'), /minutes: /],
    ['an unknown matcher', (source) => source.replace('answered:', 'answred:'), /did you mean "answered"/],
    [
      'an unknown key of a matcher',
      (source) => source.replace('verb: CONNECT', 'verbs: CONNECT'),
      /verbs: unknown key/,
    ],
    [
      'an unknown lab',
      (source) => source.replace('topology: two-domains', 'topology: two-domain'),
      /start\.topology: must be one of two-domains, .* Did you mean "two-domains"/,
    ],
    ['broken YAML', (source) => source.replace('hints:', 'hints: ['), /lesson\.md:\d+: /],
    ['two hints', (source) => source.replace(/  - Nearly there.*\n/, ''), /hints: must be three hints/],
    ['a name that the cast lacks', (source) => source.replaceAll('$to', '$too'), /the cast has no \$too/],
    ['a fence left open', (source) => source.replace(/\n```\n/, '\n'), /this fence is never closed/],
    ['no heading', (source) => source.replace(/^## .*$/m, ''), /a heading .* is missing/],
    [
      'an unknown belief',
      (source) => source.replace('client-speaks-first', 'client-speak-first'),
      /no belief .* did you mean/,
    ],
    [
      'two right answers',
      (source) => source.replace('belief: client-speaks-first', 'right: true'),
      /exactly one option/,
    ],
    ['a wall of text', (source) => source.replace(/^## .*$/m, `$&\n\n${'word '.repeat(130)}`), /at most 120 are read/],
    ['a wall at the end', (source) => `${source}\n\n${'word '.repeat(130)}`, /words at the end; at most 120/],
    [
      'a term that the reference lacks',
      (source) => source.replace(/terms: \[[^\]]*\]/, 'terms: [envelop]'),
      /no "envelop"; did you mean "Envelope"/,
    ],
    ['an alias', (source) => source.replace('minutes: 10', 'minutes: *ten'), /lesson\.md:\d+: /],
  ];
  test.each(table)('%s', (_what, change, wanted) => {
    const problems = problemsAfter(change);
    expect(problems.join('\n')).toMatch(wanted);
    for (const problem of problems) expect(problem).toMatch(/^course\/x\/lesson\.md:[1-9]\d*: /);
  });

  test('at the line where the word stands', () => {
    const broken = sound.replace('verb: CONNECT', 'verbs: CONNECT');
    const parsed = parseLesson(FILE, broken);
    expect(parsed.ok ? [] : parsed.problems.map((one) => one.line)).toContain(lineOf(broken, 'verbs: CONNECT'));
  });
});

test('random text never throws, and every problem has a line of the file', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        '---\n',
        '```task\n',
        '```\n',
        'id: a\n',
        '## x\n',
        '- ',
        '{',
        '[',
        '&a ',
        '*a',
        '!!js ',
        '? ',
        '|\n',
      ),
      fc.constantFrom(...sound.split('\n').map((line) => `${line}\n`)),
      fc.string({ maxLength: 20 }),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const source = parts.join('');
      const parsed = parseLesson(FILE, source);
      const lines = source.split(/\r\n|\n|\r/).length;
      for (const { line, message } of parsed.ok ? [] : parsed.problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
        expect(message).not.toBe('');
      }
    }),
    { numRuns: 300 },
  );
});

test('a sound file with one line changed or gone is read or refused, never worse', () => {
  const lines = sound.split('\n');
  fc.assert(
    fc.property(
      fc.nat(lines.length - 1),
      fc.oneof(fc.constant(undefined), fc.string({ maxLength: 30 })),
      (at, text) => {
        const changed = lines.flatMap((line, index) => (index === at ? (text === undefined ? [] : [text]) : [line]));
        void parseLesson(FILE, changed.join('\n'));
      },
    ),
    { numRuns: 200 },
  );
});

test('hostile nesting is refused', () => {
  const deep = sound.replace('answered:', `${'not: {'.repeat(2000)}answered:`);
  expect(parseLesson(FILE, deep).ok).toBe(false);
  const goals = sound.replace(/answered: (\{.*\})/, `${'not: { '.repeat(9)}answered: $1${' }'.repeat(9)}`);
  const parsed = parseLesson(FILE, goals);
  expect(parsed.ok ? '' : parsed.problems.map(problemLine).join()).toMatch(/at most 6 deep/);
});

test('prose of other fences stays prose', () => {
  const parts = cutLesson(FILE, '---\na: 1\n---\n## One\ntext\n```sh\ntelnet\n```\n~~~task\nid: x\n~~~\nend');
  expect(parts.problems).toEqual([]);
  expect(parts.sections).toEqual([
    { title: 'One', prose: { text: 'text\n```sh\ntelnet\n```', line: 5 }, task: { text: 'id: x', line: 10 } },
  ]);
  expect(parts.ending).toEqual({ text: 'end', line: 12 });
});

describe('a translation', () => {
  const parsed = parseLesson(FILE, sound);
  const lesson = parsed.ok ? parsed.lesson : undefined;
  const german = `---
language: de
title: Drei Briefe
---
## Zuhören

Warte auf $toName.

\`\`\`task
id: listen
act: Verbinde dich.
nearMisses: { spoke-first: Du hast zuerst gesprochen. }
\`\`\`
`;
  test('replaces words and keeps everything else', () => {
    const translated = lesson && translate(lesson, 'lesson.de.md', german);
    if (!translated?.ok) throw new Error('not translated');
    const [step] = translated.lesson.versions[0] ?? [];
    expect(translated.lesson.head.title).toBe('Drei Briefe');
    expect(step).toMatchObject({ title: 'Zuhören', text: 'Warte auf Bob.', act: 'Verbinde dich.' });
    expect(step?.nearMisses[0]?.says).toBe('Du hast zuerst gesprochen.');
    expect(step?.hints).toEqual(lesson?.versions[0]?.[0]?.hints);
    const lacks = translated.gaps.map(problemLine);
    expect(lacks).toContainEqual(expect.stringMatching(/^lesson\.de\.md:10: hints isn't translated; write it for: \S/));
    expect(lacks.join('\n')).not.toMatch(/spoke-first|: act /);
  });

  test('brings words of its own for the cast', () => {
    const own = german.replace('title: Drei Briefe', 'title: X\ncast: [{ toName: Robert }, { toName: Karola }]');
    const translated = lesson && translate(lesson, 'lesson.de.md', own);
    expect(translated?.ok && translated.lesson.versions.map(([step]) => step?.text)).toEqual([
      'Warte auf Robert.',
      'Warte auf Karola.',
    ]);
  });

  test.each([
    ['id: listen', 'id: listens', /lesson\.de\.md:10: the lesson has no step listens/],
    [
      'spoke-first',
      'spoke-last',
      /lesson\.de\.md:12: nearMisses: the step has no spoke-last; did you mean "spoke-first"\?/,
    ],
    ['act:', 'acts:', /lesson\.de\.md:11: \/acts unknown key\. Did you mean "act"\?/],
    ['$toName', '$toNam', /lesson\.de\.md:7: the cast has no \$toNam; did you mean "toName"\?/],
    ['language: de', 'language: 7', /lesson\.de\.md:2: /],
  ])('%s as %s is a problem with its line', (from, to, wanted) => {
    const translated = lesson && translate(lesson, 'lesson.de.md', german.replace(from, to));
    expect(translated?.ok === false ? translated.problems.map(problemLine).join('\n') : '').toMatch(wanted);
  });
});

test('the course is there for a loader that reads the disk', () => {
  expect(loadText('02-speak-smtp/lesson.md')).toContain('id: speak-smtp');
  expect(loadText('99-nothing/lesson.md')).toBeUndefined();
});
