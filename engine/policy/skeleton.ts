// A policy to copy: it refuses one sender. Not listed in index.ts, so nothing asks it.
// To make your own: copy this file, rename, add a line to index.ts. The settings schema gives the
// form on screen; each reason gets a text in the catalogue under `reason.<code>`.

import { z } from '../../contract/schema.ts';
import { addressKey } from '../../mail/address.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { CONTINUE, definePolicy } from './policy.ts';

export const skeleton = definePolicy({
  name: 'skeleton',
  settings: z.strictObject({
    enabled: z.boolean().default(false),
    /** The address that isn't welcome. */
    sender: z.string().max(254).default('nobody@example'),
  }),
  stages: {
    mail(session, { settings }) {
      const sender = session.reversePath ?? '';
      if (!settings.enabled || addressKey(sender) !== addressKey(settings.sender)) return CONTINUE;
      return {
        verdict: 'reject',
        reply: REPLIES.senderRejected(554, '5.7.1', sender, 'Access denied'),
        reasons: [{ code: 'skeleton.unwelcome', params: { sender } }],
      };
    },
  },
});
