// Places on the page: what stays keeps its own, and only in the past does what comes take one that is free.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { Slots } from '../../../renderer/app/slots.ts';

const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'));

describe('slots', () => {
  test('give each its own, whatever comes and goes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(ids, fc.boolean()), { minLength: 1 }), (turns) => {
        const slots = new Slots();
        let before = new Map<string, string | undefined>();
        for (const [wanted, mayReuse] of turns) {
          const given = slots.place(wanted, mayReuse);
          expect(new Set(given).size).toBe(wanted.length);
          expect(slots.place(wanted, mayReuse)).toEqual(given);
          const now = new Map(wanted.map((id, index) => [id, given[index]]));
          for (const [id, slot] of now) if (before.has(id)) expect(slot).toBe(before.get(id));
          before = now;
        }
      }),
    );
  });

  test('are taken over in order where that is wanted', () => {
    const slots = new Slots();
    const first = slots.place(['a', 'b', 'c'], false);
    expect(slots.place(['d', 'b', 'e'], true)).toEqual(first);
  });

  test('are new where it is not', () => {
    const slots = new Slots();
    const first = slots.place(['a', 'b'], false);
    expect(slots.place(['c', 'd'], false).some((slot) => first.includes(slot))).toBe(false);
  });
});
