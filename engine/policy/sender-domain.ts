// Does the domain in MAIL FROM exist, and can a bounce go there (Postfix: reject_unknown_sender_domain)? A domain
// without MX and address, or one that says it takes no mail (RFC 7505), sends none that can be answered.
// Rule: no answer isn't no: then the client comes back later.

import type { Reason } from '../../contract/events.ts';
import { z } from '../../contract/schema.ts';
import { splitAddress } from '../../mail/address.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { parseMx } from '../dns/presentation.ts';
import { CONTINUE, definePolicy } from './policy.ts';

export const senderDomain = definePolicy({
  name: 'sender-domain',
  settings: z.strictObject({ enabled: z.boolean().default(false) }),
  stages: {
    async mail({ reversePath = '' }, { settings, resolver }) {
      const domain = splitAddress(reversePath)?.domain;
      if (!settings.enabled || domain === undefined || domain.startsWith('[')) return CONTINUE;
      const because = (code: string, evidence: number): Reason[] => [{ code, params: { domain }, evidence }];
      const mx = await resolver.lookup(domain, 'MX', 'sender domain');
      const exchanges = mx.answers.filter(({ type }) => type === 'MX').flatMap(({ data }) => parseMx(data) ?? []);
      if (exchanges.some(({ exchange }) => exchange === '.')) {
        const reply = REPLIES.senderRejected(
          550,
          '5.7.27',
          reversePath,
          'Domain of sender address does not accept mail',
        );
        return { verdict: 'reject', reply, reasons: because('senderDomain.nullMx', mx.seq) };
      }
      if (exchanges.length > 0) return { verdict: 'continue', reasons: because('senderDomain.found', mx.seq) };
      const a = await resolver.lookup(domain, 'A', 'sender domain');
      if (a.answers.length > 0) return { verdict: 'continue', reasons: because('senderDomain.found', a.seq) };
      const isCertain = [mx, a].every(({ rcode }) => rcode === 'NOERROR' || rcode === 'NXDOMAIN');
      const reasons = because(isCertain ? 'senderDomain.missing' : 'senderDomain.silent', a.seq);
      const [code, enhanced] = isCertain ? ([550, '5.1.8'] as const) : ([450, '4.1.8'] as const);
      const reply = REPLIES.senderRejected(code, enhanced, reversePath, 'Domain not found');
      return { verdict: isCertain ? 'reject' : 'defer', reply, reasons };
    },
  },
});
