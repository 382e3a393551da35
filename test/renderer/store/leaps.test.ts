// Dragging through the past is told from stepping, and a hand that rests from one that goes on.

import { expect, test } from 'vitest';

import { createBenchStore } from '../../../renderer/store/bench-store.ts';
import { noticeLeaps } from '../../../renderer/store/leaps.ts';
import { LEAP_LIMITS } from '../../../renderer/store/limits.ts';

function dragged() {
  const store = createBenchStore();
  const waiting: (() => void)[] = [];
  noticeLeaps(store, (ms, then) => {
    expect(ms).toBe(LEAP_LIMITS.rest_ms);
    waiting.push(then);
  });
  return { store, waiting, to: (cursor: number | undefined) => store.setState({ cursor }) };
}

test('entering the past and going far in it are leaps until the hand rests', () => {
  const { store, waiting, to } = dragged();
  to(500);
  expect(store.getState().isLeaping).toBe(true);
  to(5000);
  waiting[0]?.();
  expect(store.getState().isLeaping).toBe(true);
  waiting[1]?.();
  expect(store.getState().isLeaping).toBe(false);
});

test('back at now nothing is dragged, whoever waits', () => {
  const { store, waiting, to } = dragged();
  to(500);
  to(undefined);
  expect(store.getState().isLeaping).toBe(false);
  to(800);
  waiting[0]?.();
  expect(store.getState().isLeaping).toBe(true);
});

test('steps, and the way back to now, are none', () => {
  const { store, waiting, to } = dragged();
  to(500);
  waiting[0]?.();
  to(500 + LEAP_LIMITS.stepEvents);
  to(undefined);
  expect(waiting).toHaveLength(1);
  expect(store.getState().isLeaping).toBe(false);
});
