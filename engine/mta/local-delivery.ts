// The delivery agent: puts a letter into a mailbox of this host, with the envelope's sender as
// Return-Path (RFC 5321 section 4.4). Counterpart: store/. Rule: delivered means on disk.

import type { Ancestor } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import { fromByteString } from '../../mail/bytes.ts';
import { Message } from '../../mail/message.ts';
import { QUEUE_LIMITS } from '../limits.ts';
import type { Scope } from '../scope.ts';
import { replyText } from '../smtp/reply-text.ts';
import type { Filed } from '../policy/delivery-policies.ts';
import type { PolicyDelivery } from '../policy/policy.ts';
import { type Account, FolderError } from '../store/account.ts';
import { type Mailbox, StoreError } from '../store/mailbox.ts';
import { folderFor } from '../store/special-use.ts';
import { type Clock, DiskError } from '../world.ts';
import { type FieldLedger, HeaderHistory } from './provenance.ts';
import type { QueueEntry } from './queue-entry.ts';
import type { RecipientResult } from './queue.ts';
import type { Local } from './local-targets.ts';
import type { Ruled, SieveRules } from './sieve-rules.ts';

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
  /** The owners' own. */
  rules: SieveRules;
  /** Sends a letter on in the owner's name. */
  redirect: (
    recipient: string,
    to: string,
    entry: QueueEntry,
    octets: Uint8Array,
    scope: Scope,
  ) => Promise<RecipientResult>;
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
    const asked = { mailbox: address, recipient, reversePath: entry.reversePath, message: new Message(octets) };
    const filing = this.#parts.filter(asked, scope, attempted);
    const filed = filing && (await filing);
    if (filed?.refusal) {
      const outcome = filed.refusal.code < 500 ? 'deferred' : 'failed';
      return { recipient, outcome, reply: replyText(filed.refusal) };
    }
    const before = ledger.get(host, entry.queueId);
    const header = new HeaderHistory(newField, before);
    for (const raw of filed?.fields ?? []) header.prepend(raw, 'verified', scope, attempted);
    header.prepend(`Delivered-To: ${address}\r\n`, 'witnessed', scope, attempted);
    header.prepend(`Return-Path: <${entry.reversePath}>\r\n`, 'claimed', scope, attempted);
    const added = header.fields.slice(0, header.fields.length - before.length);
    const above = fromByteString(added.map((field) => field.raw).join(''));
    const letterOf = { recipient, reversePath: entry.reversePath, octets };
    // What a policy has filed already isn't asked about once more.
    const ruled = filed?.folder === undefined ? this.#parts.rules.ask(address, letterOf) : undefined;
    const places = ruled
      ? await this.#follow(ruled, account, { recipient, entry, octets, scope }, attempted)
      : [filed?.folder === undefined ? account.inbox : folderFor(account, filed.folder)];
    try {
      for (const mailbox of places) {
        const delivered = await mailbox.deliver(octets, clock.now_ms(), above);
        const told = { mailbox: mailbox.name, ...delivered, octets: above.length + octets.length, fields: header.ids };
        scope.emit('store.delivered', told, attempted);
      }
    } catch (error) {
      scope.emit('engine.failed', { problem: 'delivery', detail: String(error) }, attempted);
      const text = `delivery to mailbox failed: ${(error as Error).message}`;
      const reply = isFull(error) ? { code: 452, enhanced: '4.3.1', text } : { code: 451, enhanced: '4.2.0', text };
      return { recipient, outcome: 'deferred', reply };
    }
    if (filed) await this.#parts.followUp(filed, { host, queueId: entry.queueId }, attempted);
    const text = places.length > 0 ? 'delivered to mailbox' : 'handled by the rules of the mailbox';
    const reply = replyText({ code: 250, enhanced: '2.0.0', text });
    scope.emit('queue.delivered', { recipients: [recipient], to: address, reply }, attempted);
    return { recipient, outcome: 'delivered', reply, report: 'delivered' };
  }

  /** Does what the rules of a mailbox want, and answers where the letter goes. What can't be done keeps it in INBOX. */
  async #follow(
    { actions, problem }: Ruled,
    account: Account,
    { recipient, entry, octets, scope }: Local,
    cause: Seq,
  ): Promise<Mailbox[]> {
    const places = new Set<Mailbox>();
    let failure = problem;
    for (const action of actions) {
      if (action.do === 'keep') places.add(account.inbox);
      if (action.do === 'fileinto') {
        const place = folderOf(account, action.folder, action.create);
        if (typeof place === 'string') failure ??= { line: action.line, message: place };
        places.add(typeof place === 'string' ? account.inbox : place);
      }
      if (action.do === 'redirect') {
        const { outcome, reply } = await this.#parts.redirect(recipient, action.to, entry, octets, scope);
        if (outcome === 'delivered') continue;
        failure ??= { line: action.line, message: reply.text };
        places.add(account.inbox);
      }
    }
    const told = actions.map((action) => {
      const to = action.do === 'fileinto' ? action.folder : action.do === 'redirect' ? action.to : undefined;
      return { do: action.do, line: action.line, ...(to === undefined ? {} : { to }) };
    });
    const mailbox = account.inbox.name;
    scope.emit('sieve.ran', { mailbox, actions: told, ...(failure ? { problem: failure } : {}) }, cause);
    return [...places];
  }
}

/** The folder of a rule, or why there is none. */
function folderOf(account: Account, name: string, create: boolean): Mailbox | string {
  const known = account.find(name);
  if (known) return known;
  if (!create) return `Mailbox doesn't exist: ${name}`;
  try {
    const made = account.create(name);
    account.subscribe(name, true);
    return made;
  } catch (error) {
    if (error instanceof FolderError || error instanceof StoreError) return error.message;
    throw error;
  }
}

/** The mailbox's disk has no room, which RFC 3463 tells apart from a mailbox that can't be written. */
function isFull(error: unknown): boolean {
  const from = error instanceof StoreError ? error.cause : error;
  return from instanceof DiskError && from.problem === 'full';
}
