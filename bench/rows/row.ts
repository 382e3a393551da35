// One row of the bench: something measured beside its floor. Counterpart: index.ts lists the rows.
// Rule: a row starts what it needs, measures in turns, and leaves nothing behind, also when it fails.

import type { Figure } from '../figure.ts';
import type { Amount } from '../limits.ts';

export interface Row {
  /** For --only. */
  name: string;
  measure: (amount: Amount) => Promise<Figure[]>;
}
