// Sieve (RFC 5228): rules by which a letter is filed as it is delivered, written by the one whose mailbox it is. Counterpart:
// engine/mta/sieve-rules.ts finds and runs the scripts, the host sheet checks them as they are typed. Rule: a script is
// right as a whole or refused as a whole, with the line and what would be right.

import { SieveError } from './problem.ts';
import { type Command, scriptOf } from './script.ts';

export { runSieve, type SieveAction } from './run.ts';
export { SieveError } from './problem.ts';

export interface SieveProblem {
  line: number;
  message: string;
}

export type SieveScript = { commands: readonly Command[] } | { problem: SieveProblem };

/** Never throws. */
export function parseSieve(text: string): SieveScript {
  try {
    return { commands: scriptOf(text) };
  } catch (error) {
    if (error instanceof SieveError) return { problem: { line: error.line, message: error.message } };
    throw error;
  }
}
