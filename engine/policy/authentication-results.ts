// Authentication-Results (RFC 8601): writes down what SPF, DKIM, ARC and DMARC found, for whoever reads the letter behind
// this server. Counterpart: mail/auth-results.ts; lesson 4. Rule: a field that already bears this server's name can only
// be forged, so it goes (section 5); other servers' fields stay, and are worth what they are worth.

import { z } from '../../contract/schema.ts';
import type { Reason } from '../../contract/events.ts';
import { formatAuthResults, parseAuthResults } from '../../mail/auth-results.ts';
import { lowerName } from '../../mail/dns/name.ts';
import { CONTINUE, definePolicy } from './policy.ts';

export const authenticationResults = definePolicy({
  name: 'authentication-results',
  rfc: 'RFC 8601 section 5',
  settings: z.strictObject({
    enabled: z.boolean().default(false),
    /** Under which name the server writes; none given means its own. */
    authservId: z
      .string()
      .max(253)
      .regex(/^[\w.-]*$/, 'must be a name like mx1.harbor.example')
      .default(''),
    removeForged: z.boolean().default(true),
  }),
  stages: {
    message({ message, results }, { settings, host }) {
      if (!settings.enabled || !message) return CONTINUE;
      const authservId = settings.authservId === '' ? host : settings.authservId;
      const forged = message
        .fieldsNamed('Authentication-Results')
        .filter(({ value }) => lowerName(parseAuthResults(value)?.authservId ?? '') === lowerName(authservId));
      const code = settings.removeForged ? 'authResults.removed' : 'authResults.kept';
      return {
        ...CONTINUE,
        fields: [formatAuthResults({ authservId, results: [...results] })],
        removes: settings.removeForged ? forged.map(({ raw }) => raw) : [],
        reasons: [
          ...forged.map(({ value }): Reason => ({ code, params: { authservId, value } })),
          { code: 'authResults.written', params: { authservId } },
        ],
      };
    },
  },
});
