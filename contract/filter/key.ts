// One word that may stand before the colon in a filter. Counterpart: keys/ has one file a word, keys/index.ts lists them.
// Rule: `test` answers undefined for a value that can never fit anything, so that a mistyped one is told and not ignored.

import type { FilterSubject } from './subject.ts';

export type FilterTest = (subject: FilterSubject) => boolean;

/** What of a line tells what is like it. */
export type LineToLike = Pick<FilterSubject, 'protocol' | 'from' | 'text'>;

export interface FilterKey {
  key: string;
  /** Values that are worth offering whatever the lab is; hosts, policies and letters are added by who knows them. */
  values: readonly string[];
  test: (value: string) => FilterTest | undefined;
  /** The value that finds a line and others like it; undefined where none does. */
  like?: (line: LineToLike) => string | undefined;
  /** It can't be known while the line is still on the wire: no breakpoint can wait for it. */
  isLate?: boolean;
}
