// The Received-SPF field (RFC 7208 section 9.1): what was asked, and what came of it. Rule: everything in it that the
// client said is quoted unless it is harmless, so that no client can write a field of its own.

import type { ByteString } from '../../../mail/bytes.ts';
import type { SpfOutcome } from '../../../mail/spf/check.ts';
import type { PolicySession } from '../policy.ts';

export function receivedSpf(outcome: SpfOutcome, session: PolicySession, host: string): ByteString {
  const { clientAddress, helo = '', reversePath = '' } = session;
  const identity = reversePath === '' ? 'helo' : 'mailfrom';
  const pairs = [
    `identity=${identity}`,
    `client-ip=${clientAddress}`,
    `helo=${quoted(helo)}`,
    ...(reversePath === '' ? [] : [`envelope-from=${quoted(reversePath)}`]),
    `receiver=${host}`,
    ...(outcome.decidedBy === undefined ? [] : [`mechanism=${quoted(outcome.decidedBy)}`]),
    ...(outcome.problem === undefined ? [] : [`problem=${quoted(outcome.problem)}`]),
  ];
  const result = outcome.result.charAt(0).toUpperCase() + outcome.result.slice(1);
  return `Received-SPF: ${result} (${identity}) ${pairs.join(';\r\n\t')}\r\n`;
}

/** A dot-atom as it is, anything else as a quoted string without control characters (RFC 5322 section 3.2). */
function quoted(text: ByteString): ByteString {
  if (/^[\w!#$%&'*+/=?^`{|}~.@:-]+$/.test(text)) return text;
  return `"${text.replace(/[^\x20-\x7e]/g, '?').replace(/["\\]/g, '\\$&')}"`;
}
