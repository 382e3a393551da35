// An account's own files, beside its mailboxes: what is subscribed to, and the highest validity given so far.
// Counterpart: maildir-folders.ts, mbox-folders.ts. Rule: whole or not at all.

import type { Disk } from '../world.ts';
import { unlessMissing } from './disk-trouble.ts';
import { INBOX } from './folder-name.ts';
import { STORE_LIMITS } from './limits.ts';

export class AccountFiles {
  readonly #disk: Pick<Disk, 'now'>;
  readonly #stem: string;

  /** `stem`: what their names begin with. */
  constructor(disk: Pick<Disk, 'now'>, stem: string) {
    this.#disk = disk;
    this.#stem = stem;
  }

  /**
   * A validity that no mailbox of the account ever had: folders made and removed within a second differ too. `noted`: what
   * a mailbox from elsewhere says of itself.
   */
  validity(now_s: number, noted = 0): number {
    const last = this.lastValidity();
    const fresh = noted > last ? noted : Math.max(1, now_s, last + 1);
    this.#write('posthorn-validity', `${fresh}\n`);
    return fresh;
  }

  lastValidity(): number {
    return Number(/^\d{1,10}$/.exec(this.#text('posthorn-validity').trim())?.[0] ?? 0);
  }

  subscriptions(): string[] {
    // Who never chose is subscribed to INBOX.
    if (!this.#disk.now.exists(`${this.#stem}subscriptions`)) return [INBOX];
    const names = this.#text('subscriptions').split('\n').filter(Boolean);
    return names.slice(0, STORE_LIMITS.subscriptions);
  }

  saveSubscriptions(names: readonly string[]): void {
    this.#write('subscriptions', names.map((name) => `${name}\n`).join(''));
  }

  #text(name: string): string {
    const file = `${this.#stem}${name}`;
    return new TextDecoder().decode(unlessMissing(() => this.#disk.now.read(file)));
  }

  /** Whole or not at all. */
  #write(name: string, text: string): void {
    const file = `${this.#stem}${name}`;
    const fresh = `${file}.new`;
    unlessMissing(() => this.#disk.now.remove(fresh));
    this.#disk.now.create(fresh, new TextEncoder().encode(text));
    this.#disk.now.rename(fresh, file);
  }
}
