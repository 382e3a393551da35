// What DomainKeys signs (RFC 4870 section 3.4.2): the letter's own lines, or those lines without any white space.
// Counterpart: signature.ts. Rule: header and body are one text here, which is why a footer breaks the only signature
// there is; linear in the letter's length.

import type { ByteString } from '../bytes.ts';
import type { Field } from '../fields.ts';

export const dkCanonicalizations = ['nofws', 'simple'] as const;
export type DkCanonicalization = (typeof dkCanonicalizations)[number];

/** The signed fields in the order of the letter, the blank line, the body; empty lines at the end never count. */
export function dkCanonicalText(fields: readonly Field[], body: ByteString, how: DkCanonicalization): ByteString {
  const header = fields.map(({ raw }) => `${how === 'simple' ? raw.replace(/\r?\n$/, '') : bare(raw)}\r\n`).join('');
  // White space within a line goes, the line's end stays: it is what makes a line of it.
  const lines = how === 'simple' ? body : body.replace(/[ \t]+/g, '');
  const text = `${header}\r\n${lines}`;
  let end = text.length;
  while (end >= 2 && text.startsWith('\r\n', end - 2)) end -= 2;
  return end === 0 ? '' : `${text.slice(0, end)}\r\n`;
}

/** A folded field is one line without white space. */
const bare = (raw: ByteString): ByteString => raw.replace(/[ \t\r\n]+/g, '');
