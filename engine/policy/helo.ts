// What the client says it is called (RFC 5321 section 4.1.1.1), in Postfix's order and words: a name at all, a full one,
// an address literal that is its own, not our name, and a name that exists. Rule: section 4.1.4 forbids refusing mail
// because the name doesn't fit the address, so nothing here compares the two; each check has its own switch.

import type { Reason } from '../../contract/events.ts';
import { z } from '../../contract/schema.ts';
import { isAddressLiteral, isDomainName } from '../../mail/address.ts';
import { lowerName } from '../../mail/dns/name.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import type { Resolver } from '../dns/resolver-types.ts';
import { isCertain, lookupStep } from './lookup-step.ts';
import { CONTINUE, type Decision, definePolicy } from './policy.ts';

type Refusal = readonly [code: number, enhanced: string, text: string];

export const helo = definePolicy({
  name: 'helo',
  rfc: 'RFC 5321 section 4.1.1.1',
  settings: z.strictObject({
    enabled: z.boolean().default(false),
    /** Postfix: reject_invalid_helo_hostname. */
    syntax: z.boolean().default(true),
    /** Postfix: reject_non_fqdn_helo_hostname. */
    fullName: z.boolean().default(true),
    /** Refuses `[192.0.2.1]`, which RFC 5321 allows. */
    noLiteral: z.boolean().default(false),
    /** Nobody outside is called as this server. */
    ownName: z.boolean().default(true),
    /** Postfix: reject_unknown_helo_hostname. */
    unknownHost: z.boolean().default(false),
  }),
  stages: {
    async helo({ helo: name = '', clientAddress }, { settings, host, resolver }) {
      if (!settings.enabled) return CONTINUE;
      const refuse = (why: string, [code, enhanced, text]: Refusal, ...steps: Reason[]): Decision => ({
        verdict: code < 500 ? 'defer' : 'reject',
        reply: REPLIES.heloRejected(code, enhanced, name, text),
        reasons: [...steps, { code: `helo.${why}`, params: { name, address: clientAddress } }],
        otherwise: [{ code: `helo.${why}`, params: { name, address: clientAddress } }],
      });
      const isLiteral = name.startsWith('[');
      const isWritten = isLiteral ? isAddressLiteral(name) : isDomainName(lowerName(name));
      if (settings.syntax && !isWritten) {
        return refuse('invalid', [501, '5.5.2', isLiteral ? 'invalid ip address' : 'Invalid name']);
      }
      const bare = name.replace(/^\[(?:ipv6:)?|\]$/gi, '');
      if (isLiteral && settings.noLiteral) return refuse('literal', [554, '5.7.1', 'Access denied']);
      if (isLiteral && settings.ownName && bare !== clientAddress) {
        return refuse('foreignLiteral', [554, '5.7.1', 'Access denied']);
      }
      if (settings.ownName && lowerName(name) === lowerName(host)) {
        return refuse('ownName', [554, '5.7.1', 'Access denied']);
      }
      if (settings.fullName && !isLiteral && !lowerName(name).includes('.')) {
        return refuse('notFull', [504, '5.5.2', 'need fully-qualified hostname']);
      }
      if (isLiteral || !settings.unknownHost || !isWritten) return fine(name);
      const { steps, isKnown, isSure } = await lookUp(name, resolver);
      if (isKnown) return fine(name, ...steps);
      // Also where the DNS is sure: an honest server may be set up badly today (Postfix: unknown_hostname_reject_code).
      return refuse(isSure ? 'unknown' : 'silent', [450, '4.7.1', 'Host not found'], ...steps);
    },
  },
});

const fine = (name: string, ...steps: Reason[]): Decision => ({
  verdict: 'continue',
  reasons: [...steps, { code: 'helo.fine', params: { name } }],
});

/** A host is known when it has an address or takes mail. */
async function lookUp(
  name: string,
  resolver: Resolver,
): Promise<{ steps: Reason[]; isKnown: boolean; isSure: boolean }> {
  const steps: Reason[] = [];
  let isSure = true;
  for (const type of ['A', 'AAAA', 'MX'] as const) {
    const lookup = await resolver.lookup(lowerName(name), type, 'helo');
    steps.push(lookupStep(name, type, lookup));
    if (lookup.answers.some((answer) => answer.type === type)) return { steps, isKnown: true, isSure: true };
    isSure &&= isCertain(lookup);
    if (!isSure) break;
  }
  return { steps, isKnown: false, isSure };
}
