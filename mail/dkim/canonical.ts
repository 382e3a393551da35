// What DKIM hashes instead of the letter itself (RFC 6376 section 3.4): `simple` is the letter, nearly; `relaxed` forgives
// what mail servers do to white space. Counterpart: signature.ts says which of the two. Rule: linear in the letter's
// length, whatever stands in it.

import type { ByteString } from '../bytes.ts';

export type Canonicalization = 'simple' | 'relaxed';

/** One field, its final CRLF included (sections 3.4.1 and 3.4.2). */
export function canonicalField(raw: ByteString, how: Canonicalization): ByteString {
  if (how === 'simple') return raw;
  const colon = raw.indexOf(':');
  const name = raw.slice(0, colon).trim().toLowerCase();
  const value = raw
    .slice(colon + 1)
    .replace(/\r?\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim();
  return `${name}:${value}\r\n`;
}

/** The body (sections 3.4.3 and 3.4.4): empty lines at its end never count. */
export function canonicalBody(body: ByteString, how: Canonicalization): ByteString {
  // Runs become one space first: a pattern for "space before the line's end" would look at every run again and again.
  const lines = how === 'simple' ? body : body.replace(/[ \t]+/g, ' ').replace(/ (?=\r\n|$)/g, '');
  let end = lines.length;
  while (end >= 2 && lines.startsWith('\r\n', end - 2)) end -= 2;
  // A letter without a body is hashed as one line end by `simple`, as nothing by `relaxed`.
  if (end === 0) return how === 'simple' ? '\r\n' : '';
  return `${lines.slice(0, end)}\r\n`;
}
