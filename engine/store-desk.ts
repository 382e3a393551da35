// The mailboxes of a host, and what becomes known of them: every change is an event of the lab. Counterpart: store/ keeps
// them, host-services.ts opens them. Rule: a letter that the delivery agent brings is told by that one, with its fields.

import type { Host } from '../contract/topology.ts';
import { addressKey } from '../mail/address.ts';
import { encodeName } from './encode-name.ts';
import type { RunContext } from './run.ts';
import type { Scope } from './scope.ts';
import type { Account } from './store/account.ts';
import { openMaildirAccount } from './store/maildir-folders.ts';
import { openMboxAccount } from './store/mbox-folders.ts';
import type { Flag, Letter, Mailbox } from './store/mailbox.ts';

/** By address key. */
export function openAccounts(host: Host, dir: string, context: RunContext): Map<string, Account> {
  const accounts = new Map<string, Account>();
  const writer = context.scope.about({ host: host.name });
  for (const { address } of context.topology.users.filter((user) => user.host === host.name)) {
    const account = openAccount(address, host, dir, context);
    for (const [, mailbox] of account.mailboxes()) tellChanges(mailbox, writer);
    account.onChange((change) => {
      switch (change.kind) {
        case 'created':
          writer.emit('store.created', { mailbox: change.mailbox.name });
          tellChanges(change.mailbox, writer);
          break;
        case 'renamed':
          writer.emit('store.renamed', { mailbox: change.from, to: change.mailbox.name });
          break;
        case 'removed':
          writer.emit('store.deleted', { mailbox: change.name });
          break;
      }
    });
    accounts.set(addressKey(address), account);
  }
  return accounts;
}

function openAccount(owner: string, host: Host, dir: string, { world, clock: lab, random }: RunContext): Account {
  const { disk } = world;
  const path = `${dir}/mail/${encodeName(owner)}`;
  const { format, formats, mboxQuoting: quoting } = host.store;
  if ((formats[addressKey(owner)] ?? format) === 'mbox') {
    return openMboxAccount({ disk, path, owner, lab, quoting, real_ms: () => world.real_ms() });
  }
  return openMaildirAccount({
    ...{ disk, path, owner, lab },
    host: host.name,
    random: (mailbox) => random(host.name, `mailbox ${mailbox}`),
    separator: process.platform === 'win32' ? ';' : ':',
  });
}

/** Letters that the state doesn't know: it was kept before they came, and the run ended badly. */
export function tellFound(host: Host, accounts: ReadonlyMap<string, Account>, context: RunContext): void {
  const writer = context.scope.about({ host: host.name });
  for (const account of accounts.values()) {
    for (const [, mailbox] of account.mailboxes()) {
      const known = context.log.state.mailboxes[mailbox.name]?.letters.at(-1)?.uid ?? 0;
      for (const letter of mailbox.letters()) {
        if (letter.uid > known) writer.emit('store.found', arrival(mailbox, letter));
      }
    }
  }
}

function tellChanges(mailbox: Mailbox, writer: Scope): void {
  mailbox.onChange((change) => {
    switch (change.kind) {
      case 'added': {
        const letter = mailbox.letter(change.uid);
        if (!letter || change.how === 'delivered') break;
        writer.emit(change.how === 'found' ? 'store.found' : 'store.appended', arrival(mailbox, letter));
        break;
      }
      case 'removed':
        writer.emit('store.removed', { mailbox: mailbox.name, uid: change.uid });
        break;
      case 'flags': {
        const flags = flagNames(mailbox.letter(change.uid)?.flags ?? new Set());
        writer.emit('store.flagged', { mailbox: mailbox.name, uid: change.uid, flags });
        break;
      }
      case 'closed':
        break; // told of the account
    }
  });
}

function arrival({ name }: Mailbox, { uid, file, octets, flags }: Letter) {
  return { mailbox: name, uid, file, octets, flags: flagNames(flags) };
}

function flagNames(flags: ReadonlySet<Flag>): string[] {
  return [...flags].toSorted();
}
