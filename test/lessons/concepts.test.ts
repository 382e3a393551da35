// The concept test as data: both forms sound, parallel and fair; and what is made of the answers.

import fs from 'node:fs';

import { describe, expect, test } from 'vitest';

import type { KeptConceptTest } from '../../contract/progress.ts';
import { noProgress } from '../../contract/progress.ts';
import { BELIEFS } from '../../lessons/beliefs.ts';
import {
  beforeAndAfter,
  beliefsOf,
  type ConceptItem,
  CONCEPTS,
  FORMS,
  nextForm,
  openTest,
  readForm,
  resultsOf,
} from '../../lessons/concepts/concepts.ts';
import { formInWords } from '../../lessons/concepts/form-words.ts';
import { courseHeads } from '../../lessons/library.ts';
import { lessonsByBelief } from '../../lessons/shown-in.ts';
import { say } from '../../lessons/text/say.ts';
import { course, loadText } from './course.ts';

const sourceOf = (form: string) =>
  fs.readFileSync(new URL(`../../lessons/concepts/form-${form}.yaml`, import.meta.url), 'utf8');

function itemsOf(form: string): ConceptItem[] {
  const read = readForm(`form-${form}.yaml`, sourceOf(form));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.items;
}

/** Questions whose right answer is the longest. */
const givenAway = (items: readonly ConceptItem[]) =>
  items.filter(({ options }) => {
    const right = options.find((option) => option.right)?.text.length ?? 0;
    return options.every((option) => option.right || option.text.length < right);
  });

describe('the forms', () => {
  test('ask for all 22 concepts, each in another situation', () => {
    const [a = [], b = []] = FORMS.map(itemsOf);
    expect(a).toHaveLength(22);
    expect(CONCEPTS.flat().slice(0, 5)).toEqual(BELIEFS.slice(0, 5));
    for (const [at, item] of a.entries()) {
      expect(b[at]?.concept).toBe(item.concept);
      expect(b[at]?.asks).not.toBe(item.asks);
    }
  });

  test('don’t give the answer away by its place or its length', () => {
    for (const items of FORMS.map(itemsOf)) {
      const places = items.map(({ options }) => options.findIndex((option) => option.right));
      for (const place of [0, 1, 2]) expect(places.filter((one) => one === place).length).toBeGreaterThanOrEqual(4);
      expect(givenAway(items).length).toBeLessThanOrEqual(12);
    }
  });

  test('are whole in German, in other words and as fair', () => {
    for (const form of FORMS) {
      const english = itemsOf(form);
      const german = formInWords(english, `form-${form}.de.yaml`, sourceOf(`${form}.de`));
      if (!german.ok) throw new Error(JSON.stringify(german.problems));
      expect(german.items.map(({ concept }) => concept)).toEqual(english.map(({ concept }) => concept));
      expect(german.items.filter(({ asks }, at) => asks === english[at]?.asks)).toEqual([]);
      expect(givenAway(german.items).length).toBeLessThanOrEqual(12);
    }
  });

  test('in other words miss nothing and add nothing', () => {
    const [item] = itemsOf('a');
    if (!item) throw new Error('an empty form');
    const written = (options: string) => `- concept: ${item.concept}\n  asks: Wer?\n  options: ${options}\n`;
    expect(formInWords([item], 'f.yaml', written('{ first: A, last: B, none: C }')).ok).toBe(true);
    for (const [options, line] of [
      ['{ first: A, last: B }', 3],
      ['{ first: A, last: B, none: C, more: D }', 3],
      ['[A, B, C]', 3],
    ] as const)
      expect(formInWords([item], 'f.yaml', written(options))).toMatchObject({ ok: false, problems: [{ line }] });
    expect(formInWords([item], 'f.yaml', '[]').ok).toBe(false);
  });

  test('each concept has its belief and its truth in words', () => {
    for (const [concept] of CONCEPTS) {
      expect(say(`belief.${concept}`)).not.toBe('');
      expect(say(`truth.${concept}`)).not.toBe('');
    }
  });

  test.each([
    ['an unknown belief', 'belief: to-decides', 'belief: to-desides', /form-a\.yaml/],
    ['two right options', 'belief: to-decides', 'right: true', /exactly one/],
    ['a concept too few', /- concept: one-outcome[^]*?(?=- concept: forw)/, '', /every concept once/],
    ['no option with its own belief', /belief: one-outcome/g, 'belief: to-decides', /the concept is about/],
  ])('with %s are refused, with the line', (_, what, instead, message) => {
    const read = readForm('form-a.yaml', sourceOf('a').replace(what, instead));
    expect(read.ok ? [] : read.problems.map((one) => `${one.file}:${one.line}: ${one.message}`)).toEqual(
      expect.arrayContaining([expect.stringMatching(message)]),
    );
  });
});

describe('what comes of the answers', () => {
  const kept = (
    form: 'a' | 'b',
    began_ms: number,
    answers: KeptConceptTest['answers'],
    ended = true,
  ): KeptConceptTest => ({
    ...{ form, began_ms, seen_ms: began_ms, answers },
    ...(ended ? { ended_ms: began_ms + 1 } : {}),
  });

  test('right, believed, not known, not asked', () => {
    const answers = { 'from-is-checked': 'none', 'to-decides': 'ann', 'any-dot-ends': 'dont-know' };
    const results = resultsOf(itemsOf('a'), kept('a', 1, answers));
    const of = (concept: string) => results.find((one) => one.concept === concept);
    expect(of('from-is-checked')).toEqual({ concept: 'from-is-checked', said: 'right' });
    expect(of('to-decides')).toEqual({ concept: 'to-decides', said: 'wrong', belief: 'to-decides' });
    expect(of('any-dot-ends')).toMatchObject({ said: 'unknown' });
    expect(of('one-outcome')).toMatchObject({ said: 'open' });
  });

  test('the forms take turns; the first is compared with the last', () => {
    const progress = (...tests: KeptConceptTest[]) => ({ ...noProgress(), tests });
    const [first, second, third] = [kept('a', 1, {}), kept('b', 5, {}), kept('a', 9, {})];
    expect(nextForm(progress())).toBe('a');
    expect(nextForm(progress(first))).toBe('b');
    expect(nextForm(progress(first, second))).toBe('a');
    expect(beforeAndAfter(progress(first))).toEqual({ before: first });
    expect(beforeAndAfter(progress(first, second, third))).toEqual({ before: first, after: third });
    const open = kept('b', 5, {}, false);
    expect(openTest(progress(first, open))).toBe(open);
    expect(beforeAndAfter(progress(first, open))).toEqual({ before: first });
  });
});

test('the lessons that show a belief are those that name it', () => {
  const named = lessonsByBelief(loadText, courseHeads(loadText));
  for (const [concept] of CONCEPTS) {
    for (const belief of beliefsOf(concept)) {
      const read = course.lessons.filter(({ versions }) =>
        versions[0]?.some(
          (step) => step.id !== 'opening' && step.prediction?.options.some((one) => one.belief === belief),
        ),
      );
      expect(named.get(belief) ?? [], belief).toEqual(read.map(({ head }) => head.id));
    }
  }
});
