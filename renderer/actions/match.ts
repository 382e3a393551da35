// Which actions a few typed letters mean. Counterpart: palette.tsx. Rule: every word typed must begin a word of the
// action, or be hidden in its title in order; what begins a title comes first, then what was used last.

import type { Action } from './action.ts';

export interface Candidate {
  action: Action;
  /** What is read in the list, and the words beside it. */
  title: string;
  also: string;
}

/** The candidates that fit, best first. `recent`: ids, last used first. */
export function bestMatches(query: string, candidates: readonly Candidate[], recent: readonly string[]): Candidate[] {
  const wanted = wordsOf(query);
  const rank = ({ action }: Candidate) => {
    const at = recent.indexOf(action.id);
    return at === -1 ? recent.length : at;
  };
  return candidates
    .map((candidate) => ({ candidate, score: scoreOf(wanted, candidate) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score || rank(one.candidate) - rank(other.candidate))
    .map(({ candidate }) => candidate);
}

const SCORE = { title: 100, word: 40, also: 10, hidden: 2 } as const;

function scoreOf(wanted: readonly string[], { title, also }: Candidate): number {
  let sum = 1;
  const [titles, others] = [wordsOf(title), wordsOf(also)];
  const run = titles.join('');
  for (const [at, word] of wanted.entries()) {
    if (titles[at]?.startsWith(word)) sum += SCORE.title;
    else if (titles.some((one) => one.startsWith(word))) sum += SCORE.word;
    else if (others.some((one) => one.startsWith(word))) sum += SCORE.also;
    else if (isHiddenIn(word, run)) sum += SCORE.hidden;
    else return 0;
  }
  return sum;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}+%]+/gu) ?? [];
}

/** Its letters in order, with others between: `nev` in `nextevent`. */
function isHiddenIn(word: string, text: string): boolean {
  let from = 0;
  for (const letter of word) {
    const at = text.indexOf(letter, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return word.length > 2;
}
