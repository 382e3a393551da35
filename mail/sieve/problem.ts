// What is wrong with a script, and where. Counterpart: index.ts. Rule: a line and a sentence that says what would be right.

import { SIEVE_LIMITS } from '../limits.ts';
import { nearWord } from '../near-word.ts';

export class SieveError extends Error {
  override name = 'SieveError';
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** `; did you mean "fileinto"?`, or nothing when no word is near. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearWord(word.slice(0, SIEVE_LIMITS.comparedCharacters), known);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}
