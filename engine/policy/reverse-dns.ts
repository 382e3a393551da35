// Reverse DNS (Postfix: reject_unknown_client_hostname): a client whose address has no name, or a name that doesn't
// lead back to the address, is refused. Counterpart: dns/confirmed-name.ts looks it up before the banner.
// Rule: honest servers are set up badly too, so it is off by default.

import { z } from '../../contract/schema.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { CONTINUE, definePolicy } from './policy.ts';

export const reverseDns = definePolicy({
  name: 'reverse-dns',
  rfc: 'RFC 1912 section 2.1',
  settings: z.strictObject({ enabled: z.boolean().default(false) }),
  stages: {
    connect({ clientAddress, clientName }, { settings }) {
      if (!settings.enabled) return CONTINUE;
      const params = { address: clientAddress, name: clientName ?? '' };
      if (clientName !== undefined) return { verdict: 'continue', reasons: [{ code: 'reverseDns.confirmed', params }] };
      return {
        verdict: 'defer',
        reply: REPLIES.clientUnknown(clientAddress),
        reasons: [{ code: 'reverseDns.unconfirmed', params }],
        otherwise: [{ code: 'reverseDns.unconfirmed', params }],
      };
    },
  },
});
