// Two records of a learner put together: nothing is lost, and order makes no difference; what isn't one is refused.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Progress, noProgress, progressSchema } from '../../contract/progress.ts';
import { mergeProgress } from '../../contract/progress-merge.ts';

const time = fc.integer({ min: 0, max: 6 });
const answer = fc.record({
  option: fc.constantFrom('letter', 'nothing', 'dont-know'),
  right: fc.boolean(),
  sure: fc.boolean(),
  names: fc.integer({ min: 0, max: 1 }),
  at_ms: time,
});
const done = fc.record({
  at_ms: time,
  hints: fc.integer({ min: 0, max: 3 }),
  round: fc.integer({ min: 0, max: 2 }),
  names: fc.integer({ min: 0, max: 1 }),
  quotes: fc.array(
    fc.record({ from: fc.constantFrom('client' as const, 'server' as const), text: fc.string({ maxLength: 4 }) }),
    {
      maxLength: 2,
    },
  ),
});
const few = fc.constantFrom('one', 'two', 'constructor', 'to-string');
const step = fc.record(
  // At least one answer where there are any, as a record is written.
  { done, alone_ms: time, prediction: answer, reviews: fc.array(answer, { minLength: 1, maxLength: 1 }) },
  { requiredKeys: [] },
);
const lesson = fc.record(
  {
    began_ms: time,
    seen_ms: time,
    done_ms: time,
    known_ms: time,
    steps: fc.dictionary(few, step, { maxKeys: 3, noNullPrototype: true }),
  },
  { requiredKeys: ['began_ms', 'seen_ms', 'steps'] },
);
const concept = fc.record(
  {
    form: fc.constantFrom('a' as const, 'b' as const),
    began_ms: time,
    seen_ms: time,
    ended_ms: time,
    answers: fc.dictionary(few, few, { maxKeys: 3, noNullPrototype: true }),
  },
  { requiredKeys: ['form', 'began_ms', 'seen_ms', 'answers'] },
);
const record: fc.Arbitrary<Progress> = fc
  .record({
    lessons: fc.dictionary(few, lesson, { maxKeys: 3, noNullPrototype: true }),
    tests: fc.array(concept, { maxLength: 3 }),
  })
  // In the one form that merging gives: tests in order, each once.
  .map(({ lessons, tests }) => mergeProgress({ format: 1, lessons, tests: [] }, { format: 1, lessons: {}, tests }));

describe('merging', () => {
  test('the same one again, or nothing, changes nothing', () => {
    fc.assert(
      fc.property(record, (one) => {
        expect(mergeProgress(one, one)).toEqual(one);
        expect(mergeProgress(one, noProgress())).toEqual(one);
      }),
    );
  });

  test('the order makes no difference, and the result is sound', () => {
    fc.assert(
      fc.property(record, record, record, (one, two, three) => {
        const merged = mergeProgress(mergeProgress(one, two), three);
        expect(mergeProgress(two, mergeProgress(three, one))).toEqual(merged);
        expect(progressSchema.safeParse(merged).success).toBe(true);
      }),
    );
  });

  test('nothing done is lost', () => {
    fc.assert(
      fc.property(record, record, (one, two) => {
        const merged = mergeProgress(one, two);
        for (const [id, { steps, done_ms }] of Object.entries(one.lessons)) {
          if (done_ms !== undefined) expect(merged.lessons[id]?.done_ms).toBeLessThanOrEqual(done_ms);
          for (const [name, kept] of Object.entries(steps)) {
            if (kept.done) expect(merged.lessons[id]?.steps[name]?.done?.at_ms).toBeLessThanOrEqual(kept.done.at_ms);
          }
        }
      }),
    );
  });

  test('the first thought is the one that counts, and the latest answers of reviews are kept', () => {
    const thought = (option: string, at_ms: number) => ({ option, right: false, sure: true, names: 0, at_ms });
    const withStep = (reviews: number, option: string, at_ms: number): Progress => ({
      format: 1,
      lessons: {
        spf: {
          began_ms: 1,
          seen_ms: at_ms,
          steps: {
            pass: {
              prediction: thought(option, at_ms),
              reviews: Array.from({ length: reviews }, (_, at) => thought('right', at_ms + at)),
            },
          },
        },
      },
      tests: [],
    });
    const merged = mergeProgress(withStep(15, 'late', 500), withStep(15, 'early', 20)).lessons['spf'];
    expect(merged?.steps['pass']?.prediction?.option).toBe('early');
    expect(merged?.steps['pass']?.reviews).toHaveLength(20);
    expect(merged?.steps['pass']?.reviews?.at(-1)?.at_ms).toBe(514);
    expect(merged?.seen_ms).toBe(500);
  });
});

test('an answer of a concept test that was changed is the one that counts', () => {
  const said = (option: string, seen_ms: number): Progress => ({
    ...noProgress(),
    tests: [{ form: 'a', began_ms: 1, seen_ms, answers: { 'to-decides': option } }],
  });
  for (const merged of [mergeProgress(said('zoe', 2), said('ann', 3)), mergeProgress(said('ann', 3), said('zoe', 2))]) {
    expect(merged.tests.map(({ answers }) => answers['to-decides'])).toEqual(['ann']);
  }
});

test.each([
  ['no format', { lessons: {}, tests: [] }],
  ['another format', { format: 2, lessons: {}, tests: [] }],
  ['a foreign key', { format: 1, lessons: {}, tests: [], grade: 5 }],
  ['a name that is a path', { format: 1, lessons: { '../x': { began_ms: 1, seen_ms: 1, steps: {} } }, tests: [] }],
  ['no time', { format: 1, lessons: { spf: { began_ms: -1, seen_ms: 1, steps: {} } }, tests: [] }],
  ['text where a record is wanted', 'format: 1'],
])('%s is refused', (_, input) => {
  expect(progressSchema.safeParse(input).success).toBe(false);
});

test('a prototype is no lesson', () => {
  const input: unknown = JSON.parse(
    '{"format":1,"lessons":{"__proto__":{"began_ms":1,"seen_ms":1,"steps":{}}},"tests":[]}',
  );
  const parsed = progressSchema.safeParse(input);
  expect(parsed.success ? Object.keys(parsed.data.lessons) : []).toEqual([]);
});
