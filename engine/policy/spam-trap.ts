// A spam trap: an address that nobody uses, left where only harvesters find it. Whoever writes to it is put on a
// blocklist of the lab, with the trap as the reason. Counterpart: dnsbl.ts asks the list; dns/blocklist.ts is the list.
// Rule: the bounce path is spared, since a forged sender would otherwise list whoever bounces to the trap.

import { z } from '../../contract/schema.ts';
import { addressKey } from '../../mail/address.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { CONTINUE, definePolicy } from './policy.ts';

export const spamTrap = definePolicy({
  name: 'spam-trap',
  rfc: 'RFC 6471 section 2.2',
  settings: z.strictObject({
    enabled: z.boolean().default(false),
    trap: z.string().max(254).default('nobody@harbor.example'),
    /** The list that whoever writes there is put on. */
    zone: z.string().max(253).default('dnsbl.example'),
    /** A trap that refuses warns who tests its lists. */
    onHit: z.enum(['accept', 'refuse']).default('accept'),
  }),
  stages: {
    rcpt({ forwardPath = '', reversePath = '', clientAddress }, { settings, now_ms }) {
      const { enabled, trap, zone, onHit } = settings;
      if (!enabled || addressKey(forwardPath) !== addressKey(trap)) return CONTINUE;
      const params = { address: clientAddress, trap, zone };
      if (reversePath === '') return { verdict: 'continue', reasons: [{ code: 'spamTrap.bounce', params }] };
      const day = new Date(now_ms).toISOString().slice(0, 10);
      const hit = {
        reasons: [{ code: 'spamTrap.hit', params }],
        list: [{ zone, address: clientAddress, text: `wrote to a spam trap on ${day}` }],
        otherwise: [{ code: 'spamTrap.address', params }],
      };
      if (onHit === 'accept') return { verdict: 'continue', ...hit };
      return {
        verdict: 'reject',
        reply: REPLIES.recipientRejected(554, '5.7.1', forwardPath, 'Access denied'),
        ...hit,
      };
    },
  },
});
