// A host with one person on it, bob, whose password is `secret`. Counterpart: AccessContext of engine/access/machine.ts.
import type { AccessContext } from '../../../engine/access/machine.ts';
import { Account } from '../../../engine/store/account.ts';
import type { MemoryMailbox } from '../../../engine/store/memory.ts';
import { memoryAccount } from '../../../engine/store/memory-folders.ts';
import { START_MS } from './letters.ts';

const accounts = new WeakMap<MemoryMailbox, Account>();

/** The account whose INBOX this is; the same one each time. */
export function accountOf(inbox: MemoryMailbox): Account {
  const account = accounts.get(inbox) ?? memoryAccount(inbox);
  accounts.set(inbox, account);
  return account;
}

export function contextFor(mail: MemoryMailbox | Account, changes: Partial<AccessContext> = {}): AccessContext {
  return {
    hostName: 'mail.harbor.example',
    secure: false,
    startTls: false,
    plaintextLogin: true,
    mechanisms: ['PLAIN', 'LOGIN', 'CRAM-MD5'],
    apop: false,
    authenticate: (login, proof) =>
      (login === 'bob' || login === 'bob@harbor.example') && proof('secret')
        ? mail instanceof Account
          ? mail
          : accountOf(mail)
        : undefined,
    challenge: () => '<1896.697170952@mail.harbor.example>',
    now_ms: () => START_MS,
    ...changes,
  };
}
