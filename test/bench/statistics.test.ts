// The figures out of samples: bench/statistics.ts.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { median, percentile } from '../../bench/statistics.ts';

const samples = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { minLength: 1 });

test('the median is the middle sample, or the mean of the two in the middle', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNaN();
});

test('a number is sorted as a number', () => {
  expect(median([9, 10, 100])).toBe(10);
});

test('a percentile is a sample by nearest rank', () => {
  const hundred = Array.from({ length: 100 }, (_none, at) => 100 - at);
  expect(percentile(hundred, 95)).toBe(95);
  expect(percentile(hundred, 100)).toBe(100);
  expect(percentile(hundred, 0)).toBe(1);
  expect(percentile([5], 95)).toBe(5);
  expect(percentile([], 95)).toBeNaN();
});

test('neither changes the samples', () => {
  const given = [3, 1, 2];
  median(given);
  percentile(given, 50);
  expect(given).toEqual([3, 1, 2]);
});

test('at least so many samples lie at or below a percentile, and none of them lies beyond the range', () => {
  fc.assert(
    fc.property(samples, fc.integer({ min: 0, max: 100 }), (given, percent) => {
      const value = percentile(given, percent);
      expect(given).toContain(value);
      const below = given.filter((sample) => sample <= value).length;
      expect(below).toBeGreaterThanOrEqual((percent / 100) * given.length);
    }),
  );
});

test('half of the samples lie on either side of the median', () => {
  fc.assert(
    fc.property(samples, (given) => {
      const value = median(given);
      expect(given.filter((sample) => sample <= value).length).toBeGreaterThanOrEqual(given.length / 2);
      expect(given.filter((sample) => sample >= value).length).toBeGreaterThanOrEqual(given.length / 2);
    }),
  );
});
