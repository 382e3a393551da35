// Flags as a client names them (RFC 3501 section 2.3.2). Counterpart: write.ts writes them; STORE and APPEND read
// them here. Rule: the five system flags are kept; keywords are accepted and forgotten, as
// PERMANENTFLAGS without `\*` announces (section 7.1).

import type { Flag } from '../../store/mailbox.ts';
import { type Scanner, SyntaxProblem } from './scanner.ts';
import { FLAGS } from './write.ts';

/** With or without parentheses. */
export function parseFlags(scanner: Scanner): Set<Flag> {
  const flags: (Flag | undefined)[] = [];
  if (scanner.sees('(')) flags.push(...scanner.list(() => parseFlag(scanner)));
  else {
    do flags.push(parseFlag(scanner));
    while (scanner.optional(' '));
  }
  return new Set(flags.filter((flag) => flag !== undefined));
}

function parseFlag(scanner: Scanner): Flag | undefined {
  const system = scanner.optional('\\');
  const name = scanner.atom();
  if (!system) return undefined;
  const flag = FLAGS.find((one) => one.toLowerCase() === name.toLowerCase());
  if (!flag) throw new SyntaxProblem(`\\${name} is no flag that a client can set`);
  return flag;
}
