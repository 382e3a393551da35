// The queue of one host: what waits, what is tried now, when the next try is, when to give up.
// Counterpart: spool.ts (the files), mail-server.ts (what a try does). Rule: an entry leaves the
// disk only when every recipient has been delivered or told about.

import type { QueueItem } from '../../contract/commands.ts';
import type { EventData, ReplyText } from '../../contract/events.ts';
import type { Mta } from '../../contract/topology.ts';
import type { ReportAction } from '../../mail/dsn/wishes.ts';
import type { Disposable } from '../disposable.ts';
import { QUEUE_LIMITS } from '../limits.ts';
import type { Scope } from '../scope.ts';
import type { SerialGate } from '../serial-gate.ts';
import type { Work, WorkMeter } from '../work.ts';
import type { Clock } from '../world.ts';
import type { QueueEntry } from './queue-entry.ts';
import type { Place, Spool } from './spool.ts';

/** What one try did for one recipient. */
export interface RecipientResult {
  recipient: string;
  outcome: 'delivered' | 'deferred' | 'failed';
  reply: ReplyText;
  /** The server that said so, and in reply to what. */
  remote?: { name: string; address: string; during: string };
  /** What a sender who asked for it is told; absent when the next hop tells. */
  report?: 'delivered' | 'relayed' | 'expanded';
}

/** A result, and what is to be said about it. */
export interface ReportedResult extends RecipientResult {
  action: ReportAction;
}

/** An entry as it lies in the queue. */
export interface Waiting {
  entry: Readonly<QueueEntry>;
  underWay: boolean;
  place: Place;
  /** The letter's size, while it is in memory. */
  octets?: number;
  lastReply?: ReplyText;
}

export interface QueueParts {
  host: string;
  settings: () => Mta['queue'];
  spool: Spool;
  clock: Clock;
  work: WorkMeter;
  gate: SerialGate;
  scope: Scope;
  /** Tries to deliver to every recipient of the entry. Never throws. */
  deliver: (entry: QueueEntry, octets: Uint8Array, scope: Scope) => Promise<RecipientResult[]>;
  /** Tells whoever is to be told; returns the report's queue id by recipient. */
  report: (
    entry: QueueEntry,
    octets: Uint8Array,
    recipients: readonly ReportedResult[],
  ) => Promise<Map<string, string>>;
  /** False while somebody has stopped the mail server. */
  isUp: () => boolean;
  /** A person holds the letter on the wire. */
  isHeld: (message: string) => boolean;
  /** The entry has left. */
  onRemoved: (queueId: string) => void;
}

/** A letter of the queue, as the queue and its operator handle it. */
export interface Item {
  entry: QueueEntry;
  place: Place;
  /** Kept from reception to the first try, so that a letter on its way isn't read back. */
  octets: Uint8Array | undefined;
  work: Work | undefined;
  /** Past the gate. */
  trying: boolean;
  timer: Disposable | undefined;
  lastReply: ReplyText | undefined;
  outcomes: Set<RecipientResult['outcome']>;
  /** What a try achieved that couldn't be written down yet: nobody gets the letter twice for that. */
  unwritten: readonly RecipientResult[] | undefined;
}

export class Queue {
  readonly #parts: QueueParts;
  readonly #items = new Map<string, Item>();
  readonly #ready: Item[] = [];
  #running = 0;
  #stopped = false;

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  /** Takes a letter that is already in the spool. */
  add(entry: QueueEntry, octets?: Uint8Array, place: Place = 'active'): void {
    const item: Item = {
      entry,
      place,
      octets,
      work: undefined,
      trying: false,
      timer: undefined,
      lastReply: undefined,
      outcomes: new Set(),
      unwritten: undefined,
    };
    this.#items.set(entry.queueId, item);
    if (place !== 'hold') this.resume(item);
  }

  list(): QueueItem[] {
    return [...this.#items.values()].map(({ entry, place, work, lastReply, octets }) => ({
      host: this.#parts.host,
      queueId: entry.queueId,
      message: entry.message,
      reversePath: entry.reversePath,
      recipients: entry.recipients,
      octets: octets?.length ?? 0,
      attempt: entry.attempt,
      ...(place === 'hold' ? { held: true } : {}),
      ...(work || place === 'hold' ? {} : { next_ms: entry.next_ms }),
      ...(lastReply ? { lastReply: `${lastReply.code} ${lastReply.text}` } : {}),
    }));
  }

  /** What is here, oldest first. */
  waiting(): Waiting[] {
    return [...this.#items.values()].map(({ entry, place, work, octets, lastReply }) => ({
      entry,
      place,
      underWay: work !== undefined,
      ...(octets ? { octets: octets.length } : {}),
      ...(lastReply ? { lastReply } : {}),
    }));
  }

  /** Oldest first. */
  ids(): string[] {
    return [...this.#items.keys()];
  }

  item(queueId: string): Item | undefined {
    return this.#items.get(queueId);
  }

  /** Takes an entry out of the schedule; undefined while it is being delivered. */
  pause(queueId: string): Item | undefined {
    const item = this.#items.get(queueId);
    if (!item || item.trying) return undefined;
    item.timer?.dispose();
    item.timer = undefined;
    const at = this.#ready.indexOf(item);
    if (at >= 0) this.#ready.splice(at, 1);
    // Not in the line and not waiting for a time: the gate has it.
    else if (item.work) return undefined;
    item.work?.dispose();
    item.work = undefined;
    return item;
  }

  /** Back into the schedule. */
  resume(item: Item): void {
    const delay_ms = item.entry.next_ms - this.#parts.clock.now_ms();
    if (delay_ms <= 0) this.#makeReady(item);
    else item.timer = this.#parts.clock.after(delay_ms, () => this.#makeReady(item));
  }

  /** The mail server was started again: what fell due meanwhile is tried now. */
  wake(): void {
    for (const item of this.#items.values()) {
      if (item.place !== 'hold' && !item.timer && !item.work && !item.trying) this.resume(item);
    }
  }

  /** The entry is over. */
  async leave(item: Item, outcome: EventData['queue.removed']['outcome'], scope: Scope): Promise<void> {
    const { queueId } = item.entry;
    await this.#parts.spool.remove(queueId, item.place);
    this.#items.delete(queueId);
    scope.emit('queue.removed', { outcome });
    this.#parts.onRemoved(queueId);
  }

  scopeOf(entry: QueueEntry): Scope {
    return this.#parts.scope.about({ message: entry.message, queueId: entry.queueId });
  }

  /** No further tries; what is under way ends by itself. */
  stop(): void {
    this.#stopped = true;
    for (const item of this.#items.values()) item.timer?.dispose();
    for (const item of this.#ready.splice(0)) item.work?.dispose();
  }

  #makeReady(item: Item): void {
    item.timer = undefined;
    if (this.#stopped || !this.#parts.isUp()) return;
    const waits = () => (item.trying ? this.#parts.isHeld(item.entry.message) : this.#parts.gate.isStuck);
    item.work = this.#parts.work.begin(waits);
    this.#ready.push(item);
    // Not at once: whoever handed the letter over hears that it is queued before it moves on.
    setImmediate(() => this.#pump());
  }

  #pump(): void {
    while (this.#running < QUEUE_LIMITS.active) {
      const item = this.#ready.shift();
      if (!item) return;
      this.#running += 1;
      void this.#try(item).finally(() => {
        this.#running -= 1;
        item.work?.dispose();
        item.work = undefined;
        this.#pump();
      });
    }
  }

  async #try(item: Item): Promise<void> {
    const leave = await this.#parts.gate.enter(() => this.#parts.isHeld(item.entry.message));
    item.trying = true;
    try {
      const { entry } = item;
      const scope = this.scopeOf(entry);
      const octets = item.octets ?? (await this.#parts.spool.read(entry.queueId, item.place));
      if (item.place !== 'active') await this.#parts.spool.move(entry.queueId, item.place, 'active');
      item.place = 'active';
      item.octets = undefined;
      entry.attempt += 1;
      const results = item.unwritten ?? this.#giveUp(entry, await this.#parts.deliver(entry, octets, scope));
      if (this.#stopped) return;
      // Where something is to be tried again the entry is left with just that.
      if (results.every((result) => result.outcome !== 'deferred')) item.unwritten = results;
      await this.#settle(item, octets, results, scope);
      item.unwritten = undefined;
    } catch (error) {
      // A disk that fails now may work later; the letter stays where it was promised.
      const { entry } = item;
      this.scopeOf(entry).emit('engine.failed', { problem: 'queue', detail: String(error) });
      if (this.#stopped) return;
      entry.next_ms = this.#parts.clock.now_ms() + this.#backoff_ms(entry);
      this.resume(item);
    } finally {
      item.trying = false;
      leave();
    }
  }

  /** Writes down what a try achieved, and either ends the entry or sets its next try. */
  async #settle(item: Item, octets: Uint8Array, results: readonly RecipientResult[], scope: Scope): Promise<void> {
    const { entry } = item;
    for (const result of results) item.outcomes.add(result.outcome);
    const failed = results.filter((result) => result.outcome === 'failed');
    if (failed.length > 0) await this.#bounce(entry, octets, failed, scope);
    const done = results.flatMap((result) => (result.report ? [{ ...result, action: result.report }] : []));
    if (done.length > 0) await this.#parts.report(entry, octets, done);
    const deferred = results.filter((result) => result.outcome === 'deferred');
    const [first] = deferred;
    if (!first) {
      await this.#remove(item, scope);
      return;
    }
    entry.recipients = deferred.map((result) => result.recipient);
    entry.next_ms = this.#parts.clock.now_ms() + this.#backoff_ms(entry);
    item.lastReply = first.reply;
    await this.#warn(entry, octets, deferred);
    await this.#parts.spool.commit(entry, [octets]);
    await this.#parts.spool.move(entry.queueId, 'active', 'deferred');
    item.place = 'deferred';
    for (const { reply, recipient } of deferred) {
      scope.emit('queue.deferred', {
        recipients: [recipient],
        reply,
        attempt: entry.attempt,
        next_ms: entry.next_ms,
      });
    }
    this.resume(item);
  }

  async #bounce(
    entry: QueueEntry,
    octets: Uint8Array,
    failed: readonly RecipientResult[],
    scope: Scope,
  ): Promise<void> {
    const reports = await this.#parts.report(
      entry,
      octets,
      failed.map((result) => ({ ...result, action: 'failed' })),
    );
    for (const { recipient, reply } of failed) {
      const bounce = reports.get(recipient);
      scope.emit('queue.bounced', {
        recipients: [recipient],
        reply,
        ...(bounce === undefined ? {} : { bounce }),
      });
    }
  }

  /** A letter that waits for hours is told of once (RFC 5321 section 4.5.4.1 leaves it to us). */
  async #warn(entry: QueueEntry, octets: Uint8Array, deferred: readonly RecipientResult[]): Promise<void> {
    const { delayWarning_s } = this.#parts.settings();
    const age_ms = this.#parts.clock.now_ms() - entry.arrival_ms;
    if (entry.warned || delayWarning_s === 0 || age_ms < delayWarning_s * 1000) return;
    entry.warned = true;
    await this.#parts.report(
      entry,
      octets,
      deferred.map((result) => ({ ...result, action: 'delayed' })),
    );
  }

  async #remove(item: Item, scope: Scope): Promise<void> {
    const delivered = item.outcomes.has('delivered');
    const bounced = item.outcomes.has('failed');
    await this.leave(item, delivered && bounced ? 'mixed' : bounced ? 'bounced' : 'delivered', scope);
  }

  /** After its lifetime a letter that still waits is undeliverable (RFC 5321 section 4.5.4.1). */
  #giveUp(entry: QueueEntry, results: readonly RecipientResult[]): RecipientResult[] {
    const age_ms = this.#parts.clock.now_ms() - entry.arrival_ms;
    const old = age_ms >= this.#parts.settings().lifetime_s * 1000;
    return results.map((result) => (old && result.outcome === 'deferred' ? { ...result, outcome: 'failed' } : result));
  }

  /** Doubles from the minimal to the maximal wait. */
  #backoff_ms(entry: QueueEntry): number {
    const { minimalBackoff_s, maximalBackoff_s } = this.#parts.settings();
    const doubled_s = minimalBackoff_s * 2 ** Math.min(30, Math.max(0, entry.attempt - 1));
    return Math.min(maximalBackoff_s, doubled_s) * 1000;
  }
}
