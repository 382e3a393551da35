// What is being looked for, and what was found. Counterpart: finding.tsx keeps it, everything that marks lines reads it.
// Rule: while nothing is looked for it is one and the same value, so that no view is drawn again for it.

import { createContext, useContext } from 'react';

import { type Filter, readFilter } from '../../contract/filter/filter.ts';
import type { ConnId, MessageId, Seq } from '../../contract/ids.ts';
import type { FoundLine } from './search.ts';

export interface Finding {
  filter: Filter;
  lines: readonly FoundLine[];
  /** With those that aren't listed. */
  total: number;
  seqs: ReadonlySet<Seq>;
  conns: ReadonlySet<ConnId>;
  messages: ReadonlySet<MessageId>;
  /** Only what has a found line is to be shown. */
  isOnly: boolean;
  /** A long run is still being looked through, or was until somebody stopped it. */
  progress?: { done: number; stop: (() => void) | undefined };
}

export const NOTHING: Finding = {
  filter: readFilter(''),
  lines: [],
  total: 0,
  seqs: new Set(),
  conns: new Set(),
  messages: new Set(),
  isOnly: false,
};

export const FindingContext = createContext<Finding>(NOTHING);

export const useFinding = () => useContext(FindingContext);
