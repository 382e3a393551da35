// Lists of `tag=value;` as DKIM signatures, DKIM keys and DMARC records are written (RFC 6376 section 3.2).
// Counterpart: dkim/signature.ts, dmarc/record.ts. Rule: names count with their case; a name that stands twice spoils the
// whole list, because two readers would take two different values.

import type { ByteString } from './bytes.ts';
import { TAGS_COUNT } from './limits.ts';

/** Values by name, in the order they were written, white space around them gone. Undefined when `text` is no such list. */
export function parseTagList(
  text: ByteString,
  lenient?: 'skip what is broken',
): ReadonlyMap<string, ByteString> | undefined {
  const specs = text.split(';', TAGS_COUNT + 1);
  if (specs.length > TAGS_COUNT) return undefined;
  // One semicolon may stand at the end.
  if (specs.length > 1 && specs.at(-1)?.trim() === '') specs.pop();
  const tags = new Map<string, ByteString>();
  for (const spec of specs) {
    const equals = spec.indexOf('=');
    const name = spec.slice(0, Math.max(0, equals)).trim();
    const broken = !/^[a-z][a-z0-9_]*$/i.test(name);
    if (broken && lenient) continue;
    if (broken || tags.has(name)) return undefined;
    tags.set(name, spec.slice(equals + 1).trim());
  }
  return tags;
}

/** A value in which white space means nothing: base64 folded over lines, a list of names. */
export function withoutSpace(value: ByteString): ByteString {
  return value.replace(/[ \t\r\n]/g, '');
}
