// sendmail -bv: where would this go? The one thing of sendmail that sends nothing.

import type { AddressTestStep } from '../../../contract/commands.ts';
import { testAddress } from '../../mta/address-test.ts';
import type { ShellCommand } from '../command.ts';

export const sendmail: ShellCommand = {
  name: 'sendmail',
  synopsis: 'sendmail -bv ADDRESS ...',
  summary: 'where mail to an address would go from here, and through which tables',
  details: ['Nothing is sent, and no name server is asked.'],
  run(words, job) {
    const { mail } = job.host;
    const [option, ...addresses] = words;
    if (!mail) job.print('sendmail: this host runs no mail server\n');
    else if (option !== '-bv' || addresses.length === 0) job.print(`usage: ${sendmail.synopsis}\n`);
    else {
      for (const address of addresses) {
        for (const step of testAddress(address, mail.directory)) job.print(`${'  '.repeat(step.depth)}${said(step)}\n`);
      }
    }
  },
};

function said({ address, table, after, entry, called, keptIn, sender, reply }: AddressTestStep): string {
  const to = after.join(', ');
  switch (table) {
    case 'mailbox':
      return `${address}: mailbox ${to}`;
    case 'route':
      return `${address}: to ${to}${entry === undefined ? '' : ` (transport map: ${entry})`}${called === undefined ? '' : `, as ${called}`}`;
    case 'unknown':
    case 'relocated':
      return `${address}: ${reply?.code ?? ''} ${reply?.enhanced ?? ''} ${reply?.text ?? ''}`;
    case 'loop':
      return `${address}: comes round again: loop`;
    default: {
      const kept = keptIn === undefined ? '' : `, kept in ${keptIn}`;
      const found = entry === undefined || entry === address ? table : `${table} (${entry})`;
      return `${address}: ${found} -> ${to}${kept}${sender === undefined ? '' : `, from ${sender}`}`;
    }
  }
}
