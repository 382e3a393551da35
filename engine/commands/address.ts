// address.test: where mail to an address would go from a host, through which tables.

import { testAddress } from '../mta/address-test.ts';
import type { Group } from './command.ts';
import { hostNamed } from './host.ts';
import { CommandProblem } from './problem.ts';

export const addressCommands: Group<'address'> = {
  'address.test': (lab, { host, address }) => {
    const { mail } = hostNamed(lab, host);
    if (!mail) throw new CommandProblem('no mail server', `${host} runs no mail server`);
    return { steps: testAddress(address, mail.directory) };
  },
};
