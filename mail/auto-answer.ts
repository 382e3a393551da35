// Whether a program may answer a letter by itself (RFC 3834 section 2). Counterpart: vacation, challenges. Rule: never an
// answer to nobody, to a list or to another machine: two programs that answer each other would talk for ever.

import type { ByteString } from './bytes.ts';
import { type Field, fieldsNamed, firstValue } from './fields.ts';

/** Nobody waits for an answer to it. */
export function isFromMachine(reversePath: ByteString, fields: readonly Field[]): boolean {
  const auto = firstValue(fields, 'Auto-Submitted')?.trim().toLowerCase() ?? 'no';
  const precedence = firstValue(fields, 'Precedence')?.trim().toLowerCase() ?? '';
  return (
    reversePath === '' ||
    /^(?:owner-|mailer-daemon@|postmaster@|srs[01][=+-])|-(?:request|owner|bounces)@/i.test(reversePath) ||
    auto !== 'no' ||
    ['bulk', 'list', 'junk'].includes(precedence) ||
    fieldsNamed(fields, 'List-Id').length > 0
  );
}
