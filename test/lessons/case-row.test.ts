// The cases that a number makes, and the lesson whose cast two of them are.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { caseRow } from '../../lessons/case/case-row.ts';
import { rowFor } from '../../lessons/source/cast.ts';
import { readYaml } from '../../lessons/source/yaml.ts';
import { cutLesson } from '../../lessons/source/markdown.ts';
import { loadText } from './course.ts';

test('the lesson’s cast are the first cases', () => {
  const source = loadText('27-case/lesson.md') ?? '';
  const head = readYaml('27-case/lesson.md', cutLesson('27-case/lesson.md', source).head).value as { cast: unknown[] };
  expect(head.cast).toEqual(head.cast.map((_row, at) => caseRow(at)));
  expect(rowFor(1, 0, head.cast.length)).toBe(1);
});

test('any number makes a case that can be told: other subjects, two honest letters, one hidden thief', () => {
  const verdicts = (row: Readonly<Record<string, string>>, prefix: string) =>
    [1, 2, 3, 4, 5].map((number) => row[`${prefix}${number}`] ?? '');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (seed) => {
      const row = caseRow(seed);
      expect(caseRow(seed)).toEqual(row);
      const subjects = [...verdicts(row, 'subject'), ...verdicts(row, 'otherSubject')];
      expect(new Set(subjects).size).toBe(10);
      for (const prefix of ['verdict', 'otherVerdict']) {
        expect(verdicts(row, prefix).toSorted()).toEqual(['forged', 'forged', 'forged', 'honest', 'honest']);
      }
      expect(verdicts(row, 'by').toSorted()).toEqual(['bot', 'lists', 'relay', 'relay', 'visitor']);
      expect(row['boss']).not.toBe(row['otherBoss']);
      for (const [name, value] of Object.entries(row)) if (/shell/i.test(name)) expect(value.length).toBeLessThan(400);
    }),
  );
});
