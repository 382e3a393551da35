// Addresses as they stand on the wire: octets of UTF-8, one character an octet (RFC 6531), however a person typed them.
// Counterpart: mail/bytes.ts. Rule: what is such octets already stays as it is, so reading twice changes nothing.

import { strFromU8, strToU8 } from 'fflate';

/** ASCII and whole sequences of UTF-8 (RFC 3629 section 4, without its finer points). */
const UTF8 = /^(?:[\0-\x7f]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})*$/;

/** `jürgen` and the octets of `jürgen` alike as the octets. */
export function asOctets(text: string): string {
  return UTF8.test(text) ? text : strFromU8(strToU8(text), true);
}
