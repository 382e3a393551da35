// The command itself: a policy that is wrong is told with its line, a class gets its table, and what isn't a session is a row.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

import { CHALLENGES } from '../../lessons/challenges/index.ts';
import { csv } from '../../mark/csv.ts';
import { readPolicy } from '../../mark/policy.ts';
import { course } from '../lessons/course.ts';
import { temporaryDir } from '../support/temporary-dir.ts';
import { handIn, lessonOf } from './student.ts';

vi.setConfig({ testTimeout: 120_000 });

function mark(args: readonly string[], cwd: string) {
  const main = new URL('../../mark/main.ts', import.meta.url).pathname;
  return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', cwd });
}

const stepsOf = (id: string) => (lessonOf(id).versions[0] ?? []).map((step) => step.id);
const known = {
  lessons: course.lessons.map(({ head }) => head.id),
  challenges: CHALLENGES.map(({ id }) => id),
  stepsOf,
};
const problemsOf = (source: string) => {
  const read = readPolicy('week.yaml', source, known);
  return read.ok ? [] : read.problems;
};

test('a wrong policy is told with its line and what to write instead', () => {
  expect(problemsOf('exercise: lab-1\nlessons:\n  greylistng: { points: 10 }\n')).toEqual([
    'week.yaml:3: there is no lesson "greylistng". Did you mean "greylisting"?',
  ]);
  expect(problemsOf('exercise: lab-1\nhintCost: 0.1\nlessons: {}\n')[0]).toMatch(/^week\.yaml:2: .*hintCost/);
});

test('the policy that the documents show is sound', () => {
  const text = readFileSync(new URL('../../docs/marking.md', import.meta.url), 'utf8');
  const source = /```yaml\n(.*?)```/s.exec(text)?.[1] ?? '';
  expect(readPolicy('docs/marking.md', source, known)).toMatchObject({ ok: true, policy: { exercise: 'week-3' } });
});

test('a class gets its table and its report', async () => {
  const dir = temporaryDir();
  writeFileSync(join(dir, 'week.yaml'), 'exercise: lab-1\nlessons:\n  what-it-answers: { points: 10 }\n');
  writeFileSync(join(dir, 'ann.posthorn'), await handIn('ann', 'what-it-answers', 2));
  writeFileSync(join(dir, 'ben.posthorn'), 'not a session');
  const { status, stdout } = mark(
    ['--policy', 'week.yaml', '--report', 'class.md', 'ann.posthorn', 'ben.posthorn'],
    dir,
  );
  expect(status).toBe(0);
  const [names, ann, ben] = stdout.split('\r\n');
  expect(names).toBe('ID number,Grade,Feedback');
  const grade = Number(ann?.split(',')[1]);
  expect(grade).toBeGreaterThan(0);
  expect(grade).toBeLessThan(100);
  expect(ann).toContain('not done');
  expect(ben).toMatch(/^ben\.posthorn,0,.*FOUND/);
  expect(readFileSync(join(dir, 'class.md'), 'utf8')).toContain('2 files, 1 of them with findings');
});

test('a cell never becomes a formula', () => {
  expect(csv([['=HYPERLINK("x")', 3, 'a,b']])).toBe('"\'=HYPERLINK(""x"")",3,"a,b"\r\n');
});
