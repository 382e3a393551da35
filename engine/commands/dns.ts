// dns.*: what the hosts of the lab remember of the DNS. Counterpart: dns/service.ts.

import { DNS_LIMITS } from '../dns/limits.ts';
import type { Group } from './command.ts';

export const dnsCommands: Group<'dns'> = {
  'dns.forget': (lab) => {
    lab.run.dns.forget();
    return {};
  },
  'dns.cache': (lab, { zone }) => {
    const answers = lab.run.dns.remembered(zone);
    const { shownAnswers } = DNS_LIMITS;
    // Those used last are what a person looks for.
    return { answers: answers.slice(-shownAnswers), cut: answers.length > shownAnswers };
  },
};
