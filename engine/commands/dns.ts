// dns.*: what the hosts of the lab remember of the DNS. Counterpart: dns/service.ts.

import type { Group } from './command.ts';

export const dnsCommands: Group<'dns'> = {
  'dns.forget': (lab) => {
    lab.run.dns.forget();
    return {};
  },
};
