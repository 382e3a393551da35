// The small language that finds lines, marks them and stops them: terms that must all be true. Counterpart: cut.ts cuts
// the text, keys/ has the words. Rule: a term with a mistake in it is told and left out, so that what is typed half-way
// already shows something.

import { nearest } from '../problems.ts';
import { cutFilter, type Term } from './cut.ts';
import type { FilterKey, FilterTest } from './key.ts';
import { FILTER_KEYS } from './keys/index.ts';

/** More than anybody types; each term costs a look at each line. */
export const FILTER_CHARS = 500;

export interface FilterProblem {
  code: 'unknown key' | 'no value' | 'bad value' | 'too long';
  /** The key, or the value, that is wrong. */
  what: string;
  key?: string;
  /** A key that was perhaps meant. */
  perhaps?: string;
  start: number;
  end: number;
}

export interface Filter {
  /** Nothing to look for: every line would fit. */
  isEmpty: boolean;
  test: FilterTest;
  problems: readonly FilterProblem[];
  /** Keys that a line on the wire can't be asked for. */
  late: readonly string[];
}

const KEYS: ReadonlyMap<string, FilterKey> = new Map(FILTER_KEYS.map((one) => [one.key, one]));

export function readFilter(text: string): Filter {
  if (text.length > FILTER_CHARS) {
    const problem = { code: 'too long' as const, what: String(FILTER_CHARS), start: FILTER_CHARS, end: text.length };
    return { isEmpty: true, test: () => false, problems: [problem], late: [] };
  }
  const tests: FilterTest[] = [];
  const problems: FilterProblem[] = [];
  const late = new Set<string>();
  for (const term of cutFilter(text)) {
    const read = readTerm(term);
    if ('code' in read) problems.push(read);
    else tests.push(read.test);
    if (KEYS.get(term.key)?.isLate === true) late.add(term.key);
  }
  return { isEmpty: tests.length === 0, test: (one) => tests.every((test) => test(one)), problems, late: [...late] };
}

function readTerm({ key, values, isNot, start, end }: Term): FilterProblem | { test: FilterTest } {
  const place = { start, end };
  const known = KEYS.get(key === '' ? 'text' : key);
  if (!known) {
    const perhaps = nearest(key, [...KEYS.keys()]);
    return { code: 'unknown key', what: key, ...(perhaps === undefined ? {} : { perhaps }), ...place };
  }
  if (values.length === 0) return { code: 'no value', what: known.key, ...place };
  const tests: FilterTest[] = [];
  for (const value of values) {
    const test = known.test(value);
    if (!test) return { code: 'bad value', what: value, key: known.key, ...place };
    tests.push(test);
  }
  const isAny: FilterTest = (subject) => tests.some((test) => test(subject));
  return { test: isNot ? (subject) => !isAny(subject) : isAny };
}
