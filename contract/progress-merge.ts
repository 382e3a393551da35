// Two records of one learner put together: that of this computer and one from a file, or from another window. Counterpart:
// progress.ts. Rule: nothing done is ever lost, the earlier of two is the one that counts, and it makes no difference
// which of them comes first or how often the same one comes (a property test holds that).

import {
  type KeptAnswer,
  type KeptConceptTest,
  type LessonProgress,
  type Progress,
  PROGRESS_LIMITS,
  type StepProgress,
} from './progress.ts';

export function mergeProgress(one: Progress, other: Progress): Progress {
  return {
    format: 1,
    lessons: mergeRecords(one.lessons, other.lessons, mergeLessons),
    tests: mergeTests(one.tests, other.tests),
  };
}

function mergeLessons(one: LessonProgress, other: LessonProgress): LessonProgress {
  return {
    began_ms: Math.min(one.began_ms, other.began_ms),
    seen_ms: Math.max(one.seen_ms, other.seen_ms),
    ...earliest('done_ms', one.done_ms, other.done_ms),
    ...earliest('known_ms', one.known_ms, other.known_ms),
    steps: mergeRecords(one.steps, other.steps, mergeSteps),
  };
}

function mergeSteps(one: StepProgress, other: StepProgress): StepProgress {
  const done = first(one.done, other.done);
  const prediction = first(one.prediction, other.prediction);
  const reviews = mergeAnswers(one.reviews ?? [], other.reviews ?? []);
  return {
    ...(done ? { done } : {}),
    ...earliest('alone_ms', one.alone_ms, other.alone_ms),
    ...(prediction ? { prediction } : {}),
    ...(reviews.length > 0 ? { reviews } : {}),
  };
}

function mergeAnswers(one: readonly KeptAnswer[], other: readonly KeptAnswer[]): KeptAnswer[] {
  const unique = new Map([...one, ...other].map((answer) => [JSON.stringify(answer), answer]));
  return [...unique.values()].toSorted(byTime).slice(-PROGRESS_LIMITS.reviews);
}

/** A test is known by when it was begun; the one that was gone on with later counts. */
function mergeTests(one: readonly KeptConceptTest[], other: readonly KeptConceptTest[]): KeptConceptTest[] {
  const kept = new Map<string, KeptConceptTest>();
  for (const test of [...one, ...other]) {
    const key = `${test.form} ${test.began_ms}`;
    const before = kept.get(key);
    if (!before || isLater(test, before)) kept.set(key, test);
  }
  const inOrder = [...kept.values()].toSorted(
    (left, right) => left.began_ms - right.began_ms || (left.form < right.form ? -1 : 1),
  );
  return inOrder.slice(-PROGRESS_LIMITS.tests);
}

/** By the last answer; of two at the same time the same one counts wherever they are compared. */
function isLater(one: KeptConceptTest, other: KeptConceptTest): boolean {
  return byTime({ ...one, at_ms: one.seen_ms }, { ...other, at_ms: other.seen_ms }) > 0;
}

function first<T extends { at_ms: number }>(one: T | undefined, other: T | undefined): T | undefined {
  if (!one || !other) return one ?? other;
  return byTime(one, other) <= 0 ? one : other;
}

/** By time; of two at the same time, the same one wherever they are compared. */
function byTime(one: { at_ms: number }, other: { at_ms: number }): number {
  if (one.at_ms !== other.at_ms) return one.at_ms - other.at_ms;
  const [left, right] = [JSON.stringify(sorted(one)), JSON.stringify(sorted(other))];
  return left < right ? -1 : left > right ? 1 : 0;
}

function earliest<K extends string>(
  key: K,
  one: number | undefined,
  other: number | undefined,
): Partial<Record<K, number>> {
  const times = [one, other].filter((time) => time !== undefined);
  return times.length === 0 ? {} : ({ [key]: Math.min(...times) } as Partial<Record<K, number>>);
}

function mergeRecords<T>(
  one: Record<string, T>,
  other: Record<string, T>,
  merge: (one: T, other: T) => T,
): Record<string, T> {
  const merged = new Map(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    const before = merged.get(key);
    merged.set(key, before === undefined ? value : merge(before, value));
  }
  return Object.fromEntries(merged);
}

/** With its keys in order: two equal values are then equal texts. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
