// store.*: the letters of a mailbox, as the delivery agent put them there.

import { addressKey } from '../../mail/address.ts';
import { toByteString } from '../../mail/bytes.ts';
import type { Lab } from '../engine.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { StoreError } from '../store/mailbox.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const storeCommands: Group<'store'> = {
  'store.list': (lab, { address, folder }) => ({
    letters: mailboxOf(lab, address, folder)
      .letters()
      .map(({ uid, file, octets, flags }) => ({ uid, file, octets, flags: [...flags].toSorted() })),
  }),
  'store.read': (lab, { address, folder, uid }) => {
    try {
      return { bytes: toByteString(mailboxOf(lab, address, folder).read(uid)) };
    } catch (error) {
      if (error instanceof StoreError) throw new CommandProblem('no such letter', error.message);
      throw error;
    }
  },
};

function mailboxOf(lab: Lab, address: string, folder: string): Mailbox {
  for (const host of lab.run.hosts.values()) {
    const account = host.accounts.get(addressKey(address));
    if (!account) continue;
    const mailbox = account.find(folder);
    if (mailbox) return mailbox;
    const folders = account.mailboxes().map(([name]) => name);
    throw new CommandProblem('unknown mailbox', `${address} has no folder ${folder}; there are: ${folders.join(', ')}`);
  }
  throw new CommandProblem('unknown mailbox', `no mailbox belongs to ${address}`);
}
