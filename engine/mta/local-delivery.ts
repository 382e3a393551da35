// The delivery agent: puts a letter into a mailbox of this host, with the envelope's sender as
// Return-Path (RFC 5321 section 4.4). Counterpart: store/. Rule: delivered means on disk.

import type { Ancestor } from '../../contract/events.ts';
import { fromByteString } from '../../mail/bytes.ts';
import { QUEUE_LIMITS } from '../limits.ts';
import type { Scope } from '../scope.ts';
import { replyText } from '../smtp/reply-text.ts';
import type { Filed } from '../policy/delivery-policies.ts';
import type { PolicyDelivery } from '../policy/policy.ts';
import type { Account } from '../store/account.ts';
import { StoreError } from '../store/mailbox.ts';
import { folderFor } from '../store/special-use.ts';
import { type Clock, DiskError } from '../world.ts';
import { type FieldLedger, HeaderHistory } from './provenance.ts';
import type { QueueEntry } from './queue-entry.ts';
import type { RecipientResult } from './queue.ts';

export interface LocalDeliveryParts {
  host: string;
  /** By address key. */
  accounts: ReadonlyMap<string, Account>;
  ledger: FieldLedger;
  clock: Clock;
  newField: () => string;
  /** One delivery at a time. */
  serial: boolean;
  /** The policies that act at delivery; undefined where none is on, and then a letter just goes into its mailbox. */
  filter: (letter: PolicyDelivery, scope: Scope, cause: number) => Promise<Filed> | undefined;
  /** What follows of it, once the letter is stored. */
  followUp: (filed: Filed, from: Ancestor, cause: number) => Promise<void>;
}

export class LocalDelivery {
  readonly #parts: LocalDeliveryParts;

  constructor(parts: LocalDeliveryParts) {
    this.#parts = parts;
  }

  hasMailbox(address: string): boolean {
    return this.#parts.accounts.has(address);
  }

  /** Several mailboxes share the disk's waits; a repeatable run has one after the other. */
  async deliverAll(
    to: readonly { recipient: string; address: string }[],
    entry: QueueEntry,
    octets: Uint8Array,
    scope: Scope,
  ): Promise<RecipientResult[]> {
    const results: RecipientResult[] = [];
    const atOnce = this.#parts.serial ? 1 : QUEUE_LIMITS.mailboxes;
    for (let at = 0; at < to.length; at += atOnce) {
      const some = to.slice(at, at + atOnce);
      const written = some.map(({ recipient, address }) => this.deliver(recipient, address, entry, octets, scope));
      results.push(...(await Promise.all(written)));
    }
    return results;
  }

  /** Never throws: a disk that fails defers the letter. */
  async deliver(
    recipient: string,
    address: string,
    entry: QueueEntry,
    octets: Uint8Array,
    scope: Scope,
  ): Promise<RecipientResult> {
    const { accounts, ledger, clock, newField, host } = this.#parts;
    const account = accounts.get(address);
    if (!account) throw new Error(`no mailbox ${address}`);
    const attempted = scope.emit('queue.attempted', { recipients: [recipient], to: 'mailbox', attempt: entry.attempt });
    const asked = { mailbox: address, recipient, reversePath: entry.reversePath, message: octets };
    const filing = this.#parts.filter(asked, scope, attempted);
    const filed = filing && (await filing);
    if (filed?.refusal) return { recipient, outcome: 'failed', reply: replyText(filed.refusal) };
    const before = ledger.get(host, entry.queueId);
    const header = new HeaderHistory(newField, before);
    for (const raw of filed?.fields ?? []) header.prepend(raw, 'verified', scope, attempted);
    header.prepend(`Delivered-To: ${address}\r\n`, 'witnessed', scope, attempted);
    header.prepend(`Return-Path: <${entry.reversePath}>\r\n`, 'claimed', scope, attempted);
    const added = header.fields.slice(0, header.fields.length - before.length);
    const letter = Buffer.concat([fromByteString(added.map((field) => field.raw).join('')), octets]);
    try {
      const mailbox = filed?.folder === undefined ? account.inbox : folderFor(account, filed.folder);
      const delivered = await mailbox.deliver(letter, clock.now_ms());
      scope.emit(
        'store.delivered',
        { mailbox: mailbox.name, ...delivered, octets: letter.length, fields: header.ids },
        attempted,
      );
    } catch (error) {
      scope.emit('engine.failed', { problem: 'delivery', detail: String(error) }, attempted);
      const text = `delivery to mailbox failed: ${(error as Error).message}`;
      const reply = isFull(error) ? { code: 452, enhanced: '4.3.1', text } : { code: 451, enhanced: '4.2.0', text };
      return { recipient, outcome: 'deferred', reply };
    }
    if (filed) await this.#parts.followUp(filed, { host, queueId: entry.queueId }, attempted);
    const reply = replyText({ code: 250, enhanced: '2.0.0', text: 'delivered to mailbox' });
    scope.emit('queue.delivered', { recipients: [recipient], to: address, reply }, attempted);
    return { recipient, outcome: 'delivered', reply, report: 'delivered' };
  }
}

/** The mailbox's disk has no room, which RFC 3463 tells apart from a mailbox that can't be written. */
function isFull(error: unknown): boolean {
  const from = error instanceof StoreError ? error.cause : error;
  return from instanceof DiskError && from.problem === 'full';
}
