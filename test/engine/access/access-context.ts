// A host with one person on it, bob, whose password is `secret`. Counterpart: AccessContext of engine/access/machine.ts.
import type { AccessContext } from '../../../engine/access/machine.ts';
import type { Mailbox } from '../../../engine/store/mailbox.ts';
import { START_MS } from './letters.ts';

export function contextFor(mailbox: Mailbox, changes: Partial<AccessContext> = {}): AccessContext {
  return {
    hostName: 'mail.harbor.example',
    secure: false,
    startTls: false,
    plaintextLogin: true,
    authenticate: (login, password) =>
      (login === 'bob' || login === 'bob@harbor.example') && password === 'secret' ? mailbox : undefined,
    now_ms: () => START_MS,
    ...changes,
  };
}
