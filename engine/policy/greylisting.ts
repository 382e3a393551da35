// Greylisting (RFC 6647): a peer, sender and recipient never seen together are asked to come back
// later; a real server does, much spamware doesn't. Counterpart: lesson 12.
// Rule: unless set otherwise the peer counts by its /24, because a big sender retries from a neighbour.

import { z } from '../../contract/schema.ts';
import { addressKey } from '../../mail/address.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { CONTINUE, definePolicy } from './policy.ts';

const DAY_S = 86_400;

export const greylisting = definePolicy({
  name: 'greylisting',
  settings: z.strictObject({
    enabled: z.boolean().default(false),
    /** How long a newcomer waits. Postgrey's default. */
    delay_s: z.number().min(0).max(DAY_S).default(300),
    /** What a client is known by: its address, or the /24 around it (RFC 6647 section 2.3). */
    peer: z.enum(['network', 'address']).default('network'),
    /** A retry after this counts as a first try. */
    retryWindow_s: z
      .number()
      .min(1)
      .max(60 * DAY_S)
      .default(2 * DAY_S),
    /** How long one that came back is remembered. */
    lifetime_s: z
      .number()
      .min(1)
      .max(400 * DAY_S)
      .default(35 * DAY_S),
  }),
  stages: {
    rcpt(session, { settings, now_ms, memory }) {
      const { forwardPath = '', reversePath = '' } = session;
      if (!settings.enabled) return CONTINUE;
      const { clientAddress } = session;
      const network = settings.peer === 'network' ? clientAddress.replace(/\.\d+$/, '.0') : clientAddress;
      const triplet = [network, addressKey(reversePath), addressKey(forwardPath)].join(' ');
      const passed = memory.get(`passed ${triplet}`);
      if (passed !== undefined) {
        memory.set(`passed ${triplet}`, now_ms, now_ms + settings.lifetime_s * 1000);
        return { verdict: 'continue', reasons: [{ code: 'greylist.known', params: { network } }] };
      }
      const first = memory.get(`first ${triplet}`);
      const age_s = first === undefined ? undefined : (now_ms - first) / 1000;
      if (first === undefined || age_s === undefined || age_s > settings.retryWindow_s) {
        memory.set(`first ${triplet}`, now_ms, now_ms + settings.retryWindow_s * 1000);
        const reasons = [{ code: 'greylist.first', params: { network, delay_s: settings.delay_s } }];
        if (settings.delay_s === 0) return { verdict: 'continue', reasons };
        return { verdict: 'defer', reply: REPLIES.greylisted(forwardPath), reasons };
      }
      if (age_s < settings.delay_s) {
        const reasons = [{ code: 'greylist.early', params: { network, age_s, delay_s: settings.delay_s } }];
        return { verdict: 'defer', reply: REPLIES.greylisted(forwardPath), reasons };
      }
      memory.set(`passed ${triplet}`, now_ms, now_ms + settings.lifetime_s * 1000);
      return { verdict: 'continue', reasons: [{ code: 'greylist.returned', params: { network, age_s } }] };
    },
  },
});
