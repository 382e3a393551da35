// Finding an entry by what somebody types. Counterpart: sections.ts. Rule: every word must be somewhere; what is called so
// comes before what speaks of it.

import type { Entry } from './sections.ts';

export function findEntries(entries: readonly Entry[], query: string): Entry[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...entries];
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((one, other) => other.rank - one.rank)
    .map(({ entry }) => entry);
}

/** 0: a word is nowhere. */
function rankOf({ term, also = [], says, cure = '', rfc = '' }: Entry, words: readonly string[]): number {
  const names = [term, ...also].map((name) => name.toLowerCase());
  const text = `${says} ${cure} ${rfc}`.toLowerCase();
  let rank = 0;
  for (const word of words) {
    if (names.includes(word)) rank += 100;
    else if (names.some((name) => name.startsWith(word))) rank += 20;
    else if (names.some((name) => name.includes(word))) rank += 10;
    else if (text.includes(word)) rank += 1;
    else return 0;
  }
  // The main name counts for more than another of its names.
  return names[0] === words.join(' ') ? rank + 50 : rank;
}

/** The entry for an RFC as it is cited: `RFC 5321 §4.1.1.3` -> `rfcs/5321`. */
export function rfcTarget(cited: string): string | undefined {
  const number = /RFC (\d+)/.exec(cited)?.[1];
  return number === undefined ? undefined : `rfcs/${number}`;
}
