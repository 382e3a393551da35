// The transfer encodings that squeeze octets into text: base64 and quoted-printable. Counterpart: mime.ts decodes bodies,
// words.ts header words, the login dialogs their credentials. Rule: RFC 2045 section 6; decoding is lenient and total.

import { fromByteString, type ByteString } from './bytes.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Int8Array(256).fill(-1);
for (let value = 0; value < 64; value += 1) VALUES[ALPHABET.charCodeAt(value)] = value;

/** Octets as base64 without line ends (RFC 4648 section 4). */
export function encodeBase64(bytes: Uint8Array): ByteString {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const left = bytes.length - at;
    pieces.push(
      ALPHABET.charAt(first >> 2),
      ALPHABET.charAt(((first & 3) << 4) | (second >> 4)),
      left > 1 ? ALPHABET.charAt(((second & 15) << 2) | (third >> 6)) : '=',
      left > 2 ? ALPHABET.charAt(third & 63) : '=',
    );
  }
  return pieces.join('');
}

/** Base64 to octets. Characters outside the alphabet are skipped (RFC 2045 section 6.8); padding restarts the count. */
export function decodeBase64(text: ByteString): Uint8Array {
  const out = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let to = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const value = code < 256 ? (VALUES[code] ?? -1) : -1;
    if (value >= 0) {
      bits = ((bits << 6) | value) & 0xffffff;
      count += 6;
      if (count >= 8) {
        count -= 8;
        out[to] = (bits >> count) & 255;
        to += 1;
      }
    } else if (code === 61) count = 0; // joined pieces of base64 each end with their own padding
  }
  return out.slice(0, to);
}

/**
 * Quoted-printable to octets: RFC 2045 section 6.7. Space before a line's end goes, a soft line break joins lines, and
 * an `=` that means nothing stays as it is.
 */
export function decodeQuotedPrintable(text: ByteString): Uint8Array {
  let octets = '';
  let at = 0;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const lineEnd = newline < 0 ? '' : newline > at && text[newline - 1] === '\r' ? '\r\n' : '\n';
    let end = next - lineEnd.length;
    while (end > at && (text[end - 1] === ' ' || text[end - 1] === '\t')) end -= 1;
    const soft = end > at && text[end - 1] === '=';
    octets += decodeHex(text.slice(at, soft ? end - 1 : end)) + (soft ? '' : lineEnd);
    at = next;
  }
  return fromByteString(octets);
}

/** Every `=` with two hexadecimal digits as its octet. */
export function decodeHex(text: ByteString): ByteString {
  return text.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
