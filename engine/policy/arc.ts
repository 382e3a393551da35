// ARC (RFC 8617): what servers on the way wrote down about a letter before they changed it, each sealed on top of the one
// before. Counterpart: dkim.ts; dkim/mailauth.ts verifies. Rule: it is verified and told; whom to believe among those who
// sealed is for a person to decide, so nothing follows of it here.

import { z } from '../../contract/schema.ts';
import type { Reason } from '../../contract/events.ts';
import { verifyChain, verifyLetter } from './dkim/mailauth.ts';
import { CONTINUE, definePolicy } from './policy.ts';

export const arc = definePolicy({
  name: 'arc',
  rfc: 'RFC 8617 section 5.2',
  settings: z.strictObject({ enabled: z.boolean().default(false) }),
  stages: {
    async message({ message }, { settings, resolver, now_ms }) {
      if (!settings.enabled || !message) return CONTINUE;
      const isSealed = message.fields.some(({ name }) => /^arc-/i.test(name));
      const verifying = { resolver, now_ms };
      const found = isSealed ? await verifyChain(await verifyLetter(message, verifying), verifying) : undefined;
      const status = found?.result.status;
      const result = status?.result ?? 'none';
      const problem = status?.comment ?? '';
      const newest = found?.result.signature;
      const domain = newest ? (newest.signingDomain ?? '') : '';
      const last: Reason = {
        code: `arc.${result}`,
        params: { seals: found?.result.i || 0, domain, problem },
      };
      const lookups: Reason[] = [...(found?.lookups ?? [])].map(([name, { seq }]) => ({
        code: 'arc.key',
        params: { name },
        evidence: seq,
      }));
      const reason = result === 'fail' && problem !== '' ? { reason: problem } : {};
      return {
        ...CONTINUE,
        results: [{ method: 'arc', result, ...reason, properties: [] }],
        reasons: [...lookups, last],
      };
    },
  },
});
