// Greet pause (Postfix: postscreen_greet_wait): half a greeting, then silence. A mail server waits for the rest, as
// RFC 5321 section 3.1 has it; a spam engine that has no time talks first, and gives itself away. Counterpart:
// smtp/connection.ts waits. Rule: who waited once isn't made to wait again for a while.

import { z } from '../../contract/schema.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { POLICY_LIMITS } from './limits.ts';
import { CONTINUE, definePolicy } from './policy.ts';

export const greetPause = definePolicy({
  name: 'greet-pause',
  rfc: 'RFC 5321 section 3.1',
  settings: z.strictObject({
    enabled: z.boolean().default(false),
    /** Postfix's default. */
    pause_s: z.number().min(0.1).max(POLICY_LIMITS.greetPause_s).default(6),
    teaser: z.boolean().default(true),
    /** What becomes of a client that talks first. */
    onEarlyTalk: z.enum(['refuse', 'drop', 'accept']).default('refuse'),
    /** How long one that waited is spared; postscreen_greet_ttl. */
    remember_s: z
      .number()
      .min(0)
      .max(30 * POLICY_LIMITS.day_s)
      .default(POLICY_LIMITS.day_s),
  }),
  greeting({ clientAddress }, { settings: { enabled, pause_s, teaser }, memory }) {
    if (!enabled || memory.get(clientAddress) !== undefined) return undefined;
    return { pause_ms: pause_s * 1000, teaser };
  },
  stages: {
    connect({ clientAddress, greeting }, { settings, memory, now_ms }) {
      const { enabled, pause_s, onEarlyTalk, remember_s } = settings;
      if (!enabled) return CONTINUE;
      if (!greeting) {
        const known = memory.get(clientAddress) !== undefined;
        return known ? { verdict: 'continue', reasons: [{ code: 'greetPause.known', params: {} }] } : CONTINUE;
      }
      if (greeting.early === undefined) {
        if (remember_s > 0) memory.set(clientAddress, now_ms, now_ms + remember_s * 1000);
        return { verdict: 'continue', reasons: [{ code: 'greetPause.waited', params: { pause_s } }] };
      }
      const reasons = [{ code: 'greetPause.early', params: { line: greeting.early.slice(0, 80), pause_s } }];
      if (onEarlyTalk === 'accept') return { verdict: 'continue', reasons };
      const otherwise = [{ code: 'greetPause.wait', params: { pause_s } }];
      if (onEarlyTalk === 'drop') {
        return { verdict: 'reject', reply: REPLIES.protocolErrorDrop, atOnce: true, reasons, otherwise };
      }
      return { verdict: 'reject', reply: REPLIES.protocolError, screened: true, reasons, otherwise };
    },
  },
  recall: ({ key, value, until_ms }) => ({ about: [key], state: 'passed', since_ms: value, until_ms }),
});
