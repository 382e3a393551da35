// What a program is that an alias may name: `|vacation`. None of the machine's programs is ever run: these are parts of
// the engine, a file each, one line in index.ts. Counterpart: local-targets.ts runs them. Rule: it says how it ended, as a
// Unix program does (sysexits.h: 75 means "later"), and asks for what it wants done; it does nothing itself.

import type { Field } from '../../../mail/fields.ts';
import type { PolicyMemory } from '../../policy/policy.ts';

export interface ProgramInput {
  /** What follows its name. */
  words: readonly string[];
  recipient: string;
  reversePath: string;
  fields: readonly Field[];
  /** The whole letter, an octet a character. */
  letter: string;
  now_ms: number;
  memory: PolicyMemory;
}

export interface ProgramEnd {
  /** Exit status: 0 delivered, 75 later, anything else never. */
  status: number;
  output?: string;
  /** The letter goes into the recipient's own mailbox. */
  keep?: boolean;
  /** The letter goes into this file. */
  file?: string;
  /** A letter to be sent, from nobody. */
  answer?: { to: string; letter: string };
}

export interface LocalProgram {
  name: string;
  run(input: ProgramInput): ProgramEnd;
}
