// Counting letters into a table. Counterpart: engine/experiment/tally.ts.

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type ExperimentLetter, LETTER_FATES } from '../../../contract/experiment.ts';
import { resultOf } from '../../../engine/experiment/tally.ts';

const letter = fc.record({
  actor: fc.constantFrom('patient', 'pool', 'bot-once'),
  fate: fc.constantFrom(...LETTER_FATES),
  delay: fc.nat(10_000),
});

test('every letter is in one cell, and the totals are the sums of the rows', () => {
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 60 }), (given) => {
      const letters = given.map(({ actor, fate, delay }, at): ExperimentLetter => ({
        ...{
          message: `m1.${at}`,
          actor,
          isHonest: actor !== 'bot-once',
          from: '',
          to: '',
          subject: '',
          fate,
          seq: 1,
          tries: 1,
        },
        ...(fate === 'stopped' ? {} : { delay_s: delay }),
      }));
      const { rows, totals } = resultOf(letters, ['patient', 'pool', 'bot-once']);
      for (const row of rows) {
        expect(row.arrived + row.marked + row.stopped).toBe(row.letters);
        if (row.median_s !== undefined) expect(row.median_s).toBeLessThanOrEqual(row.worst_s ?? 0);
      }
      expect(totals.caught + totals.missed).toBe(rows[2]?.letters);
      expect(totals.falsePositives).toBe(
        rows.slice(0, 2).reduce((sum, { marked, stopped }) => sum + marked + stopped, 0),
      );
      expect(totals.letters).toBe(letters.length);
    }),
  );
});
