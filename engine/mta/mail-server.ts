// The one mail server. MSA, MTA, MX, internal server and delivery agent are this, with different
// settings. Counterpart: smtp/ (how letters come), queue.ts and delivery.ts (how they go on).
// Rule: a letter is stamped before it is promised, and promised only when it is on disk.

import type { Reason } from '../../contract/events.ts';
import type { Host, Mta, User } from '../../contract/topology.ts';
import { addressKey } from '../../mail/address.ts';
import { type ByteString, fromByteString, toByteString } from '../../mail/bytes.ts';
import { fieldsNamed, headerLength, splitMessage } from '../../mail/fields.ts';
import { formatReceived } from '../../mail/received.ts';
import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import { withRecipients } from '../policy/letter-changes.ts';
import type { PolicyMemory } from '../policy/policy.ts';
import type { Scope } from '../scope.ts';
import type { ClientFacts, IncomingLetter, MailAgent } from '../smtp/agent.ts';
import { LOCAL_USERS, QUEUE_LIMITS } from '../limits.ts';
import { DiskError, type Clock, type RandomStream } from '../world.ts';
import { type Arrival, type Cleaned, cleanUp } from './cleanup.ts';
import type { DeliveryParts } from './delivery.ts';
import { deliverDirectly } from './direct-delivery.ts';
import { Dispatch } from './dispatch.ts';
import { Expansion } from './expansion.ts';
import type { Home } from './home.ts';
import { LocalTargets } from './local-targets.ts';
import type { Origin } from './origin.ts';
import { domainOf } from './transport.ts';
import type { LocalDelivery } from './local-delivery.ts';
import { type Because, type LocalSubmission, takeLocal } from './local-submission.ts';
import { type FieldLedger, HeaderHistory } from './provenance.ts';
import { Queue, type QueueParts, type RecipientResult } from './queue.ts';
import { newEntry, octetsOf, type QueueEntry } from './queue-entry.ts';
import { QueueOperator } from './queue-operator.ts';
import { reinject } from './reinjection.ts';
import { type Destination, destinationOf, refusalOf, type Directory, spellingsOf } from './recipients.ts';
import { type RelayAsker, relayPermission } from './relay-permission.ts';
import { Reports } from './reports.ts';
import type { Recovered, Spool } from './spool.ts';

export interface MailServerParts {
  host: Host;
  settings: () => Mta;
  spool: Spool;
  local: LocalDelivery;
  home: Home;
  ledger: FieldLedger;
  delivery: (settings: Mta) => DeliveryParts;
  queue: Pick<QueueParts, 'clock' | 'work' | 'gate' | 'isUp' | 'isHeld'>;
  scope: Scope;
  clock: Clock;
  random: (purpose: string) => RandomStream;
  /** The user who submits here under this login. */
  userOf: (login: string) => User | undefined;
  memory: PolicyMemory;
  /** Whether letters of strangers go to a content filter behind the queue. */
  filtersBehind: () => boolean;
  newMessage: () => string;
  newField: () => string;
}

const QUEUE_ID_LENGTH = 10; // 32^10 names: with exclusive creation no clash is ever seen

export class MailServer implements MailAgent {
  readonly queue: Queue;
  readonly operator: QueueOperator;
  readonly #parts: MailServerParts;
  readonly #reports: Reports;
  readonly #expansion: Expansion;
  readonly #dispatch: Dispatch;

  constructor(parts: MailServerParts) {
    this.#parts = parts;
    const origin = this.#origin();
    this.#reports = new Reports(origin);
    this.#expansion = new Expansion(origin);
    const { host, settings, ledger, newField, delivery, local } = parts;
    const dispatch = (this.#dispatch = new Dispatch({
      ...{ host: host.name, address: host.address, settings, ledger, newField, delivery, local },
      directory: () => this.directory,
      expansion: this.#expansion,
      targets: this.#localTargets(),
    }));
    this.queue = new Queue({
      ...parts.queue,
      host: parts.host.name,
      settings: () => this.settings.queue,
      spool: parts.spool,
      scope: parts.scope,
      deliver: (entry, octets, scope) => {
        this.#rememberFields(entry, octets);
        return dispatch.deliver(entry, octets, scope);
      },
      report: (entry, octets, results) => this.#reports.report(entry, octets, results),
      onRemoved: (queueId) => parts.ledger.drop(parts.host.name, queueId),
    });
    this.operator = new QueueOperator({
      queue: this.queue,
      spool: parts.spool,
      now_ms: () => this.#now_ms,
      reinject: ({ entry }, octets) => reinject(origin, entry, octets),
    });
  }

  #localTargets(): LocalTargets {
    const { home, memory, local, host } = this.#parts;
    return new LocalTargets({
      ...{ home, memory },
      now_ms: () => this.#now_ms,
      keep: async (recipient, entry, octets, scope) => {
        const spellings = spellingsOf(recipient, this.settings.recipientDelimiter);
        const mailbox = spellings.find((key) => local.hasMailbox(key));
        return mailbox === undefined ? undefined : local.deliver(recipient, mailbox, entry, octets, scope);
      },
      send: async ({ to, letter }, { queueId }, cause) => {
        const submission = { user: 'vacation', uid: LOCAL_USERS.nobody, reversePath: '', recipients: [to] };
        await this.submitHere(submission, fromByteString(letter), { from: { host: host.name, queueId }, cause });
      },
    });
  }

  get settings(): Mta {
    return this.#parts.settings();
  }

  relayPermission(asker: RelayAsker): Reason | undefined {
    return relayPermission(asker, this.settings, this.#parts.memory);
  }

  destination(address: string): Destination {
    return destinationOf(address, this.directory);
  }

  refuseRecipient(forwardPath: string, mayRelay: boolean): Reply | undefined {
    return refusalOf(forwardPath, mayRelay, this.directory);
  }

  authenticate(login: string, proves: (password: string) => boolean): boolean {
    const user = this.#parts.userOf(login);
    return user !== undefined && proves(user.password);
  }

  ownsSender(login: string, address: string): boolean {
    const user = this.#parts.userOf(login);
    return user !== undefined && addressKey(user.address) === addressKey(address);
  }

  flush(domain: string): boolean {
    const wanted = domain.toLowerCase();
    if (!this.settings.relayDomains.includes(wanted)) return false;
    const waiting = this.queue
      .waiting()
      .filter(({ entry }) => entry.recipients.some((one) => domainOf(one) === wanted));
    void this.operator.operate(
      'flush',
      waiting.map(({ entry }) => entry.queueId),
    );
    return true;
  }

  /** Reads what an earlier run had promised. Nothing may be on its way yet: the spool is swept. */
  recover(): Promise<Recovered> {
    return this.#parts.spool.recover();
  }

  takeUp({ entries }: Recovered): void {
    for (const { entry, place } of entries) this.queue.add(entry, undefined, place);
  }

  async receive(letter: IncomingLetter): Promise<Reply> {
    const { conn, fate, changes } = letter;
    // Nobody is told: a sender who knew would try another way.
    if (fate === 'discard') return REPLIES.queued(this.#newQueueId());
    const length = headerLength(letter.octets);
    const { fields, separator } = splitMessage(toByteString(letter.octets.subarray(0, length)));
    const body = changes.body === undefined ? letter.octets.subarray(length) : fromByteString(changes.body);
    if (fieldsNamed(fields, 'Received').length >= this.settings.hopCountLimit) return REPLIES.tooManyHops;
    const carried = conn.carried ?? { message: this.#parts.newMessage() };
    const queueId = this.#newQueueId();
    const scope = conn.speaker('server').about({ message: carried.message, queueId });
    const peer = conn.speaker('client').about({ message: carried.message });
    const header = new HeaderHistory(this.#parts.newField);
    const { parent } = carried;
    const before = carried.fields ?? (parent ? this.#parts.ledger.get(parent.host, parent.queueId) : []);
    header.arrive(
      fields.map((field) => field.raw),
      before,
      peer,
      conn.last,
    );
    const arrived = scope.emit('message.arrived', { fields: header.ids, octets: letter.octets.length }, conn.last);
    for (const raw of changes.removes) header.remove(raw, scope, arrived);
    for (const { was, is } of changes.replaces) header.replace(was, is, 'verified', scope, arrived);
    for (const raw of changes.fields) header.prepend(raw, 'verified', scope, arrived);
    const cleaned = this.#cleanUp({
      envelope: changes.recipients.length === 0 ? letter : withRecipients(letter, changes.recipients),
      header,
      separator,
      body,
      isOwn: letter.submission,
      permitted: letter.permitted,
      user: letter.client.login === undefined ? undefined : this.#parts.userOf(letter.client.login)?.address,
      scope,
      arrived,
    });
    if (!cleaned) return REPLIES.aliasExpansion;
    header.prepend(this.#received(letter, queueId), 'witnessed', scope, arrived);
    const parents = parent ? [parent] : [];
    const kind = parent ? (carried.partial === true ? 'split' : 'relay') : 'submit';
    const { wishes } = letter;
    const entry = newEntry(
      this.#now_ms,
      { kind, queueId, parents, message: carried.message },
      { ...cleaned.envelope, wishes },
    );
    if (!letter.permitted && !letter.isFiltered && this.#parts.filtersBehind()) entry.toFilter = true;
    const refusal = await this.#accept(entry, header, cleaned.rest, scope, arrived);
    if (refusal) return refusal;
    if (fate === 'hold') await this.operator.operate('hold', [queueId]);
    return REPLIES.queued(queueId);
  }

  deliver(letter: IncomingLetter): Promise<ReadonlyMap<string, Reply>> {
    const received = (queueId: string) => this.#received(letter, queueId);
    return deliverDirectly(letter, { origin: this.#origin(), received, dispatch: this.#dispatch });
  }

  #cleanUp(arrival: Arrival): Cleaned | undefined {
    return cleanUp(arrival, {
      hostName: this.#parts.host.name,
      settings: this.settings,
      now_ms: this.#now_ms,
      newMessageId: () => this.#newMessageId(),
    });
  }

  /** A rule of a mailbox's owner sends a letter on; one that came this way before is refused. */
  redirect(
    recipient: string,
    to: string,
    entry: QueueEntry,
    octets: Uint8Array,
    scope: Scope,
  ): Promise<RecipientResult> {
    const alias = { table: 'sieve', targets: [to], address: recipient };
    return this.#expansion.forward(recipient, alias, entry, octets, scope);
  }

  /** Takes a letter from somebody of this very machine, without SMTP. */
  submitHere(submission: LocalSubmission, octets: Uint8Array, because: Because): Promise<Reply> {
    return takeLocal(this.#origin(), submission, octets, because);
  }

  /** Writes a letter to the spool and takes it up; returns the refusal when the disk doesn't take it. */
  async #accept(
    entry: QueueEntry,
    header: HeaderHistory,
    rest: readonly Uint8Array[],
    scope: Scope,
    cause: number,
  ): Promise<Reply | undefined> {
    const letter = [fromByteString(header.fields.map((field) => field.raw).join('')), ...rest];
    const octets = octetsOf(letter);
    entry.fields = header.ids;
    scope.emit('message.stamped', { fields: header.ids, octets }, cause);
    try {
      await this.#parts.spool.commit(entry, letter);
    } catch (error) {
      if (!(error instanceof DiskError)) throw error;
      scope.emit('engine.failed', { problem: `disk ${error.problem}`, detail: error.message }, cause);
      return error.problem === 'full' ? REPLIES.insufficientStorage : REPLIES.tempFail;
    }
    const { kind, parents, reversePath, recipients } = entry;
    scope.emit('queue.entered', { kind, parents, reversePath, recipients: [...recipients], octets }, cause);
    this.#parts.ledger.set(this.#parts.host.name, entry.queueId, header.fields);
    // A large letter is read back when it is tried: who brought it hasn't let go of its copy yet.
    this.queue.add(entry, octets > QUEUE_LIMITS.keptOctets ? undefined : Buffer.concat(letter, octets));
    return undefined;
  }

  #received({ client, recipients }: { client: ClientFacts; recipients: readonly string[] }, id: string): ByteString {
    const [only] = recipients;
    return formatReceived({
      helo: client.helo,
      clientAddress: client.address,
      byHost: this.#parts.host.name,
      protocol: client.protocol,
      id,
      date_ms: this.#now_ms,
      ...(client.name === undefined ? {} : { clientName: client.name }),
      // With several recipients it would tell each about the others (RFC 5321 section 7.2).
      ...(only !== undefined && recipients.length === 1 ? { forRecipient: only } : {}),
      ...(client.tls === undefined ? {} : { tls: client.tls }),
      ...(this.settings.via === undefined ? {} : { via: this.settings.via }),
    });
  }

  /** After a restart the ledger is empty: the entry knows the ids, the letter the fields. */
  #rememberFields(entry: QueueEntry, octets: Uint8Array): void {
    const { ledger, host } = this.#parts;
    if (ledger.get(host.name, entry.queueId).length > 0) return;
    const { fields } = splitMessage(toByteString(octets.subarray(0, headerLength(octets))));
    ledger.set(
      host.name,
      entry.queueId,
      fields.map((field, at) => ({ id: entry.fields[at] ?? this.#parts.newField(), raw: field.raw })),
    );
  }

  #origin(): Origin {
    const { host, ledger, scope, newMessage, newField } = this.#parts;
    return {
      host: host.name,
      ledger,
      settings: () => this.settings,
      directory: () => this.directory,
      now_ms: () => this.#now_ms,
      newQueueId: () => this.#newQueueId(),
      newMessage,
      newMessageId: () => this.#newMessageId(),
      newField,
      scopeOf: (message, queueId) => scope.about({ message, queueId }),
      accept: (...letter) => this.#accept(...letter),
    };
  }

  /** What decides where an address goes. */
  get directory(): Directory {
    return {
      now_ms: () => this.#now_ms,
      settings: this.settings,
      home: this.#parts.home,
      hasMailbox: (address: string) => this.#parts.local.hasMailbox(addressKey(address)),
    };
  }

  get #now_ms(): number {
    return this.#parts.clock.now_ms();
  }

  #newQueueId(): string {
    return this.#parts.random('queue').id(QUEUE_ID_LENGTH);
  }

  #newMessageId(): string {
    return `${this.#parts.random('message-id').id(16).toLowerCase()}@${this.#parts.host.name}`;
  }
}
