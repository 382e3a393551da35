// What an author is told of a mistake: file, line, and what to write instead. Counterpart: `npm run lesson check` and `play`.

import { expect, test } from 'vitest';

import { checkLesson } from '../../lessons/authoring.ts';
import { parseLesson } from '../../lessons/schema.ts';
import { problemLine } from '../../lessons/source/problem.ts';
import { lessonTemplate } from '../../lessons/template.ts';
import { factsOf } from '../../engine/labs/lab-facts.ts';
import { rehearse } from '../../play/rehearsal.ts';
import { loadText } from './course.ts';

const FILE = 'lessons/course/30-own/lesson.md';
const sound = lessonTemplate('own', 30);
const GOAL = 'answered: { at: mx1.harbor.example, by: visitor.example, verb: CONNECT, class: 2, early: false }';
const withGoal = (goal: string) => sound.replace(GOAL, goal);
const lineOf = (source: string, text: string) => source.slice(0, source.indexOf(text)).split('\n').length;

test.each([
  ['a wrong key', sound.replace('minutes: 10', 'minuts: 10'), 'minuts', 'minuts: unknown key. Did you mean "minutes"?'],
  [
    'an unknown host',
    withGoal(GOAL.replace('mx1', 'mx')),
    'mx.harbor.example',
    'the lab two-domains has no host mx.harbor.example; did you mean "mx1.harbor.example"?',
  ],
  [
    'a server that doesn’t speak the protocol',
    withGoal('answered: { at: mx1.harbor.example, verb: RETR, class: 2 }'),
    'answered: { at: mx1.harbor.example, verb: RETR',
    'mx1.harbor.example never says yes to RETR: it speaks SMTP; POP3 is spoken at relay.campus.example, mail.harbor.example',
  ],
  [
    'a host at which nobody listens',
    withGoal('inOrder: { at: visitor.example, steps: [{ verb: MAIL, class: 2 }] }'),
    'inOrder: { at: visitor',
    'in the lab two-domains nobody listens at visitor.example; SMTP is spoken at submit.campus.example, ' +
      'relay.campus.example, lists.forwarder.example, mx1.harbor.example, mx2.harbor.example, mail.harbor.example',
  ],
  [
    'a port at which nobody listens',
    withGoal('answered: { at: mx1.harbor.example, port: 587, verb: MAIL }'),
    'port: 587',
    'nobody listens at port 587 of mx1.harbor.example; write one of 25',
  ],
  [
    'an answer that no server gives',
    withGoal('all: [{ answered: { at: mx1.harbor.example, verb: MAIL, code: 257 } }]'),
    'code: 257',
    'no server answers 257; write class: 2, or one of 211, 214, 220, 221, 235, 250, 251, 252, 253',
  ],
  [
    'a mailbox that nobody has',
    withGoal('inMailbox: { mailbox: bop@harbor.example }'),
    'bop@harbor',
    'nobody in this lab has the mailbox bop@harbor.example; did you mean "bob@harbor.example"?',
  ],
  [
    'a policy that isn’t there',
    withGoal('decided: { policy: greylistng, verdict: defer }'),
    'policy: greylistng',
    'no policy is called "greylistng"; did you mean "greylisting"?',
  ],
])('%s', (_what, source, mark, says) => {
  const told = checkLesson({ file: FILE, source, loadText, factsOf });
  expect(told).toContain(`${FILE}:${lineOf(source, mark)}: ${says}`);
});

test('what is met by what never happens isn’t a mistake', () => {
  const source = withGoal('not: { answered: { at: visitor.example, verb: MAIL } }');
  expect(checkLesson({ file: FILE, source, loadText, factsOf })).toEqual([]);
});

test('a missing translation', () => {
  const source = '---\nlanguage: de\ntitle: Eigene\n---\n\n## Zuhören\n\nWarte.\n\n```task\nid: listen\n```\n\nEnde.\n';
  const told = checkLesson({ file: 'x/lesson.de.md', source, original: sound, loadText, factsOf });
  expect(told).toContain(
    "x/lesson.de.md:11: act isn't translated; write it for: Connect to mx1.harbor.example, port 25, and wait.",
  );
});

async function played(source: string): Promise<{ lines: string[]; problems: string[] }> {
  const parsed = parseLesson(FILE, source);
  if (!parsed.ok) throw new Error(parsed.problems.map(problemLine).join('\n'));
  const lines: string[] = [];
  const tell = (line: string) => lines.push(line);
  const problems = await rehearse({ lesson: parsed.lesson, source, row: 0, mistakes: true, tell });
  return { lines, problems: problems.map(problemLine) };
}

test('a sound lesson is told as it goes', async () => {
  const { lines, problems } = await played(sound);
  expect(problems).toEqual([]);
  expect(lines).toEqual([
    '\n1. Listen first (listen)',
    '   visitor.example calls mx1.harbor.example 25',
    '   < 220 mx1.harbor.example ESMTP Posthorn',
    '   ✓ The server has greeted you before you spoke.',
    '\n1. Listen first (listen), near miss spoke-first',
    '   visitor.example calls mx1.harbor.example 25',
    '   > HELO visitor.example',
    '   < 220 mx1.harbor.example ESMTP Posthorn',
    '   < 250 mx1.harbor.example',
    '   ! You spoke before the 220. Connect again and listen.',
  ]);
});

test.each([
  [
    'a goal that its solution doesn’t meet',
    withGoal(GOAL.replace('class: 2', 'class: 5')),
    'answered: { at',
    'step listen: its solution doesn\'t meet "The server has greeted you before you spoke.". The answer to CONNECT was ' +
      '“220 mx1.harbor.example ESMTP Posthorn”. Write class: 2, or make the solution earn what the goal asks for.',
  ],
  [
    'another server than the solution’s',
    withGoal(GOAL.replace('mx1', 'mx2')),
    'answered: { at',
    'step listen: its solution doesn\'t meet "The server has greeted you before you spoke.". ' +
      'No greeting has been heard yet that fits. The solution speaks to mx1.harbor.example; write one of these.',
  ],
  [
    'a goal that is met from the start',
    withGoal('not: { answered: { at: mx1.harbor.example, verb: DATA } }'),
    'goal:',
    'step listen: its goals are met before anything is done; ask for something that must be done',
  ],
  [
    'a near miss that is never said',
    sound.replace('early: true } }\n', 'early: false, class: 5 } }\n'),
    '- id: spoke-first',
    'step listen: "spoke-first" is never said when what it types is typed; change `when` or `typed`',
  ],
])('playing shows %s', async (_what, source, mark, says) => {
  const { problems } = await played(source);
  expect(problems[0]).toBe(`${FILE}:${lineOf(source, mark)}: ${says}`);
});
