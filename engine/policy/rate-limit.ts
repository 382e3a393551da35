// How much one client may do in a while (Postfix: anvil and smtpd_client_*_rate_limit): connections, letters,
// recipients. Rule: counted by address in windows of the lab's clock, as anvil does; 0 means no limit. What is over the
// limit is for later, never for good, and is said at once, because a client that hurries should hear it.

import { z } from '../../contract/schema.ts';
import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import { POLICY_LIMITS } from './limits.ts';
import { CONTINUE, type Decision, definePolicy, type PolicySession, type PolicyTools } from './policy.ts';

const limit = z.int().min(0).max(100_000);

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(false),
  /** anvil_rate_time_unit. */
  window_s: z.number().min(1).max(POLICY_LIMITS.day_s).default(60),
  connections: limit.default(30),
  letters: limit.default(100),
  recipients: limit.default(300),
});

type What = 'connections' | 'letters' | 'recipients';

export const rateLimit = definePolicy({
  name: 'rate-limit',
  rfc: 'RFC 5321 section 7.8',
  settings: settingsSchema,
  stages: {
    connect: (session, tools) =>
      count('connections', session, tools, (address) => REPLIES.tooManyConnections(tools.host, address)),
    mail: (session, tools) => count('letters', session, tools, REPLIES.tooMuchMail),
    rcpt: (session, tools) => count('recipients', session, tools, REPLIES.tooManyRecipientsFrom),
  },
  recall({ key, value, until_ms }) {
    const [what = '', address = ''] = key.split(' ');
    return { about: [address, what], state: 'counted', count: value, until_ms };
  },
});

function count(
  what: What,
  { clientAddress }: PolicySession,
  { settings, memory, now_ms }: PolicyTools<z.infer<typeof settingsSchema>>,
  refusal: (address: string) => Reply,
): Decision {
  const most = settings[what];
  if (!settings.enabled || most === 0) return CONTINUE;
  const { window_s } = settings;
  const window_ms = window_s * 1000;
  const began = Math.floor(now_ms / window_ms);
  const key = `${what} ${clientAddress} ${began}`;
  const counted = (memory.get(key) ?? 0) + 1;
  const until_ms = (began + 1) * window_ms;
  memory.set(key, counted, until_ms);
  const left_s = Math.ceil((until_ms - now_ms) / 1000);
  const params = { address: clientAddress, counted, most, window_s, left_s };
  if (counted <= most) return { verdict: 'continue', reasons: [{ code: `rate.${what}`, params }] };
  return {
    verdict: 'defer',
    reply: refusal(clientAddress),
    atOnce: true,
    reasons: [{ code: `rate.${what}`, params }],
    otherwise: [{ code: 'rate.later', params }],
  };
}
