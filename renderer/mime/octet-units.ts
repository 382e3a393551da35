// Octets of a piece as characters: what one of them is in hexadecimal and in text. Counterpart: octets-pair.tsx shows both
// beside each other. Rule: a character of UTF-8 is one unit of several octets, a CRLF is one, everything else an octet.

import type { ByteString } from '../../mail/bytes.ts';
import { decodeUtf8 } from '../../mail/charset.ts';
import { showText } from '../store/octets.ts';

export interface OctetUnit {
  /** Where it begins, counted from the beginning of `octets`. */
  at: number;
  octets: ByteString;
  text: string;
}

const UNIT = /\r\n|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|[\0-\xff]/g;

export function octetUnits(octets: ByteString): OctetUnit[] {
  return [...octets.matchAll(UNIT)].map(({ 0: unit, index: at }) => ({ at, octets: unit, text: shown(unit) }));
}

function shown(unit: ByteString): string {
  if (unit === '\r\n' || unit === '\n' || unit === '\t') return unit === '\r\n' ? '\n' : unit;
  const text = decodeUtf8(unit);
  return showText(text.includes('\ufffd') ? unit : text);
}

export const hexOf = (octets: ByteString): string[] =>
  Array.from(octets, (octet) => octet.charCodeAt(0).toString(16).padStart(2, '0'));
