// What people teach their filter by moving letters, as a mail program does it over IMAP: into Junk, and out of it again.
// Counterpart: policy/bayes.ts judges by what was taught; store/ tells of each letter that a client put somewhere. Rule:
// a letter put into Junk is junk; one that comes out of Junk isn't; all the rest says nothing. A host without the policy
// reads no letter for it.

import type { BookShelf } from '../policy/bayes/book-shelf.ts';
import type { LetterKind } from '../policy/bayes/word-book.ts';
import type { Account } from '../store/account.ts';
import { type Letter, type Mailbox, StoreError } from '../store/mailbox.ts';
import { specialUseOf } from '../store/special-use.ts';

export interface TeachingParts {
  accounts: ReadonlyMap<string, Account>;
  books: BookShelf;
  /** Whether anybody wants to learn now. */
  isOn: () => boolean;
}

/** Listens from here on. */
export function teachByMoving({ accounts, books, isOn }: TeachingParts): void {
  for (const [address, account] of accounts) {
    const watch = (mailbox: Mailbox): void => {
      mailbox.onChange((change) => {
        if (change.kind !== 'added' || change.how === 'delivered' || !isOn()) return;
        const letter = read(mailbox, change.uid);
        const kind = letter && whatItSays(mailbox, letter, account, address, books);
        if (letter && kind && books.of(address).learn(letter, kind)) books.save(address);
      });
    };
    for (const [, mailbox] of account.mailboxes()) watch(mailbox);
    account.onChange((change) => {
      if (change.kind === 'created') watch(change.mailbox);
    });
  }
}

function whatItSays(
  mailbox: Mailbox,
  letter: Uint8Array,
  account: Account,
  address: string,
  books: BookShelf,
): LetterKind | undefined {
  const use = useOf(mailbox, account);
  if (use === '\\Junk') return 'junk';
  // Throwing a letter away, or keeping a draft, says nothing about it.
  if (use === '\\Trash' || use === '\\Drafts' || use === '\\Sent') return undefined;
  const cameFromJunk = books.of(address).kindOf(letter) === 'junk' || isInJunk(letter, account);
  return cameFromJunk ? 'other' : undefined;
}

function useOf(mailbox: Mailbox, account: Account): string | undefined {
  const [name = ''] = account.mailboxes().find(([, one]) => one === mailbox) ?? [];
  return specialUseOf(name);
}

/** The filter itself has put it there: a client that moves it copies first and removes then. */
function isInJunk(letter: Uint8Array, account: Account): boolean {
  const junk = account.mailboxes().filter(([name]) => specialUseOf(name) === '\\Junk');
  return junk.some(([, mailbox]) => mailbox.letters().some((one) => isSame(one, mailbox, letter)));
}

function isSame({ uid, octets }: Letter, mailbox: Mailbox, letter: Uint8Array): boolean {
  const other = octets === letter.length ? read(mailbox, uid) : undefined;
  return other !== undefined && Buffer.compare(other, letter) === 0;
}

function read(mailbox: Mailbox, uid: number): Uint8Array | undefined {
  try {
    return mailbox.read(uid);
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}
