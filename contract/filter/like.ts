// From a line to the filter that finds all lines like it: a reply by its code or word, a command by its verb. Counterpart:
// keys/, each of which may know a value for a line. Rule: what it gives fits the line that it was made of.

import { FILTER_KEYS } from './keys/index.ts';
import type { LineToLike } from './key.ts';

/** undefined: nothing about the line is worth looking for. */
export function filterLike(line: LineToLike): string | undefined {
  for (const { key, like } of FILTER_KEYS) {
    const value = like?.(line);
    if (value !== undefined) return `${key}:${value}`;
  }
  return undefined;
}
