// store.*: the letters of a mailbox, as the delivery agent put them there, or as a lesson wants them.

import { addressKey } from '../../mail/address.ts';
import { fromByteString, toByteString } from '../../mail/bytes.ts';
import type { Lab } from '../engine.ts';
import { INBOX } from '../store/folder-name.ts';
import type { Mailbox } from '../store/mailbox.ts';
import { flagName, StoreError } from '../store/mailbox.ts';
import type { Group } from './command.ts';
import { CommandProblem } from './problem.ts';

export const storeCommands: Group<'store'> = {
  'store.list': (lab, { address, folder }) => ({
    letters: mailboxOf(lab, address, folder)
      .letters()
      .map(({ uid, file, octets, flags }) => ({ uid, file, octets, flags: [...flags].map(flagName).toSorted() })),
  }),
  'store.read': (lab, { address, folder, uid }) => {
    try {
      return { bytes: toByteString(mailboxOf(lab, address, folder).read(uid)) };
    } catch (error) {
      if (error instanceof StoreError) throw new CommandProblem('no such letter', error.message);
      throw error;
    }
  },
  'store.fill': (lab, { address, letters }) => {
    const mailbox = filledIn(lab, address);
    const there = mailbox.letters().map(({ uid }) => toByteString(mailbox.read(uid)));
    const isSo = there.length === letters.length && letters.every((octets, at) => octets === there[at]);
    if (isSo) {
      // Whoever has the mailbox open goes on knowing it.
      for (const { uid } of mailbox.letters()) mailbox.setFlags(uid, new Set());
      mailbox.sync();
      return {};
    }
    for (const { uid } of [...mailbox.letters()]) mailbox.remove(uid);
    mailbox.sync();
    for (const octets of letters) mailbox.append(fromByteString(octets), new Set(), lab.run.context.clock.now_ms());
    mailbox.sync();
    return {};
  },
};

/** `bob@harbor.example/Junk` is a folder, as events name it; it is made when it isn't there. */
function filledIn(lab: Lab, place: string): Mailbox {
  const [, address = place, folder = INBOX] = /^([^@]+@[^/]+)\/(.+)$/.exec(place) ?? [];
  if (folder !== INBOX) {
    const account = [...lab.run.hosts.values()].map((host) => host.accounts.get(addressKey(address))).find(Boolean);
    if (account && !account.find(folder)) account.create(folder);
  }
  return mailboxOf(lab, address, folder);
}

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
