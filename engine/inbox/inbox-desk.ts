// The mail programs of a run that read: one a user, opened when something is first asked of it. Counterpart:
// commands/inbox.ts asks; imap-client.ts and pop3-reader.ts are what it may be. Rule: a connection that broke is opened
// anew, once a question.

import { addressKey } from '../../mail/address.ts';
import { INBOX_LIMITS } from './limits.ts';
import { InboxError, type MailReader } from './mail-reader.ts';

/** How somebody reads. */
export interface Manner {
  reader: 'imap' | 'pop3';
  leave: boolean;
}

const USUAL: Manner = { reader: 'imap', leave: true };

export class InboxDesk {
  readonly #open = new Map<string, Promise<MailReader>>();
  readonly #manners = new Map<string, Manner>();

  mannerOf(address: string): Manner {
    return this.#manners.get(addressKey(address)) ?? USUAL;
  }

  /** Another manner ends the session of the one before. */
  async use(address: string, manner: Manner): Promise<void> {
    const { reader, leave } = this.mannerOf(address);
    this.#manners.set(addressKey(address), manner);
    if (reader !== manner.reader || leave !== manner.leave) await this.close(address);
  }

  /** The user's mail program, logged in. Throws InboxError. */
  async of(address: string, open: () => Promise<MailReader>): Promise<MailReader> {
    const key = addressKey(address);
    const known = await this.#open.get(key);
    if (known?.isUsable === true) return known;
    if (this.#open.size >= INBOX_LIMITS.open && !this.#open.has(key)) {
      throw new InboxError(`${INBOX_LIMITS.open} users read their mail already`);
    }
    const opening = open();
    this.#open.set(key, opening);
    opening.catch(() => this.#open.get(key) === opening && this.#open.delete(key));
    return opening;
  }

  /** Logs the user out, if logged in. */
  async close(address: string): Promise<void> {
    const key = addressKey(address);
    const reader = this.#open.get(key);
    this.#open.delete(key);
    await reader?.then((open) => open.close());
  }

  /** Logs everybody out: a checkpoint wants no connection open. */
  async closeAll(): Promise<void> {
    for (const address of [...this.#open.keys()]) await this.close(address);
  }

  /** Cuts everybody off: the run ends. */
  cut(): void {
    for (const reader of this.#open.values()) void reader.then((open) => open.cut()).catch(() => undefined);
    this.#open.clear();
  }
}
