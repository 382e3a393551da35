// What of a letter is beyond ASCII, and so has to be announced to the next server. Counterpart: client.ts.

import type { ReadReply } from '../../mail/smtp/reply-parser.ts';

/** RFC 6531 section 3.5: such an address goes only to a server that says it can. */
export const UTF8_REQUIRED: ReadReply = {
  code: 550,
  enhanced: '5.6.7',
  text: ['SMTPUTF8 is required, but was not offered by the server'],
};

export function isInternational(address: string): boolean {
  return /[\x80-\xff]/.test(address);
}

/** A plain loop: `some` calls a function for each of a million octets. */
export function hasEightBit(octets: Uint8Array): boolean {
  for (let at = 0; at < octets.length; at += 1) if ((octets[at] ?? 0) > 127) return true;
  return false;
}
