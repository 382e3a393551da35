// docs/teaching-guide.md is what its script makes of the lessons, and each of the 22 misconceptions can be said somewhere.

import fs from 'node:fs';

import { expect, test } from 'vitest';

import { answersDocument } from '../../lessons/guide/answers.ts';
import { predictionsDocument } from '../../lessons/guide/predictions.ts';
import { fillGuide, missingBeliefs } from '../../lessons/guide/tables.ts';
import { course } from './course.ts';

const read = (name: string) => fs.readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const guide = read('teaching-guide.md');

test('the guide’s tables are those of the lessons (npm run guide writes them)', () => {
  expect(guide).toBe(fillGuide(guide, course.lessons));
});

test('the answers are those of the lessons (npm run guide writes them)', () => {
  expect(read('answers.md')).toBe(predictionsDocument(course.lessons));
});

test('each misconception has a prediction option that names it', () => {
  expect(missingBeliefs(course.lessons)).toEqual([]);
});

test('a guide without a place for a table is refused', () => {
  expect(() => fillGuide('# Guide', course.lessons)).toThrow(/no place for the table lessons/);
});

test('the answers have every step of every lesson', () => {
  const answers = answersDocument(course.lessons);
  for (const { versions, head } of course.lessons) {
    expect(answers).toContain(head.title);
    for (const { id, title } of versions[0] ?? []) if (id !== 'opening') expect(answers).toContain(`### ${title}`);
  }
});
