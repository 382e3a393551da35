// Octets to characters and back for the few charsets that mail here needs. Counterpart: mime.ts and words.ts call it.
// Rule: no TextDecoder, since this folder may not assume a platform; malformed octets become U+FFFD, never an exception.

import type { ByteString } from './bytes.ts';

/** Octets as text; undefined for a charset that it doesn't know. */
export type CharsetDecoder = (octets: ByteString, charset: string) => string | undefined;

const REPLACEMENT = 0xfffd;

/** What octets 0x80 to 0x9F mean in windows-1252, in order; five of them mean nothing. */
const WINDOWS_1252 =
  '\u20ac\ufffd\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffd\u017d\ufffd' +
  '\ufffd\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffd\u017e\u0178';

/** Where ISO 8859-15 differs from ISO 8859-1. */
const LATIN_9: Readonly<Record<string, string>> = {
  '\xa4': '\u20ac',
  '\xa6': '\u0160',
  '\xa8': '\u0161',
  '\xb4': '\u017d',
  '\xb8': '\u017e',
  '\xbc': '\u0152',
  '\xbd': '\u0153',
  '\xbe': '\u0178',
};

/** One entry a charset, under the names of the IANA registry that are met in mail. */
const DECODERS: Readonly<Record<string, (octets: ByteString) => string>> = {
  'utf-8': decodeUtf8,
  utf8: decodeUtf8,
  'us-ascii': ascii,
  ascii,
  'iso-8859-1': (octets) => octets,
  latin1: (octets) => octets,
  'iso-8859-15': (octets) => octets.replace(/[\xa4\xa6\xa8\xb4\xb8\xbc-\xbe]/g, (octet) => LATIN_9[octet] ?? octet),
  'windows-1252': windows1252,
  cp1252: windows1252,
};

/** Decodes octets; undefined when the charset isn't one of ours. Names compare without regard to case. */
export function decodeCharset(octets: ByteString, charset: string): string | undefined {
  const name = charset.trim().toLowerCase();
  return Object.hasOwn(DECODERS, name) ? DECODERS[name]?.(octets) : undefined;
}

/** What people most probably meant by undeclared 8-bit octets: UTF-8 if they are UTF-8, windows-1252 otherwise. */
export function decodeUndeclared(octets: ByteString): string {
  const text = decodeUtf8(octets);
  return text.includes('\ufffd') ? windows1252(octets) : text;
}

function ascii(octets: ByteString): string {
  return octets.replace(/[\x80-\xff]/g, '\ufffd');
}

function windows1252(octets: ByteString): string {
  return octets.replace(/[\x80-\x9f]/g, (octet) => WINDOWS_1252.charAt(octet.charCodeAt(0) - 0x80));
}

/** RFC 3629. Each maximal piece that can't start or go on with a character becomes one U+FFFD. */
export function decodeUtf8(octets: ByteString): string {
  if (!/[\x80-\xff]/.test(octets)) return octets;
  const pieces: string[] = [];
  let at = 0;
  while (at < octets.length) {
    const [point, length] = nextPoint(octets, at);
    pieces.push(String.fromCodePoint(point));
    at += length;
  }
  return pieces.join('');
}

/** The character at `at` and how many octets it has. */
function nextPoint(octets: ByteString, at: number): [point: number, length: number] {
  const first = octets.charCodeAt(at);
  if (first < 0x80) return [first, 1];
  const tails =
    first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : 0;
  if (tails === 0) return [REPLACEMENT, 1];
  let point = first & (0x3f >> tails);
  for (let tail = 1; tail <= tails; tail += 1) {
    const octet = at + tail < octets.length ? octets.charCodeAt(at + tail) : 0;
    // The second octet alone tells over-long forms, surrogates and points beyond U+10FFFF: RFC 3629 section 4.
    const low = tail > 1 ? 0x80 : first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
    const high = tail > 1 ? 0xbf : first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
    if (octet < low || octet > high) return [REPLACEMENT, tail];
    point = (point << 6) | (octet & 0x3f);
  }
  return [point, tails + 1];
}

/** RFC 3629. A lone surrogate becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const octets: number[] = [];
  for (const character of text) {
    let point = character.codePointAt(0) ?? 0;
    if (point >= 0xd800 && point <= 0xdfff) point = REPLACEMENT;
    if (point < 0x80) octets.push(point);
    else if (point < 0x800) octets.push(0xc0 | (point >> 6), tail(point));
    else if (point < 0x10000) octets.push(0xe0 | (point >> 12), tail(point >> 6), tail(point));
    else octets.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point));
  }
  return Uint8Array.from(octets);
}

const tail = (bits: number): number => 0x80 | (bits & 0x3f);
