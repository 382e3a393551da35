// What is kept back until its sender has answered: a folder of its owner's, so that they can look at it with any mail
// program and move out what they want. Counterpart: policy/challenge.ts decides. Rule: what nobody answered for is thrown
// away when its time is over, on the lab clock, also after a restart.

import { addressKey } from '../../mail/address.ts';
import { toByteString } from '../../mail/bytes.ts';
import { firstValue, headerLength, splitMessage } from '../../mail/fields.ts';
import type { Disposable } from '../disposable.ts';
import type { Account } from '../store/account.ts';
import { type Mailbox, StoreError } from '../store/mailbox.ts';
import type { Clock } from '../world.ts';

export interface QuarantineParts {
  accounts: ReadonlyMap<string, Account>;
  folder: string;
  clock: Clock;
  /** How long a letter stays; undefined: nothing is thrown away. */
  keep_ms: () => number | undefined;
}

export class Quarantine {
  readonly #parts: QuarantineParts;
  #timer: Disposable | undefined;

  constructor(parts: QuarantineParts) {
    this.#parts = parts;
  }

  /** What comes into these from here on has its time. */
  watch(accounts: ReadonlyMap<string, Account>): void {
    const { folder } = this.#parts;
    for (const account of accounts.values()) {
      const known = account.find(folder);
      if (known) this.#watch(known);
      account.onChange((change) => {
        if (change.kind === 'created' && change.mailbox === account.find(folder)) this.#watch(change.mailbox);
      });
    }
  }

  /** Letters from a sender go where they would have gone. */
  release(address: string, sender: string): void {
    const account = this.#parts.accounts.get(address);
    const held = account?.find(this.#parts.folder);
    if (!account || !held) return;
    for (const { uid, flags, received_ms } of [...held.letters()]) {
      const octets = read(held, uid);
      if (!octets || addressKey(returnPath(octets)) !== addressKey(sender)) continue;
      account.inbox.append(octets, flags, received_ms);
      held.remove(uid);
    }
    account.sync();
  }

  /** Throws away what is over, and comes back for the next. */
  sweep(): void {
    this.#timer?.dispose();
    this.#timer = undefined;
    const { accounts, folder, clock, keep_ms } = this.#parts;
    const keep = keep_ms();
    if (keep === undefined) return;
    const now_ms = clock.now_ms();
    let next_ms = Number.POSITIVE_INFINITY;
    for (const account of accounts.values()) {
      const held = account.find(folder);
      for (const { uid, received_ms } of [...(held?.letters() ?? [])]) {
        const due_ms = received_ms + keep;
        if (due_ms <= now_ms) held?.remove(uid);
        else next_ms = Math.min(next_ms, due_ms);
      }
      if (held) account.sync();
    }
    if (next_ms < Number.POSITIVE_INFINITY) this.#timer = clock.after(next_ms - now_ms, () => this.sweep());
  }

  stop(): void {
    this.#timer?.dispose();
  }

  #watch(mailbox: Mailbox): void {
    mailbox.onChange((change) => {
      if (change.kind === 'added' && !this.#timer) this.sweep();
    });
  }
}

function read(mailbox: Mailbox, uid: number): Uint8Array | undefined {
  try {
    return mailbox.read(uid);
  } catch (error) {
    if (error instanceof StoreError) return undefined;
    throw error;
  }
}

/** As the delivery agent wrote it down. */
function returnPath(letter: Uint8Array): string {
  const { fields } = splitMessage(toByteString(letter.subarray(0, headerLength(letter))));
  return firstValue(fields, 'Return-Path') ?? '';
}
