// DNS blocklists (RFC 5782): is this address listed as a source of spam? The reversed address is asked for as a name in
// the list's zone; an answer in 127.0.0.0/8 means yes, and TXT says why. Counterpart: lesson 13.
// Rule: a list that doesn't answer lists nobody, because mail must not depend on it.

import { z } from '../../contract/schema.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { reverseName } from '../../mail/dns/name.ts';
import { parseTxt } from '../dns/presentation.ts';
import { CONTINUE, definePolicy } from './policy.ts';

export const dnsbl = definePolicy({
  name: 'dnsbl',
  settings: z.strictObject({
    enabled: z.boolean().default(false),
    /** The list's zone. */
    zone: z.string().max(253).default('dnsbl.example'),
  }),
  stages: {
    async connect({ clientAddress }, { settings: { enabled, zone }, resolver }) {
      const reversed = reverseName(clientAddress)?.replace(/\.(?:in-addr|ip6)\.arpa$/, '');
      if (!enabled || reversed === undefined) return CONTINUE;
      const name = `${reversed}.${zone}`;
      const listed = await resolver.lookup(name, 'A', 'dnsbl');
      const codes = listed.answers.filter(({ type, data }) => type === 'A' && data.startsWith('127.'));
      const evidence = listed.seq;
      if (listed.rcode !== 'NOERROR' && listed.rcode !== 'NXDOMAIN') {
        return { verdict: 'continue', reasons: [{ code: 'dnsbl.silent', params: { zone }, evidence }] };
      }
      const [code] = codes;
      if (!code)
        return { verdict: 'continue', reasons: [{ code: 'dnsbl.notListed', params: { name, zone }, evidence }] };
      const why = await resolver.lookup(name, 'TXT', 'dnsbl');
      const text = why.answers.find(({ type }) => type === 'TXT');
      return {
        verdict: 'reject',
        reply: REPLIES.clientBlocked(clientAddress, zone, text && parseTxt(text.data)),
        reasons: [{ code: 'dnsbl.listed', params: { name, zone, answer: code.data }, evidence }],
      };
    },
  },
});
