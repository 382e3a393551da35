// A letter of the corpus: what it is, what is to be found in it, and its text. Counterpart: honest.ts, strange.ts. Rule:
// every finding is expected by name, notes included; whatever isn't named must not be found.

import type { FindingCode } from '../../../../mail/analysis/finding.ts';

export interface CorpusLetter {
  name: string;
  finds: readonly FindingCode[];
  letter: string;
}
