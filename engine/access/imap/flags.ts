// Flags as a client names them (RFC 3501 section 2.3.2). Counterpart: write.ts writes them; STORE and APPEND read
// them here. Rule: the five system flags are kept; keywords are accepted and forgotten, as
// PERMANENTFLAGS without `\*` announces (section 7.1).

import { STORE_LIMITS } from '../../store/limits.ts';
import { type Flag, isKeywordName, keywordNames } from '../../store/mailbox.ts';
import { type Scanner, SyntaxProblem } from './scanner.ts';
import { FLAGS } from './write.ts';

/** With or without parentheses. `known`: keywords of the mailbox. */
export function parseFlags(scanner: Scanner, known: readonly string[]): Set<Flag> {
  const flags: Flag[] = [];
  if (scanner.sees('(')) flags.push(...scanner.list(() => parseFlag(scanner, known)));
  else {
    do flags.push(parseFlag(scanner, known));
    while (scanner.optional(' '));
  }
  return new Set(flags);
}

/** Whether a mailbox may have these keywords beside its own. */
export function hasRoomFor(flags: ReadonlySet<Flag>, known: readonly string[]): boolean {
  return new Set([...known, ...keywordNames(flags)]).size <= STORE_LIMITS.keywords;
}

function parseFlag(scanner: Scanner, known: readonly string[]): Flag {
  const system = scanner.optional('\\');
  const name = scanner.atom();
  if (!system) {
    if (!isKeywordName(name)) throw new SyntaxProblem('a keyword is a short word of ASCII');
    return `=${known.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name}`;
  }
  const flag = FLAGS.find((one) => one.toLowerCase() === name.toLowerCase());
  if (!flag) throw new SyntaxProblem(`\\${name} is no flag that a client can set`);
  return flag;
}
