// Patterns of LIST: `*` stands for anything, `%` for anything on one level (RFC 3501 section 6.3.8). Counterpart:
// folder-list.ts. Rule: matched by one walk that remembers how far it is, so no pattern takes long.

import type { ByteString } from '../../../mail/bytes.ts';
import { DELIMITER, INBOX } from '../../store/folder-name.ts';

export type Fits = (name: ByteString) => boolean;

export function listPattern(pattern: ByteString): Fits {
  const wanted = pattern.replace(/[*%]+/g, (run) => (run.includes('*') ? '*' : '%'));
  return (name) => fits(name, wanted);
}

/** Which beginnings of the pattern fit the name so far, one letter of the name after the other. */
function fits(name: ByteString, pattern: ByteString): boolean {
  // INBOX is the same in any case (section 5.1), other names aren't.
  const anyCase = `${name}${DELIMITER}`.startsWith(INBOX + DELIMITER) ? INBOX.length : 0;
  let reached = skipWildcards(new Set([0]), pattern);
  for (let index = 0; index < name.length; index += 1) {
    const letter = name.charAt(index);
    const next = new Set<number>();
    for (const at of reached) {
      const wanted = index < anyCase ? pattern.charAt(at).toUpperCase() : pattern.charAt(at);
      if (wanted === '*' || (wanted === '%' && letter !== DELIMITER)) next.add(at);
      else if (wanted === letter) next.add(at + 1);
    }
    reached = skipWildcards(next, pattern);
  }
  return reached.has(pattern.length);
}

/** A wildcard may also stand for nothing. */
function skipWildcards(reached: Set<number>, pattern: ByteString): Set<number> {
  for (const at of reached) if (/[*%]/.test(pattern.charAt(at))) reached.add(at + 1);
  return reached;
}
