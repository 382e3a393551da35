// Values with parameters: Content-Type, Content-Disposition and their kin. Counterpart: mime.ts. Rule: RFC 2045 section
// 5.1 with the continuations and charsets of RFC 2231; lenient, total, and bounded in what it sorts.

import type { ByteString } from './bytes.ts';
import { type CharsetDecoder, decodeCharset } from './charset.ts';
import { COMMENT_DEPTH, FIELD_VALUE_OCTETS, MIME_PARAMETERS_COUNT } from './limits.ts';

export interface ParameterisedValue {
  /** What stands before the first semicolon, in lower case. */
  value: ByteString;
  /**
   * By name in lower case; the first of two equal names wins. Values in RFC 2231's extended form are text, others are the
   * octets as written, without quotes.
   */
  params: Record<string, string>;
}

/** Reads a field's value. Never throws. */
export function parseParameterised(field: ByteString, decode: CharsetDecoder = decodeCharset): ParameterisedValue {
  const [head = '', ...pieces] = splitAtSemicolons(field.slice(0, FIELD_VALUE_OCTETS));
  const plain = new Map<string, ByteString>();
  const continued = new Map<string, Section[]>();
  for (const piece of pieces.slice(0, MIME_PARAMETERS_COUNT)) {
    const equals = piece.indexOf('=');
    if (equals < 0) continue;
    const written = piece.slice(0, equals).trim().toLowerCase();
    const value = unquote(piece.slice(equals + 1).trim());
    const extended = /^([^*]+)(?:\*(\d{1,3}))?(\*?)$/.exec(written);
    if (!extended) continue;
    const [, name = '', number, star = ''] = extended;
    if (number === undefined && star === '') {
      if (!plain.has(name)) plain.set(name, value);
    } else
      continued.set(name, [
        ...(continued.get(name) ?? []),
        { order: Number(number ?? 0), encoded: star === '*', value },
      ]);
  }
  const params = new Map<string, string>(plain);
  for (const [name, sections] of continued) params.set(name, join(sections, decode)); // RFC 2231 section 7: it beats the plain one
  return { value: head.trim().toLowerCase(), params: Object.fromEntries(params) };
}

interface Section {
  order: number;
  encoded: boolean;
  value: ByteString;
}

/** RFC 2231 section 4.1: sections in order up to the first gap; the charset stands in section 0 alone. */
function join(sections: readonly Section[], decode: CharsetDecoder): string {
  const ordered = sections.toSorted((one, other) => one.order - other.order);
  let octets = '';
  let charset: string | undefined;
  for (const [at, section] of ordered.entries()) {
    if (section.order !== at) break;
    let value = section.value;
    const lead = at === 0 && section.encoded ? /^([^']*)'[^']*'/.exec(value) : null;
    if (lead) {
      charset = lead[1];
      value = value.slice(lead[0].length);
    }
    octets += section.encoded
      ? value.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : value;
  }
  return (charset === undefined ? undefined : decode(octets, charset)) ?? octets;
}

const unquote = (value: ByteString): ByteString =>
  value.startsWith('"') ? value.replace(/^"|"$/g, '').replace(/\\([^])/g, '$1') : value;

/** Pieces between semicolons that stand outside quotes; comments go. */
function splitAtSemicolons(field: ByteString): ByteString[] {
  const pieces: ByteString[] = [];
  let piece = '';
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < field.length; at += 1) {
    const character = field.charAt(at);
    if (character === '\\' && (quoted || depth > 0)) {
      if (depth === 0) piece += field.slice(at, at + 2);
      at += 1;
    } else if (depth === 0 && character === '"') {
      quoted = !quoted;
      piece += character;
    } else if (!quoted && character === '(' && depth < COMMENT_DEPTH) depth += 1;
    else if (depth > 0) depth -= character === ')' ? 1 : 0;
    else if (!quoted && character === ';') {
      pieces.push(piece);
      piece = '';
    } else piece += character;
  }
  return [...pieces, piece];
}
