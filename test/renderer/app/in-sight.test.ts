// What a person sees of a list while they drag. Counterpart: renderer/app/in-sight.ts.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { inSight } from '../../../renderer/app/in-sight.ts';

const px = fc.integer({ min: 1, max: 4000 });

test('as many as fill what is seen, and at most one more', () => {
  fc.assert(
    fc.property(px, px, (seen_px, least_px) => {
      const count = inSight({ hidden_px: 0, seen_px }, least_px);
      expect(count * least_px).toBeGreaterThanOrEqual(seen_px);
      expect((count - 2) * least_px).toBeLessThan(seen_px);
    }),
  );
});

test('all of them where the beginning was scrolled away, none where nothing is seen', () => {
  fc.assert(
    fc.property(px, px, px, (hidden_px, seen_px, least_px) => {
      expect(inSight({ hidden_px, seen_px }, least_px)).toBe(Infinity);
      expect(inSight({ hidden_px, seen_px: 0 }, least_px)).toBe(0);
    }),
  );
});
