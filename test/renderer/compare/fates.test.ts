// What became of letters, what was decided, and what is folded away, out of two sessions of a real run.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LabEvent } from '../../../contract/events.ts';
import { foldEvent } from '../../../contract/fold/fold.ts';
import { emptyState } from '../../../contract/fold/state.ts';
import { align, type Row, type RowKind } from '../../../renderer/compare/align.ts';
import { fatesOf, isSameFate, verdictChanges } from '../../../renderer/compare/fates.ts';
import { foldsOf } from '../../../renderer/compare/folds.ts';
import { talksOf } from '../../../renderer/compare/talk.ts';
import { TestLab } from '../../support/lab.ts';

const runOf = (events: readonly LabEvent[]) => {
  const state = emptyState();
  for (const event of events) foldEvent(state, event);
  return { events: [...events], state, capture: new Uint8Array() };
};

describe('a letter at once and one that has to wait', () => {
  let plain: TestLab;
  let grey: TestLab;

  beforeAll(async () => {
    [plain, grey] = await Promise.all([TestLab.open(), TestLab.open()]);
    const value = { enabled: true, delay_s: 600 };
    await grey.send('config.patch', { host: 'mx1.harbor.example', path: '/policies/greylisting', value });
    for (const lab of [plain, grey]) {
      await lab.letter('bob@harbor.example');
      await lab.send('clock.advance', { ms: 3_600_000 });
    }
  });

  afterAll(() => Promise.all([plain.close(), grey.close()]));

  it('is told in both runs, with the reply and the wait', () => {
    const [fate, ...others] = fatesOf(runOf(plain.events), runOf(grey.events));
    expect(others).toEqual([]);
    expect(fate?.one).toMatchObject({ end: 'delivered', deferrals: [], mailboxes: ['bob@harbor.example'] });
    expect(fate?.two).toMatchObject({ end: 'delivered', mailboxes: ['bob@harbor.example'] });
    expect(fate?.two?.deferrals[0]).toMatch(/^450 4\.2\.0 /);
    expect(fate?.two?.after_ms).toBeGreaterThanOrEqual(600_000);
    expect(isSameFate(fate?.one, fate?.two)).toBe(false);
    expect(isSameFate(fate?.two, fate?.two)).toBe(true);
  });

  it('names the verdict that differs, and nothing where both are the same', () => {
    const [one, two] = [talksOf(runOf(plain.events)), talksOf(runOf(grey.events))];
    const changes = verdictChanges(align(one, two));
    expect(changes).toMatchObject([{ host: 'mx1.harbor.example', policy: 'greylisting', two: 'defer', count: 2 }]);
    expect(verdictChanges(align(two, two))).toEqual([]);
    expect(align(one, two).first).toBeDefined();
  });
});

it('folds equal lines away, and what stands on one side only after its beginning', () => {
  const kinds = (...parts: [RowKind, number][]): Row[] =>
    parts.flatMap(([kind, count]) => Array.from({ length: count }, () => ({ kind })));
  const folds = (rows: Row[], unfolded: number[] = []) =>
    foldsOf(rows, new Set(unfolded)).map(({ kind, count }) => `${kind} ${count}`);
  expect(folds(kinds(['same', 20]))).toEqual(['equal 20']);
  expect(folds(kinds(['same', 3]))).toEqual(['shown 3']);
  expect(folds(kinds(['same', 12], ['other', 1], ['same', 12]))).toEqual(['equal 10', 'shown 5', 'equal 10']);
  expect(folds(kinds(['same', 12], ['other', 1], ['same', 12]), [0])).toEqual(['shown 10', 'shown 5', 'equal 10']);
  expect(folds(kinds(['two', 30]))).toEqual(['shown 6', 'two 24']);
});
