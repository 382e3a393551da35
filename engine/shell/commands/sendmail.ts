// sendmail -bv ADDRESS ...: where would this go? And sendmail [-t] [-f SENDER] ADDRESS ...: the letter that is typed after
// it, given to this host's own mail server, as programs on a Unix machine send theirs.

import type { AddressTestStep } from '../../../contract/commands.ts';
import { addressKey } from '../../../mail/address.ts';
import { splitMessage } from '../../../mail/fields.ts';
import { parseMailboxes } from '../../../mail/mailboxes.ts';
import { testAddress } from '../../mta/address-test.ts';
import type { MailServer } from '../../mta/mail-server.ts';
import type { Job, ShellCommand } from '../command.ts';
import { PERSON, TypedLetter } from '../typed-letter.ts';

export const sendmail: ShellCommand = {
  name: 'sendmail',
  synopsis: 'sendmail -bv ADDRESS ... | sendmail [-t] [-f SENDER] [ADDRESS ...]',
  summary: 'where mail to an address would go from here; or send a letter that you type, header and all',
  details: [
    '-bv sends nothing, and asks no name server: it shows the tables that an address goes through.',
    'Otherwise type header, blank line and text; a dot alone, or Ctrl-D, ends it. -t takes To, Cc and Bcc.',
  ],
  run([option, ...rest], job) {
    const { mail } = job.host;
    if (!mail) job.print('sendmail: this host runs no mail server\n');
    else if (option === '-bv' && rest.length > 0) verify(rest, mail, job);
    else if (option === undefined || option === '-bv') job.print(`usage: ${sendmail.synopsis}\n`);
    else send([option, ...rest], mail, job);
  },
};

function verify(addresses: readonly string[], mail: MailServer, job: Job): void {
  for (const address of addresses) {
    for (const step of testAddress(address, mail.directory)) job.print(`${'  '.repeat(step.depth)}${said(step)}\n`);
  }
}

function send(words: readonly string[], mail: MailServer, job: Job): void {
  const rest = [...words];
  let sender = PERSON;
  let reads = false;
  while (rest[0]?.startsWith('-')) {
    const option = rest.shift();
    if (option === '-t') reads = true;
    else if (option === '-f') sender = (rest.shift() ?? '').replace(/^<(.*)>$/, '$1');
    // -i and -oi: a dot alone would be text; here it ends what is typed all the same.
    else if (option !== '-i' && option !== '-oi') {
      job.print(`usage: ${sendmail.synopsis}\n`);
      return;
    }
  }
  job.enter(
    new TypedLetter(job, mail, (lines) => {
      const octets = lines.map((line) => `${line}\r\n`).join('');
      const recipients = [...rest, ...(reads ? named(octets) : [])].filter((one) => !/[^\x21-\x7e]/.test(one));
      return recipients.length === 0 ? 'sendmail: no recipients' : { reversePath: sender, recipients, octets };
    }),
  );
}

/** Whom the header names. */
function named(octets: string): string[] {
  const { fields } = splitMessage(octets);
  const to = fields.filter(({ name }) => ['to', 'cc', 'bcc'].includes(name.toLowerCase()));
  const found = to.flatMap(({ value }) => parseMailboxes(value)).map(({ address }) => address);
  return [...new Map(found.map((address) => [addressKey(address), address])).values()];
}

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
