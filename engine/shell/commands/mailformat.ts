// mailformat [USER maildir|mbox]: how this host keeps mail, and keeping somebody's in another way. Counterpart: `store` of
// the host, which its accounts follow at once. Rule: as mb2md and its like, but nothing is lost either way: letters,
// flags, dates, uids and folders go along.

import { addressKey } from '../../../mail/address.ts';
import type { HostServices } from '../../host-services.ts';
import type { ShellCommand } from '../command.ts';

const FORMATS = ['maildir', 'mbox'] as const;

export const mailformat: ShellCommand = {
  name: 'mailformat',
  synopsis: 'mailformat [USER maildir|mbox]',
  summary: 'how mailboxes are kept on this host, and convert one',
  details: [
    'maildir keeps a file a letter, mbox all letters of a mailbox in one file. Without words it lists who has which.',
    'Converting takes letters, flags, dates, numbers and folders along; programs that have the mailbox open are sent away.',
  ],
  async run([user, format, ...more], job) {
    const { host, accounts } = job.host;
    if (user === undefined) {
      for (const owner of accounts.keys()) job.print(`${owner}  ${host.store.formats[owner] ?? host.store.format}\n`);
      if (accounts.size === 0) job.print('No mailboxes are kept here.\n');
      return;
    }
    const wanted = FORMATS.find((one) => one === format);
    const owner = ownersOf(job.host).find((one) => one === addressKey(user) || one.split('@')[0] === user);
    if (more.length > 0 || wanted === undefined) job.print(`usage: ${mailformat.synopsis}\n`);
    else if (owner === undefined) job.print(`mailformat: no mailbox of ${user} is kept here\n`);
    else {
      await job.lab.change(host.name, '/store/formats', { ...host.store.formats, [owner]: wanted });
      const letters = accounts.get(owner)?.use().letters ?? 0;
      job.print(`${owner}: ${letters} ${letters === 1 ? 'letter' : 'letters'}, kept as ${wanted}.\n`);
    }
  },
  complete: (_last, before, { host }) => (before.length === 0 ? ownersOf(host) : before.length === 1 ? FORMATS : []),
};

const ownersOf = ({ accounts }: HostServices): string[] => [...accounts.keys()];
