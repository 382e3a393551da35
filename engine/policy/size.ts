// A limit of this server's own for the size of a letter (RFC 1870), tighter than what EHLO announces. Rule: an announced
// size is refused before the letter is sent; a client that announced less, or nothing, is found out at the end.

import { z } from '../../contract/schema.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { CONTINUE, type Decision, definePolicy } from './policy.ts';

export const size = definePolicy({
  name: 'size',
  rfc: 'RFC 1870 section 6',
  settings: z.strictObject({
    enabled: z.boolean().default(false),
    most_octets: z.int().min(1000).max(1_000_000_000).default(10_000_000),
  }),
  stages: {
    mail({ declaredSize }, { settings: { enabled, most_octets } }) {
      if (!enabled || declaredSize === undefined) return CONTINUE;
      return judged('declared', declaredSize, most_octets);
    },
    message({ message }, { settings: { enabled, most_octets } }) {
      return enabled && message ? judged('sent', message.octets.length, most_octets) : CONTINUE;
    },
  },
});

function judged(how: 'declared' | 'sent', octets: number, most_octets: number): Decision {
  const reasons = [{ code: `size.${how}`, params: { octets, most_octets } }];
  if (octets <= most_octets) return { verdict: 'continue', reasons };
  return {
    verdict: 'reject',
    reply: how === 'declared' ? REPLIES.tooBig : REPLIES.messageTooBig,
    // RFC 1870 section 6.1 wants the answer to an announced size at MAIL.
    ...(how === 'declared' ? { atOnce: true } : {}),
    reasons,
    otherwise: [{ code: 'size.smaller', params: { excess: octets - most_octets } }],
  };
}
