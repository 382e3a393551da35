// Sends a copy of each letter to somebody more, without a word in its header: what a milter does with ADDRCPT, and what
// archives are made with. Counterpart: letter-changes.ts. Rule: the envelope alone is changed, so no reader can tell.

import { z } from '../../contract/schema.ts';
import { addressKey } from '../../mail/address.ts';
import { placement } from './placement.ts';
import { CONTINUE, definePolicy } from './policy.ts';

export const copyTo = definePolicy({
  name: 'copy-to',
  rfc: 'RFC 5321 section 7.2',
  clients: 'everybody',
  settings: z.strictObject({
    enabled: z.boolean().default(false),
    placement,
    /** Empty: nobody. */
    address: z
      .string()
      .max(254)
      .regex(/^(?:[\x21-\x3f\x41-\x7e]+@[\x21-\x3f\x41-\x7e]+)?$/, 'must be an address like archive@harbor.example')
      .default(''),
  }),
  stages: {
    message({ recipients }, { settings: { enabled, address } }) {
      const isNew = !recipients.some((one) => addressKey(one) === addressKey(address));
      if (!enabled || address === '' || !isNew) return CONTINUE;
      return { ...CONTINUE, recipients: [address], reasons: [{ code: 'copyTo.added', params: { address } }] };
    },
  },
});
