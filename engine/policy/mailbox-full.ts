// Is there room in the mailbox (RFC 5321 section 4.5.3.1.10 of storage in general; RFC 3463 has 2.2 for it)? Counterpart:
// a server that only passes mail on doesn't know, and hears of it from the next one: then it has to bounce. Rule: what
// SIZE announced counts as well, so that a large letter is refused before it is sent.

import { z } from '../../contract/schema.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { POLICY_LIMITS } from './limits.ts';
import { CONTINUE, type Decision, definePolicy, type MailboxUse } from './policy.ts';

export const mailboxFullSettings = z.strictObject({
  enabled: z.boolean().default(false),
  quota_octets: z.int().min(0).max(POLICY_LIMITS.quotaOctets).default(10_000_000),
  /** Its owner may make room, or may be gone. */
  onFull: z.enum(['defer', 'refuse']).default('defer'),
});

export const mailboxFull = definePolicy({
  name: 'mailbox-full',
  rfc: 'RFC 3463 section 3.3',
  settings: mailboxFullSettings,
  stages: {
    rcpt({ forwardPath = '', declaredSize = 0 }, { settings, mailbox }) {
      if (!settings.enabled) return CONTINUE;
      const use = mailbox(forwardPath);
      if (!use) return CONTINUE;
      return room(use, forwardPath, declaredSize, settings);
    },
  },
  /** SIZE may have said nothing, or something else came meanwhile: what is true when the letter is stored counts. */
  async delivery({ recipient, message }, { settings, mailbox }) {
    const use = settings.enabled ? mailbox(recipient) : undefined;
    if (!use) return CONTINUE;
    return room(use, recipient, message.octets.length, settings);
  },
});

function room(
  { address, letters, octets }: MailboxUse,
  recipient: string,
  size: number,
  { quota_octets, onFull }: z.infer<typeof mailboxFullSettings>,
): Decision {
  const params = { address, letters, octets, size, quota_octets };
  if (octets + size <= quota_octets && octets < quota_octets) {
    return { verdict: 'continue', reasons: [{ code: 'quota.room', params }] };
  }
  const isFinal = onFull === 'refuse';
  return {
    verdict: isFinal ? 'reject' : 'defer',
    reply: REPLIES.mailboxFull(recipient, isFinal),
    reasons: [{ code: 'quota.full', params }],
    otherwise: [{ code: 'quota.makeRoom', params: { excess: octets + size - quota_octets } }],
  };
}
