// Octets to text in any charset that this program or the browser knows. Counterpart: mail/charset.ts has the few that the
// engine needs. Rule: ours first, so that screen and engine agree on them; malformed octets become U+FFFD.

import { type ByteString, fromByteString, toByteString } from '../../mail/bytes.ts';
import { decodeCharset, decodeUndeclared } from '../../mail/charset.ts';
import { decodeBody, type MimePart } from '../../mail/mime.ts';
import { decodeWords } from '../../mail/words.ts';
import { SCREEN_LIMITS } from './limits.ts';

/** Undefined for a charset that nobody here knows. */
export function decodeAny(octets: ByteString, charset: string): string | undefined {
  const ours = decodeCharset(octets, charset);
  if (ours !== undefined) return ours;
  try {
    return new TextDecoder(charset.trim()).decode(fromByteString(octets));
  } catch {
    return undefined;
  }
}

/** A field's value as text. */
export function readWords(value: ByteString): string {
  return decodeWords(value, decodeAny);
}

export interface PartText {
  text: string;
  /** The charset that it names and nobody knows: it is read as what it most probably is. */
  unknownCharset?: string;
  isCut: boolean;
}

/** A text part, lines ended by LF, no more of it than a screen shows. */
export function textOf(part: MimePart, message: ByteString): PartText {
  const octets = toByteString(decodeBody(part, message));
  const shown = octets.slice(0, SCREEN_LIMITS.shownOctets);
  const charset = part.params['charset'] ?? '';
  const decoded = charset === '' ? decodeUndeclared(shown) : decodeAny(shown, charset);
  return {
    text: (decoded ?? decodeUndeclared(shown)).replaceAll('\r\n', '\n'),
    ...(decoded === undefined ? { unknownCharset: charset } : {}),
    isCut: shown.length < octets.length,
  };
}
