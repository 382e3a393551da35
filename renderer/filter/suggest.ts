// What could be typed next in a filter. Counterpart: contract/filter/keys has the words, filter-field.tsx offers them.
// Rule: pure; only the term at the caret is changed by a suggestion.

import { cutFilter } from '../../contract/filter/cut.ts';
import { FILTER_KEYS } from '../../contract/filter/keys/index.ts';
import { FILTER_LIMITS } from './limits.ts';

export interface Suggestion {
  /** What it is called in the list: `reply:` or `4xx`. */
  label: string;
  /** The word itself, whose help the catalogue has; or what a value is, in the lab's own words. */
  key?: string;
  about?: string;
  /** The whole text with the suggestion taken, and where the caret goes. */
  text: string;
  caret: number;
}

/** Names of this lab: key -> value -> what it is. */
export type Names = Readonly<Record<string, ReadonlyMap<string, string>>>;

export function suggest(text: string, caret: number, names: Names): Suggestion[] {
  const term = cutFilter(text).find(({ start, end }) => start < caret && caret <= end);
  const start = term?.start ?? caret;
  const typed = text.slice(start, caret);
  const end = term?.end ?? caret;
  const put = (word: string, from: number, isDone: boolean) => {
    const gap = isDone && !/^\s/.test(text.slice(end)) ? ' ' : '';
    return { text: text.slice(0, from) + word + gap + text.slice(end), caret: from + word.length + gap.length };
  };
  const [, minus = '', key, value = ''] = /^(-?)(?:([A-Za-z]+):)?(.*)$/s.exec(typed) ?? [];
  const found: Suggestion[] =
    key === undefined
      ? FILTER_KEYS.filter((one) => one.key.startsWith(value.toLowerCase())).map((one) => ({
          label: `${one.key}:`,
          key: one.key,
          ...put(`${one.key}:`, start + minus.length, false),
        }))
      : valuesFor(key.toLowerCase(), lastOf(value), names).map(({ word, about }) => ({
          label: word,
          about,
          ...put(word, caret - lastOf(value).length, true),
        }));
  return found.slice(0, FILTER_LIMITS.suggestions);
}

const lastOf = (value: string): string => value.slice(value.lastIndexOf(',') + 1);

function valuesFor(key: string, begun: string, names: Names): { word: string; about: string }[] {
  const known = FILTER_KEYS.find((one) => one.key === key);
  const all = [
    ...[...(names[key] ?? [])].map(([word, about]) => ({ word, about })),
    ...(known?.values ?? []).map((word) => ({ word, about: '' })),
  ];
  const fits = all.filter(({ word }) => word.toLowerCase().startsWith(begun.toLowerCase()));
  // Who typed the whole word needs no help.
  return fits.length === 1 && fits[0]?.word.toLowerCase() === begun.toLowerCase() ? [] : fits;
}
