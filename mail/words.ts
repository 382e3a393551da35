// Encoded words: how a header field carries characters beyond ASCII. Counterpart: mime.ts reads parameters, which have a
// scheme of their own (RFC 2231). Rule: RFC 2047; decoding shows what it can and leaves the rest as written.

import { fromByteString, toByteString, type ByteString } from './bytes.ts';
import { type CharsetDecoder, decodeCharset, decodeUndeclared, encodeUtf8 } from './charset.ts';
import { ENCODED_WORD_OCTETS } from './limits.ts';
import { decodeBase64, decodeHex, encodeBase64 } from './transfer.ts';

const WORD = /=\?([^?\s*]{1,40})(?:\*[^?\s]{0,40})?\?([bq])\?([^?\s]*)\?=/gi;

/**
 * A field value as text for a person. White space between two encoded words goes (RFC 2047 section 6.2); octets of
 * neighbours in one charset are joined first, since many programs split a character between words. Undeclared 8-bit
 * octets are read as UTF-8 or windows-1252. A word in a charset that `decode` doesn't know stays as it is.
 */
export function decodeWords(value: ByteString, decode: CharsetDecoder = decodeCharset): string {
  let text = '';
  let from = 0;
  let run: { charset: string; octets: ByteString; raw: ByteString } | undefined;
  const finishRun = (): void => {
    if (run) text += decode(run.octets, run.charset) ?? run.raw;
    run = undefined;
  };
  for (const match of value.matchAll(WORD)) {
    const [raw, charset = '', encoding = '', encoded = ''] = match;
    const between = value.slice(from, match.index);
    from = match.index + raw.length;
    const octets = encoding.toLowerCase() === 'b' ? toByteString(decodeBase64(encoded)) : decodeQ(encoded);
    const adjacent = run !== undefined && /^[ \t\r\n]*$/.test(between);
    if (run && adjacent && run.charset === charset.toLowerCase()) {
      run.octets += octets;
      run.raw += between + raw;
      continue;
    }
    finishRun();
    if (!adjacent) text += decodeUndeclared(between);
    run = { charset: charset.toLowerCase(), octets, raw };
  }
  finishRun();
  return text + decodeUndeclared(value.slice(from));
}

/** RFC 2047 section 4.2: quoted-printable in which `_` is a space. */
const decodeQ = (encoded: ByteString): ByteString => decodeHex(encoded.replaceAll('_', ' '));

/**
 * Text for a field value: as it is when it is plain ASCII, otherwise UTF-8 encoded words joined by spaces, none longer
 * than 75 octets and none splitting a character. Mostly ASCII text takes Q, which a student can read; other text B.
 */
export function encodeWord(text: string): ByteString {
  if (/^[\x20-\x7e]*$/.test(text) && !text.includes('=?')) return text;
  const characters = Array.from(text, (character) => toByteString(encodeUtf8(character)));
  const plain = characters.filter((octets) => octets.length === 1).length;
  const encoding = plain * 2 >= characters.length ? 'Q' : 'B';
  const size = (octets: ByteString): number =>
    encoding === 'Q' ? encodeQ(octets).length : Math.ceil(octets.length / 3) * 4;
  const room = ENCODED_WORD_OCTETS - '=?UTF-8?Q??='.length;
  const words: ByteString[] = [];
  let word = '';
  for (const octets of characters) {
    if (size(word + octets) > room) {
      words.push(word);
      word = '';
    }
    word += octets;
  }
  words.push(word);
  const encode = encoding === 'Q' ? encodeQ : (octets: ByteString) => encodeBase64(fromByteString(octets));
  return words.map((octets) => `=?UTF-8?${encoding}?${encode(octets)}?=`).join(' ');
}

/** The narrow set that is safe in a phrase: RFC 2047 section 5 (3). */
const encodeQ = (octets: ByteString): ByteString =>
  octets.replace(/[^A-Za-z0-9!*+\-/]/g, (octet) =>
    octet === ' ' ? '_' : `=${octet.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
