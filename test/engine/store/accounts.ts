// Accounts of bob@harbor.example on a disk of the test's. Counterpart: engine/store/. Rule: each opening is a run of its
// own, as after a restart, so names never repeat; no lock of another program grows old.
import type { MboxQuoting } from '../../../mail/mbox.ts';
import type { Account } from '../../../engine/store/account.ts';
import { openMaildirAccount } from '../../../engine/store/maildir-folders.ts';
import { openMboxAccount } from '../../../engine/store/mbox-folders.ts';
import type { Disk } from '../../../engine/world.ts';
import { RatedLabClock } from '../../../engine/world/lab-clock.ts';
import { Randomness } from '../../../engine/world/random.ts';

export const START_MS = Date.UTC(2026, 0, 5, 9, 0, 0);

const lab = new RatedLabClock(START_MS, 0, () => 0);
const owner = 'bob@harbor.example';
let run = 0;

export function maildirOn(disk: Disk): Account {
  run += 1;
  const randomness = new Randomness(1, run);
  return openMaildirAccount({
    ...{ disk, path: 'bob', owner, host: 'mail.harbor.example', lab },
    random: (mailbox) => randomness.stream('mail', mailbox),
    separator: process.platform === 'win32' ? ';' : ':',
  });
}

export function mboxOn(disk: Disk, quoting: MboxQuoting = 'mboxrd'): Account {
  return openMboxAccount({ disk, path: 'bob', owner, lab, quoting, real_ms: () => 0 });
}
