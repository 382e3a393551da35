// The sender's address needs its domain (Postfix: reject_non_fqdn_sender): a bounce to `alice` would go to whoever has
// that name here. Rule: the null path is an address of its own and passes (RFC 5321 section 4.5.5).

import { z } from '../../contract/schema.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { fullAddress } from './full-address.ts';
import { CONTINUE, definePolicy } from './policy.ts';

export const senderFqdn = definePolicy({
  name: 'sender-fqdn',
  rfc: 'RFC 5321 section 2.3.5',
  settings: z.strictObject({ enabled: z.boolean().default(false) }),
  stages: {
    mail({ reversePath = '' }, { settings }) {
      if (!settings.enabled || reversePath === '') return CONTINUE;
      return fullAddress('sender', reversePath, () =>
        REPLIES.senderRejected(504, '5.5.2', reversePath, 'need fully-qualified address'),
      );
    },
  },
});
