// The mailboxes of a host, and what becomes known of them: every change is an event of the lab. Counterpart: store/ keeps
// them, host-services.ts opens them. Rule: a letter that the delivery agent brings is told by that one, with its fields.

import type { Host, StoreFormat } from '../contract/topology.ts';
import { addressKey } from '../mail/address.ts';
import { encodeName } from './encode-name.ts';
import type { RunContext } from './run.ts';
import type { Scope } from './scope.ts';
import { writeAccount } from './store/account-copy.ts';
import { formatAt, freshPlace, mendPlace, takePlace } from './store/account-place.ts';
import type { Account } from './store/account.ts';
import { told as toStore } from './store/disk-trouble.ts';
import { openMaildirAccount } from './store/maildir-folders.ts';
import { openMboxAccount } from './store/mbox-folders.ts';
import { type Flag, flagName, type Letter, type Mailbox } from './store/mailbox.ts';

const SEPARATOR = process.platform === 'win32' ? ';' : ':';

/** By address key. */
export function openAccounts(host: Host, dir: string, context: RunContext): Map<string, Account> {
  const accounts = new Map<string, Account>();
  for (const { address } of context.topology.users.filter((user) => user.host === host.name)) {
    const owner = { address, host, dir };
    mendPlace(context.world.disk, placeOf(owner));
    // A lab may be opened with other settings than it was left with.
    const found = formatAt(context.world.disk, placeOf(owner));
    if (found !== undefined && found !== formatOf(owner)) convert(opened(owner, found, context), owner, context);
    accounts.set(addressKey(address), told(opened(owner, formatOf(owner), context), owner, context));
  }
  return accounts;
}

/**
 * Converts the accounts that the settings want in another format; answers those. Throws StoreError when one can't be, and
 * then it is as it was.
 */
export function followFormats(
  host: Host,
  dir: string,
  accounts: Map<string, Account>,
  context: RunContext,
): Map<string, Account> {
  const { disk } = context.world;
  const converted = new Map<string, Account>();
  for (const [key, account] of accounts) {
    const owner = { address: account.inbox.name, host, dir };
    const format = formatOf(owner);
    if (formatAt(disk, placeOf(owner)) === format) continue;
    account.files?.begin();
    try {
      convert(account, owner, context);
    } finally {
      const work = account.files?.end();
      const writer = context.scope.about({ host: host.name });
      if (work) writer.emit('store.files', { mailbox: owner.address, action: `convert to ${format}`, ...work });
    }
    converted.set(key, told(opened(owner, format, context), owner, context));
    accounts.set(key, converted.get(key) ?? account);
  }
  return converted;
}

/** An account as the settings of its host have it. */
interface Owner {
  address: string;
  host: Host;
  /** Of the host. */
  dir: string;
}

const placeOf = ({ dir, address }: Owner): string => `${dir}/mail/${encodeName(address)}`;

function formatOf({ host, address }: Owner): StoreFormat {
  return host.store.formats[addressKey(address)] ?? host.store.format;
}

function opened(owner: Owner, format: StoreFormat, { world, clock: lab, random }: RunContext): Account {
  const { address, host } = owner;
  const parts = { disk: world.disk, path: placeOf(owner), owner: address, lab };
  const quoting = host.store.mboxQuoting;
  if (format === 'mbox') return openMboxAccount({ ...parts, quoting, real_ms: () => world.real_ms() });
  return openMaildirAccount({
    ...parts,
    host: host.name,
    random: (mailbox) => random(host.name, `mailbox ${mailbox}`),
    separator: SEPARATOR,
  });
}

function convert(account: Account, owner: Owner, { world: { disk }, random }: RunContext): void {
  const { address, host } = owner;
  // Written through the account's own tally, so that what it takes is told.
  const parts = { disk: account.files?.disk() ?? disk, path: freshPlace(placeOf(owner)), host: host.name };
  const chance = random(host.name, `conversion ${address}`);
  toStore(() => {
    writeAccount(account, formatOf(owner), {
      ...parts,
      random: chance,
      separator: SEPARATOR,
      quoting: host.store.mboxQuoting,
    });
    account.close();
    takePlace(disk, placeOf(owner));
  });
}

function told(account: Account, { host }: Owner, context: RunContext): Account {
  const writer = context.scope.about({ host: host.name });
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
  return account;
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
  return [...flags].map(flagName).toSorted();
}
