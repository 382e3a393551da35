// Does the domain in MAIL FROM exist, and can a bounce go there (Postfix: reject_unknown_sender_domain)? A domain
// without MX and address, or one that says it takes no mail (RFC 7505), sends none that can be answered.
// Rule: no answer isn't no: then the client comes back later.

import type { Reason } from '../../contract/events.ts';
import { z } from '../../contract/schema.ts';
import { splitAddress } from '../../mail/address.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { parseMx } from '../dns/presentation.ts';
import { isCertain, lookupStep } from './lookup-step.ts';
import { CONTINUE, type Decision, definePolicy } from './policy.ts';

export const senderDomain = definePolicy({
  name: 'sender-domain',
  rfc: 'RFC 5321 section 5.1',
  settings: z.strictObject({ enabled: z.boolean().default(false) }),
  stages: {
    async mail({ reversePath = '' }, { settings, resolver }) {
      const domain = splitAddress(reversePath)?.domain;
      if (!settings.enabled || domain === undefined || domain.startsWith('[')) return CONTINUE;
      const steps: Reason[] = [];
      const conclude = (code: string, evidence: number): Pick<Decision, 'reasons' | 'otherwise'> => ({
        reasons: [...steps, { code: `senderDomain.${code}`, params: { domain }, evidence }],
        ...(code === 'found' ? {} : { otherwise: [{ code: `senderDomain.${code}`, params: { domain } }] }),
      });
      const mx = await resolver.lookup(domain, 'MX', 'sender domain');
      steps.push(lookupStep(domain, 'MX', mx));
      const exchanges = mx.answers.filter(({ type }) => type === 'MX').flatMap(({ data }) => parseMx(data) ?? []);
      if (exchanges.some(({ exchange }) => exchange === '.')) {
        const text = `Domain ${domain} does not accept mail (nullMX)`;
        const reply = REPLIES.senderRejected(550, '5.7.27', reversePath, text);
        return { verdict: 'reject', reply, rfc: 'RFC 7505 section 4.2', ...conclude('nullMx', mx.seq) };
      }
      if (exchanges.length > 0) return { verdict: 'continue', ...conclude('found', mx.seq) };
      const a = await resolver.lookup(domain, 'A', 'sender domain');
      steps.push(lookupStep(domain, 'A', a));
      if (a.answers.some(({ type }) => type === 'A')) return { verdict: 'continue', ...conclude('found', a.seq) };
      const isSure = isCertain(mx) && isCertain(a);
      const [code, enhanced] = isSure ? ([550, '5.1.8'] as const) : ([450, '4.1.8'] as const);
      const reply = REPLIES.senderRejected(code, enhanced, reversePath, 'Domain not found');
      return { verdict: isSure ? 'reject' : 'defer', reply, ...conclude(isSure ? 'missing' : 'silent', a.seq) };
    },
  },
});
