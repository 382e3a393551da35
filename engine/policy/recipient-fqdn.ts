// The recipient's address needs its domain (Postfix: reject_non_fqdn_recipient). Counterpart: smtp/commands/rcpt.ts asks
// before it looks for the user, because a name without a domain leads nowhere. Rule: `<postmaster>` needs none (RFC 5321
// section 4.1.1.3).

import { z } from '../../contract/schema.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { fullAddress } from './full-address.ts';
import { CONTINUE, definePolicy } from './policy.ts';

export const recipientFqdn = definePolicy({
  name: 'recipient-fqdn',
  rfc: 'RFC 5321 section 2.3.5',
  settings: z.strictObject({ enabled: z.boolean().default(false) }),
  stages: {
    rcpt({ forwardPath = '' }, { settings }) {
      if (!settings.enabled || forwardPath.toLowerCase() === 'postmaster') return CONTINUE;
      return fullAddress('recipient', forwardPath, () =>
        REPLIES.recipientRejected(504, '5.5.2', forwardPath, 'need fully-qualified address'),
      );
    },
  },
});
