// The command itself: a policy that is wrong is told with its line, a class gets its table, and what isn't a session is a row.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

import { csv } from '../../mark/csv.ts';
import { temporaryDir } from '../support/temporary-dir.ts';
import { handIn } from './student.ts';

vi.setConfig({ testTimeout: 120_000 });

function mark(args: readonly string[], cwd: string) {
  const main = new URL('../../mark/main.ts', import.meta.url).pathname;
  return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', cwd });
}

test('a wrong policy is told with its line and what to write instead', () => {
  const dir = temporaryDir();
  writeFileSync(join(dir, 'week.yaml'), 'exercise: lab-1\nlessons:\n  greylistng: { points: 10 }\n');
  const { status, stderr } = mark(['--policy', 'week.yaml', 'x.posthorn'], dir);
  expect(status).toBe(2);
  expect(stderr).toContain('week.yaml:3: there is no lesson "greylistng". Did you mean "greylisting"?');
  writeFileSync(join(dir, 'week.yaml'), 'exercise: lab-1\nhintCost: 0.1\nlessons: {}\n');
  expect(mark(['--policy', 'week.yaml', 'x.posthorn'], dir).stderr).toMatch(/week\.yaml:2: .*hintCost/);
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
