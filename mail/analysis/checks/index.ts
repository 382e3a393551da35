// Every check that a pasted letter goes through. Counterpart: finding.ts says what can be found. To add one: its file, a line
// here. Rule: the most telling first; of one kind only so many.

import { ANALYSIS_LIMITS } from '../../limits.ts';
import type { ClaimedLetter } from '../claimed-letter.ts';
import type { Check, Finding, Severity } from '../finding.ts';
import { fieldBelow } from '../trust.ts';
import { chain } from './chain.ts';
import { clients } from './clients.ts';
import { form } from './form.ts';
import { identities } from './identities.ts';
import { results } from './results.ts';
import { signatures } from './signatures.ts';
import { stamps } from './stamps.ts';
import { times } from './times.ts';

const CHECKS: readonly Check[] = [chain, times, clients, stamps, identities, signatures, results, form];

const RANKS: Readonly<Record<Severity, number>> = { unfit: 0, odd: 1, note: 2 };

/** `trusted`: how many hops are believed, from the top. */
export function findingsOf(letter: ClaimedLetter, trusted: number): Finding[] {
  const asked = { ...letter, trusted, below: fieldBelow(letter, trusted) };
  const found = CHECKS.flatMap((check) => check(asked).slice(0, ANALYSIS_LIMITS.findingsPerCheck));
  return found.toSorted((one, other) => RANKS[one.severity] - RANKS[other.severity]);
}
