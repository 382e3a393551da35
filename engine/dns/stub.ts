// The resolver of one host: asks its name server, waits, asks again, remembers. Counterpart: server.ts at the other
// end, cache.ts, reply.ts. Rule: every question put on the wire is a `dns.asked`, every lookup ends in one
// `dns.answered` for each name it went through, and nothing that the network does makes it throw.

import type { Answer, EventData } from '../../contract/events.ts';
import type { Seq } from '../../contract/ids.ts';
import type { Disposable } from '../disposable.ts';
import type { ActivityClock, LabClock, RandomStream } from '../world.ts';
import type { Transport } from './authority.ts';
import { AnswerCache } from './cache.ts';
import type { Outcome } from './cache.ts';
import { DNS_LIMITS } from './limits.ts';
import { canonicalName } from './names.ts';
import { writeQuery } from './query.ts';
import { TYPES } from './records.ts';
import type { Reply } from './reply.ts';
import { readReply } from './reply.ts';
import type { Lookup, RecordType, Resolver } from './resolver-types.ts';

/** A query on its way. `reply` may reject, which is as good as silence; after `cancel` it doesn't matter any more. */
export interface Pending {
  reply: Promise<Uint8Array>;
  cancel(): void;
}

/** Carries a query to the name server and its reply back. `asked`: seq of its `dns.asked`. Doesn't throw. */
export type Exchange = (query: Uint8Array, transport: Transport, asked: Seq) => Pending;

export type EmitDns = <T extends 'dns.asked' | 'dns.answered'>(type: T, data: EventData[T], cause?: Seq) => Seq;

export interface StubResolverOptions {
  /** Who asks; the owner of the events. */
  host: string;
  /** Virtual address of the name server, for the events. */
  server: string;
  exchange: Exchange;
  /** TTLs. */
  lab: Pick<LabClock, 'now_ms'>;
  /** Waiting for replies. */
  activity: Pick<ActivityClock, 'after'>;
  /** Query ids. */
  random: RandomStream;
  emit: EmitDns;
}

/** One name of a lookup, answered. */
interface Step {
  outcome: Outcome;
  cached: boolean;
  seq: Seq;
}

interface Flight {
  outcome: Outcome;
  /** seq of the last question put on the wire, or of what led here when none was. */
  asked: Seq | undefined;
}

export class StubResolver implements Resolver, Disposable {
  readonly host: string;
  readonly #options: StubResolverOptions;
  readonly #cache: AnswerCache;
  readonly #flights = new Map<string, Promise<Flight>>();
  readonly #waits = new Set<() => void>();
  #disposed = false;

  constructor(options: StubResolverOptions) {
    this.host = options.host;
    this.#options = options;
    this.#cache = new AnswerCache(options.lab);
  }

  lookup(name: string, type: RecordType, purpose: string, cause?: Seq): Lookup | Promise<Lookup> {
    const canonical = canonicalName(name);
    if ('problem' in canonical) {
      const outcome: Outcome = { rcode: 'FORMERR', answers: [], problem: 'malformed' };
      return { rcode: 'FORMERR', answers: [], cached: false, seq: this.#answered(name, type, outcome, false, cause) };
    }
    const known = this.#cache.get(canonical.name, type);
    if (!known || known.next !== undefined) return this.#follow(canonical.name, type, purpose, cause);
    const { rcode, answers } = known;
    return { rcode, answers, cached: true, seq: this.#answered(canonical.name, type, known, true, cause) };
  }

  /** From alias to alias, until one has an answer or there are too many. */
  async #follow(name: string, type: RecordType, purpose: string, cause: Seq | undefined): Promise<Lookup> {
    const answers: Answer[] = [];
    const seen = new Set<string>();
    let cached = true;
    let step: Step;
    let asking: string | undefined = name;
    let because = cause;
    do {
      seen.add(asking);
      step = await this.#step(asking, type, purpose, because);
      answers.push(...step.outcome.answers);
      cached &&= step.cached;
      because = step.seq;
      asking = step.outcome.next;
    } while (asking !== undefined && !seen.has(asking) && seen.size < DNS_LIMITS.cnameSteps);
    const rcode = asking === undefined ? step.outcome.rcode : 'SERVFAIL';
    return { rcode, answers, cached, seq: step.seq };
  }

  /** Forgets every answer, as a restart of the host would. */
  flush(): void {
    this.#cache.clear();
  }

  remembered(): ReturnType<AnswerCache['entries']> {
    return this.#cache.entries();
  }

  /** Ends what is still waiting, as a time-out. */
  dispose(): void {
    this.#disposed = true;
    for (const end of this.#waits) end();
  }

  /** One name: from the cache, with somebody who is asking the same already, or from the server. */
  async #step(name: string, type: RecordType, purpose: string, cause: Seq | undefined): Promise<Step> {
    const known = this.#cache.get(name, type);
    if (known) return { outcome: known, cached: true, seq: this.#answered(name, type, known, true, cause) };
    const key = `${name} ${type}`;
    const flying = this.#flights.get(key);
    if (flying) {
      const { outcome } = await flying;
      return { outcome, cached: true, seq: this.#answered(name, type, outcome, true, cause) };
    }
    const flight = this.#ask(name, type, purpose, cause);
    this.#flights.set(key, flight);
    try {
      const { outcome, asked } = await flight;
      this.#cache.put(name, type, outcome);
      return { outcome, cached: false, seq: this.#answered(name, type, outcome, false, asked) };
    } finally {
      this.#flights.delete(key);
    }
  }

  async #ask(name: string, type: RecordType, purpose: string, cause: Seq | undefined): Promise<Flight> {
    const { random, server, emit } = this.#options;
    const query = writeQuery(random.below(65_536), name, TYPES[type]);
    let transport: Transport = 'udp';
    let asked = cause;
    let problem: 'timeout' | 'malformed' = 'timeout';
    for (let tries = 0; query && tries < DNS_LIMITS.tries && !this.#disposed;) {
      const told = emit('dns.asked', { name, type, server, transport, purpose }, cause);
      asked = told;
      const reply = await this.#attempt(() => this.#options.exchange(query, transport, told), query, name, type);
      if (typeof reply === 'object') {
        const { truncated, ...outcome } = reply;
        if (!truncated || transport === 'tcp') return { outcome, asked };
        // The whole answer is to be had over TCP (RFC 7766 section 5); that is no new try.
        transport = 'tcp';
        continue;
      }
      if (reply === 'malformed') problem = 'malformed';
      tries += 1;
    }
    return { outcome: { rcode: problem === 'timeout' ? 'TIMEOUT' : 'SERVFAIL', answers: [], problem }, asked };
  }

  /** Waits for the reply. What arrives and isn't it is dropped, and the wait goes on: it may be forged (RFC 5452). */
  #attempt(
    send: () => Pending,
    query: Uint8Array,
    name: string,
    type: RecordType,
  ): Promise<Reply | 'malformed' | 'timeout'> {
    return new Promise((resolve) => {
      let seen: 'malformed' | 'timeout' = 'timeout';
      const end = (reply: Reply | undefined): void => {
        this.#waits.delete(giveUp);
        timer.dispose();
        if (!reply) pending.cancel();
        resolve(reply ?? seen);
      };
      const giveUp = (): void => end(undefined);
      const pending = send();
      const timer = this.#options.activity.after(DNS_LIMITS.retry_ms, giveUp);
      this.#waits.add(giveUp);
      pending.reply.then(
        (bytes) => {
          const reply = readReply(bytes, query, name, type);
          if (reply) end(reply);
          else seen = 'malformed';
        },
        () => undefined, // refused or cut: as good as silence, the next try comes in its time
      );
    });
  }

  #answered(name: string, type: string, outcome: Outcome, cached: boolean, cause: Seq | undefined): Seq {
    const { rcode, answers, problem } = outcome;
    const data = { name, type, rcode, answers, cached };
    return this.#options.emit('dns.answered', problem ? { ...data, problem } : data, cause);
  }
}
