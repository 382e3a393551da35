// What one resolver remembers: answers and "no such name", for as long as their TTL says, in lab time.
// Counterpart: stub.ts. Rule: bounded; the answer that was used longest ago makes room.

import type { Answer } from '../../contract/events.ts';
import type { LabClock } from '../world.ts';
import { DNS_LIMITS } from './limits.ts';
import type { RecordType } from './resolver-types.ts';

/** The outcome of one question, as far as the cache is concerned. */
export interface Outcome {
  rcode: string;
  answers: Answer[];
  /** How long it may be kept; none: not at all, as after a time-out (RFC 2308 section 7 allows to, we don't). */
  keep_s?: number;
  /** A CNAME whose target the server left to us. */
  next?: string;
  problem?: 'timeout' | 'malformed';
}

interface Entry {
  /** What was asked. */
  name: string;
  type: RecordType;
  outcome: Outcome;
  stored_ms: number;
  expires_ms: number;
}

export class AnswerCache {
  readonly #entries = new Map<string, Entry>();
  readonly #lab: Pick<LabClock, 'now_ms'>;

  constructor(lab: Pick<LabClock, 'now_ms'>) {
    this.#lab = lab;
  }

  /** What is known, TTLs counted down. A name that doesn't exist has no records of any type (RFC 2308 section 5). */
  get(name: string, type: string): Outcome | undefined {
    return this.#fresh(`${name} ${type}`) ?? this.#fresh(name);
  }

  put(name: string, type: RecordType, outcome: Outcome): void {
    if (outcome.keep_s === undefined || outcome.keep_s <= 0) return;
    // After a CNAME it is the target that doesn't exist.
    const wholeName = outcome.rcode === 'NXDOMAIN' && outcome.answers.length === 0;
    const key = wholeName ? name : `${name} ${type}`;
    const stored_ms = this.#lab.now_ms();
    this.#entries.delete(key);
    this.#entries.set(key, { name, type, outcome, stored_ms, expires_ms: stored_ms + outcome.keep_s * 1000 });
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > DNS_LIMITS.cacheEntries && oldest !== undefined) this.#entries.delete(oldest);
  }

  /** What hasn't expired, the answer used last at the end. */
  entries(): readonly Readonly<Entry>[] {
    const now_ms = this.#lab.now_ms();
    return [...this.#entries.values()].filter(({ expires_ms }) => now_ms < expires_ms);
  }

  clear(): void {
    this.#entries.clear();
  }

  size(): number {
    return this.#entries.size;
  }

  #fresh(key: string): Outcome | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    const now_ms = this.#lab.now_ms();
    this.#entries.delete(key);
    if (now_ms >= entry.expires_ms) return undefined;
    this.#entries.set(key, entry);
    const age_s = Math.floor((now_ms - entry.stored_ms) / 1000);
    if (age_s === 0) return entry.outcome;
    const answers = entry.outcome.answers.map((answer) => ({ ...answer, ttl: Math.max(0, answer.ttl - age_s) }));
    return { ...entry.outcome, answers };
  }
}
