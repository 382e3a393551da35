// A letter as words to search: transfer encodings undone, charsets decoded, lower case. Counterpart: match.ts.
// Rule: what can't be decoded is searched as it stands; pictures and other octets have no words.

import { toByteString } from '../../../../mail/bytes.ts';
import { decodeCharset, decodeUndeclared } from '../../../../mail/charset.ts';
import { parseDate } from '../../../../mail/date.ts';
import { type Field, fieldsNamed, firstValue } from '../../../../mail/fields.ts';
import { decodeBody, decodeWords, type MimePart } from '../../../../mail/mime.ts';
import type { LoadedLetter } from '../fetch/loaded-letter.ts';

const bodies = new WeakMap<LoadedLetter, string>();

/** The values of the fields with this name. */
export function fieldWords(letter: LoadedLetter, name: string): string[] {
  return fieldsNamed(letter.fields(), name).map(({ value }) => decodeWords(value).toLowerCase());
}

export function headerWords(letter: LoadedLetter): string {
  return allFields(letter.fields());
}

/** The text parts, with the headers of enclosed messages. */
export function bodyWords(letter: LoadedLetter): string {
  let words = bodies.get(letter);
  if (words === undefined) bodies.set(letter, (words = partWords(letter.tree(), letter)));
  return words;
}

/** Day of the Date field as written there, its zone disregarded (RFC 3501 section 6.4.4, SENTON). */
export function sentDay(letter: LoadedLetter): number | undefined {
  const written = /(\d{1,2})\s+([A-Za-z]{3})[A-Za-z]*\s+(\d{2,4})/.exec(firstValue(letter.fields(), 'Date') ?? '');
  const epoch_ms = written ? parseDate(`${written.slice(1).join(' ')} 00:00:00 +0000`) : undefined;
  return epoch_ms === undefined ? undefined : Math.floor(epoch_ms / 86_400_000);
}

function allFields(fields: readonly Field[]): string {
  return fields
    .map(({ name, value }) => `${name}: ${decodeWords(value)}\n`)
    .join('')
    .toLowerCase();
}

function partWords(part: MimePart, letter: LoadedLetter): string {
  if (part.message) return allFields(part.message.fields) + partWords(part.message, letter);
  if (part.parts.length > 0) return part.parts.map((child) => partWords(child, letter)).join('\n');
  if (part.type !== 'text' && part.type !== 'multipart') return '';
  const octets = toByteString(decodeBody(part, letter.text()));
  return (decodeCharset(octets, part.params['charset'] ?? '') ?? decodeUndeclared(octets)).toLowerCase();
}
