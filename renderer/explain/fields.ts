// What a header field is for, and where that is written. Counterpart: text/explain/fields.ts, lessons/reference/fields.ts.
// Rule: names compare without regard to case.

import { FIELDS } from '../../lessons/reference/fields.ts';
import { type Said, said } from './explanation.ts';

type Known = keyof typeof FIELDS;

export const KNOWN_FIELDS: readonly string[] = Object.keys(FIELDS);

const BY_NAME = new Map<string, Known>((Object.keys(FIELDS) as Known[]).map((name) => [name.toLowerCase(), name]));

export function explainField(name: string): { meaning: Said; rfc: string } {
  const known = BY_NAME.get(name.trim().toLowerCase());
  if (known !== undefined) return { meaning: said(`field.${known}`), rfc: FIELDS[known] };
  return { meaning: said(/^x-/i.test(name) ? 'field.X' : 'field.other'), rfc: '' };
}
