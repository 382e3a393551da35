// store.*: the letters of a mailbox, as the delivery agent put them there.

import { addressKey } from '../../mail/address.ts';
import { toByteString } from '../../mail/bytes.ts';
import type { Lab } from '../engine.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { StoreError } from '../store/mailbox.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const storeCommands: Group<'store'> = {
  'store.list': (lab, { address }) => ({
    letters: mailboxOf(lab, address)
      .letters()
      .map(({ uid, file, octets, flags }) => ({ uid, file, octets, flags: [...flags].toSorted() })),
  }),
  'store.read': (lab, { address, uid }) => {
    try {
      return { bytes: toByteString(mailboxOf(lab, address).read(uid)) };
    } catch (error) {
      if (error instanceof StoreError) throw new CommandProblem('no such letter', error.message);
      throw error;
    }
  },
};

function mailboxOf(lab: Lab, address: string): Mailbox {
  for (const host of lab.run.hosts.values()) {
    const mailbox = host.accounts.get(addressKey(address))?.inbox;
    if (mailbox) return mailbox;
  }
  throw new CommandProblem('unknown mailbox', `no mailbox belongs to ${address}`);
}
