// The letter of the benches: about 1 KB, as a person writes it. Counterpart: smtp-client.ts sends it.
// Rule: no line begins with a dot, so that its octets on the wire are its octets.

import { CHAIN_RECIPIENT, CHAIN_SENDER } from './chain-topology.ts';

const BODY_LINES = 12;

export const LETTER_TEXT = Array.from(
  { length: BODY_LINES },
  (_none, line) => `Line ${line + 1}: the quick brown fox jumps over the lazy dog, and on.\r\n`,
).join('');

export const LETTER = Buffer.from(
  [
    `From: Alice <${CHAIN_SENDER}>`,
    `To: Bob <${CHAIN_RECIPIENT}>`,
    'Subject: Four hops',
    'Date: Mon, 05 Jan 2026 09:00:00 +0000',
    'Message-ID: <four-hops@client.example>',
    '',
    LETTER_TEXT,
  ].join('\r\n'),
  'latin1',
);
