// learn: teaches a person's filter the letters of a folder, as sa-learn does for SpamAssassin's. Counterpart:
// mta/teaching.ts learns from what is moved. Rule: one that is taught the other way is unlearned first.

import { addressKey } from '../../../mail/address.ts';
import type { ShellCommand } from '../command.ts';

const KINDS = { '--spam': 'junk', '--ham': 'other' } as const;

export const learn: ShellCommand = {
  name: 'learn',
  synopsis: 'learn --spam|--ham USER [FOLDER]',
  summary: "teaches a user's filter that all letters of a folder are junk, or aren't",
  details: ['USER is an address or its local part. Without FOLDER it is INBOX.', '--forget USER forgets all of it.'],
  run([option = '', user = '', folder = 'INBOX'], job) {
    const { accounts, books } = job.host;
    const key = [...accounts.keys()].find((one) => one === addressKey(user) || one.split('@')[0] === user);
    const account = key === undefined ? undefined : accounts.get(key);
    const isKind = Object.hasOwn(KINDS, option);
    if (!isKind && option !== '--forget') {
      job.print(`usage: ${learn.synopsis}\n`);
      return;
    }
    if (key === undefined || !account) {
      job.print(`learn: no mailbox of ${user === '' ? 'nobody' : user} is on this host\n`);
      return;
    }
    if (option === '--forget') {
      books.forget(key);
      job.print(`learn: what the letters of ${key} have taught is forgotten\n`);
      return;
    }
    const mailbox = account.find(folder);
    if (!mailbox) {
      job.print(`learn: ${key} has no folder ${folder}\n`);
      return;
    }
    const kind = KINDS[option as keyof typeof KINDS];
    const book = books.of(key);
    const learned = mailbox.letters().filter(({ uid }) => book.learn(mailbox.read(uid), kind)).length;
    if (learned > 0) books.save(key);
    job.print(`learn: Learned tokens from ${learned} message(s) (${mailbox.letters().length} message(s) examined)\n`);
  },
  complete: (_last, before, { host }) => {
    if (before.length === 0) return [...Object.keys(KINDS), '--forget'];
    if (before.length === 1) return [...host.accounts.keys()];
    const account = host.accounts.get(before[1] ?? '');
    return before.length === 2 && account ? account.mailboxes().map(([name]) => name) : [];
  },
};
