// The mail programs of a run that read: one a user, opened when something is first asked of it. Counterpart:
// commands/inbox.ts asks; imap-client.ts is one of them. Rule: a connection that broke is opened anew, once a question.

import { addressKey } from '../../mail/address.ts';
import { ImapClient, type ImapClientParts, InboxError } from './imap-client.ts';
import { INBOX_LIMITS } from './limits.ts';

export class InboxDesk {
  readonly #open = new Map<string, Promise<ImapClient>>();

  /** The user's mail program, logged in. Throws InboxError. */
  async of(address: string, parts: () => ImapClientParts): Promise<ImapClient> {
    const key = addressKey(address);
    const known = await this.#open.get(key);
    if (known?.isUsable === true) return known;
    if (this.#open.size >= INBOX_LIMITS.open && !this.#open.has(key)) {
      throw new InboxError(`${INBOX_LIMITS.open} users read their mail already`);
    }
    const opening = ImapClient.open(parts());
    this.#open.set(key, opening);
    opening.catch(() => this.#open.get(key) === opening && this.#open.delete(key));
    return opening;
  }

  /** Logs the user out, if logged in. */
  async close(address: string): Promise<void> {
    const key = addressKey(address);
    const client = this.#open.get(key);
    this.#open.delete(key);
    await client?.then((open) => open.close());
  }

  /** Logs everybody out: a checkpoint wants no connection open. */
  async closeAll(): Promise<void> {
    for (const address of [...this.#open.keys()]) await this.close(address);
  }

  /** Cuts everybody off: the run ends. */
  cut(): void {
    for (const client of this.#open.values()) void client.then((open) => open.cut()).catch(() => undefined);
    this.#open.clear();
  }
}
