// How likely a letter is junk, from how often its words stood in junk and in other letters. Counterpart: tokens.ts;
// engine/policy/bayes.ts acts on it. Rule: arithmetic that can be done by hand, and no chance in it.
//
//   share of junk letters with the word       b = junk / junk letters
//   share of the others with it               g = other / other letters
//   what the word says (Graham)               p = b / (b + g)
//   as sure as n sightings make it (Robinson) f = (s*x + n*p) / (s + n), with s = 1, x = 0.5, n = junk + other
//   the 15 words farthest from 0.5 together   P = f1*f2*... / (f1*f2*... + (1-f1)*(1-f2)*...)

import { BAYES_LIMITS } from '../limits.ts';

/** In how many letters of each kind: a word, or all. */
export interface Counts {
  junk: number;
  other: number;
}

export interface WeighedToken extends Counts {
  token: string;
  /** f of the arithmetic. */
  probability: number;
}

export interface Score {
  /** P of the arithmetic. */
  probability: number;
  /** The most telling words, the strongest first. */
  telling: WeighedToken[];
}

/** s and x of Robinson: how much is thought of a word, and how firmly, before it was seen. */
const STRENGTH = 1;
const ASSUMED = 0.5;

export function tokenProbability(word: Counts, letters: Counts): number {
  const seen = word.junk + word.other;
  if (seen === 0) return ASSUMED;
  const [inJunk, inOther] = [word.junk / letters.junk, word.other / letters.other];
  const said = inJunk / (inJunk + inOther);
  return (STRENGTH * ASSUMED + seen * said) / (STRENGTH + seen);
}

/** Undefined while letters of one kind are missing: without both there is nothing to compare. */
export function score(
  tokens: Iterable<string>,
  known: (token: string) => Counts | undefined,
  letters: Counts,
): Score | undefined {
  if (letters.junk === 0 || letters.other === 0) return undefined;
  const weighed: WeighedToken[] = [];
  for (const token of tokens) {
    const counts = known(token);
    if (counts) weighed.push({ token, ...counts, probability: tokenProbability(counts, letters) });
  }
  const strength = ({ probability }: WeighedToken): number => Math.abs(probability - ASSUMED);
  const telling = weighed
    .filter((one) => strength(one) > 0)
    .toSorted((a, b) => strength(b) - strength(a) || (a.token < b.token ? -1 : 1))
    .slice(0, BAYES_LIMITS.telling);
  const junk = telling.reduce((product, one) => product * one.probability, 1);
  const other = telling.reduce((product, one) => product * (1 - one.probability), 1);
  return { probability: junk / (junk + other), telling };
}
