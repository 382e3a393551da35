// check_host() of RFC 7208: may this address send mail for this domain? Counterpart: record.ts and macro.ts;
// engine/policy/spf.ts asks the DNS for it. Rule: a generator that yields its questions and is told the answers, so
// that it runs over any resolver, in a test or step by step; nothing in it waits.
//
//   yields { name, type }, takes { status, data }: addresses, names of hosts, or TXT texts joined
//
// It keeps a record of each step, because that record is what a screen shows: the term, the questions, what came of it.

import type { ByteString } from '../bytes.ts';
import type { Asking, DnsAnswer, DnsQuestion } from '../dns/asking.ts';
import { parseIp } from '../dns/ip.ts';
import { isSubdomain, lowerName, reverseName } from '../dns/name.ts';
import { DNS_NAME_OCTETS, LABEL_OCTETS, SPF_LIMITS } from '../limits.ts';
import { asksForValidated, expand, isExplanationString, type MacroValues, shortenName } from './macro.ts';
import { isWithin } from '../dns/network.ts';
import {
  type Directive,
  type Mechanism,
  parseSpfRecord,
  recordsFor,
  type SpfRecord,
  type SpfResult,
  type SpfScope,
} from './record.ts';

export interface SpfQuery {
  ip: string;
  /** MAIL FROM without brackets; '' checks the HELO name (section 2.4). */
  sender: ByteString;
  helo: ByteString;
  /** Name of the server that checks, for explanations. */
  receiver: ByteString;
  now_s: number;
  /** Whose records are evaluated; SPF's own unless Sender ID asks. */
  scope?: SpfScope;
}

/** One term of a record, evaluated. */
export interface SpfStep {
  domain: string;
  /** 0 for the sender's own record, one more for each include. */
  depth: number;
  term: ByteString;
  questions: (DnsQuestion & DnsAnswer)[];
  /** How many of the ten terms that ask have been used up after it. */
  lookups: number;
  voids: number;
  outcome: 'match' | 'no match' | 'temperror' | 'permerror';
}

export interface SpfOutcome {
  result: SpfResult;
  /** The domain whose record was evaluated first. */
  domain: string;
  /** Why the sender's domain says no; undefined when it says nothing. */
  explanation?: ByteString;
  /** The term that matched. */
  decidedBy?: ByteString;
  /** What is wrong with the record or the DNS. */
  problem?: SpfProblem;
  steps: SpfStep[];
}

export type SpfProblem =
  | 'no answer'
  | 'two records'
  | 'syntax'
  | 'too many lookups'
  | 'too many void lookups'
  | 'too many mail servers'
  | 'no record included'
  | 'no record to redirect to';

/** Runs check_host. */
export function* checkSpf(query: SpfQuery): Asking<SpfOutcome> {
  const at = query.sender.lastIndexOf('@');
  const localPart = query.sender.slice(0, Math.max(0, at));
  const senderDomain = query.sender === '' ? query.helo : query.sender.slice(at + 1);
  const sender = { localPart: localPart === '' ? 'postmaster' : localPart, domain: senderDomain };
  const run = new Run(query, sender);
  const { result, ...rest } = yield* run.host(senderDomain, 0);
  return { result, domain: senderDomain, ...rest, steps: run.steps };
}

/** Evaluation ends here and now. */
class Stopped extends Error {
  readonly result: 'temperror' | 'permerror';
  readonly problem: SpfProblem;

  constructor(result: 'temperror' | 'permerror', problem: SpfProblem) {
    super(problem);
    this.result = result;
    this.problem = problem;
  }
}

type Found = Pick<SpfOutcome, 'result' | 'explanation' | 'decidedBy' | 'problem'>;

class Run {
  readonly steps: SpfStep[] = [];
  readonly #query: SpfQuery;
  readonly #sender: { localPart: string; domain: string };
  readonly #family: 4 | 6;
  #lookups = 0;
  #voids = 0;
  /** Questions of the term under way. */
  #asked: (DnsQuestion & DnsAnswer)[] = [];

  constructor(query: SpfQuery, sender: { localPart: string; domain: string }) {
    // ::ffff:192.0.2.1 is an IPv4 client (section 5).
    const octets = parseIp(query.ip)?.octets;
    const isMapped =
      octets?.length === 16 &&
      octets.subarray(0, 10).every((octet) => octet === 0) &&
      octets[10] === 255 &&
      octets[11] === 255;
    this.#query = isMapped ? { ...query, ip: octets.subarray(12).join('.') } : query;
    this.#sender = sender;
    this.#family = parseIp(this.#query.ip)?.family ?? 4;
  }

  *host(domain: string, depth: number): Asking<Found> {
    try {
      const record = yield* this.#recordOf(domain);
      return record === undefined ? { result: 'none' } : yield* this.#evaluate(record, domain, depth);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      if (depth > 0) throw error;
      return { result: error.result, problem: error.problem };
    }
  }

  *#recordOf(domain: string): Asking<SpfRecord | undefined> {
    if (!isMailDomain(domain)) return undefined;
    const answer = yield { name: domain, type: 'TXT' };
    if (answer.status === 'failed') throw new Stopped('temperror', 'no answer');
    const [text, second] = recordsFor(this.#query.scope ?? 'spf1', answer.data);
    if (text === undefined) return undefined;
    if (second !== undefined) throw new Stopped('permerror', 'two records');
    const record = parseSpfRecord(text);
    if (!('wrong' in record)) return record;
    this.#step(domain, 0, record.wrong, 'permerror');
    throw new Stopped('permerror', 'syntax');
  }

  *#evaluate(record: SpfRecord, domain: string, depth: number): Asking<Found> {
    for (const directive of record.directives) {
      if (!(yield* this.#matches(directive, domain, depth))) continue;
      const { result, text } = directive;
      const explains = result === 'fail' && depth === 0 && record.explanation !== undefined;
      const explanation = explains ? yield* this.#explain(record.explanation ?? '', domain) : undefined;
      return { result, decidedBy: text, ...(explanation === undefined ? {} : { explanation }) };
    }
    if (record.redirect === undefined) return { result: 'neutral' };
    this.#count();
    const target = yield* this.#expanded(record.redirect, domain);
    // The record that it leads to takes the place of this one, explanation included (section 6.1).
    const found = yield* this.host(target, depth);
    return found.result === 'none' ? { result: 'permerror', problem: 'no record to redirect to' } : found;
  }

  *#matches({ mechanism, text }: Directive, domain: string, depth: number): Asking<boolean> {
    this.#asked = [];
    try {
      const isMatch = yield* this.#mechanism(mechanism, domain, depth);
      this.#step(domain, depth, text, isMatch ? 'match' : 'no match');
      return isMatch;
    } catch (error) {
      if (error instanceof Stopped) this.#step(domain, depth, text, error.result);
      throw error;
    }
  }

  *#mechanism(mechanism: Mechanism, domain: string, depth: number): Asking<boolean> {
    const { ip } = this.#query;
    switch (mechanism.kind) {
      case 'all':
        return true;
      case 'ip4':
      case 'ip6':
        return isWithin(ip, mechanism.address, mechanism.length);
      case 'include':
        return yield* this.#include(mechanism.domain, domain, depth);
      case 'exists': {
        this.#count();
        // Always A, also for an IPv6 client (section 5.7).
        const { data } = yield* this.#ask(yield* this.#expanded(mechanism.domain, domain), 'A');
        return data.length > 0;
      }
      case 'a':
        this.#count();
        return yield* this.#hasAddress(yield* this.#expanded(mechanism.domain, domain), mechanism);
      case 'mx':
        return yield* this.#mx(mechanism, domain);
      case 'ptr': {
        this.#count();
        const target = yield* this.#expanded(mechanism.domain, domain);
        const names = yield* this.#validatedNames();
        return names.some((name) => isSubdomain(name, target));
      }
    }
  }

  *#include(target: ByteString, domain: string, depth: number): Asking<boolean> {
    this.#count();
    const name = yield* this.#expanded(target, domain);
    const { result } = yield* this.host(name, depth + 1);
    // Section 5.2, the table.
    if (result === 'none') throw new Stopped('permerror', 'no record included');
    if (result === 'permerror') throw new Stopped('permerror', 'no record to redirect to');
    return result === 'pass';
  }

  *#mx(mechanism: Extract<Mechanism, { kind: 'a' | 'mx' }>, domain: string): Asking<boolean> {
    this.#count();
    const { data } = yield* this.#ask(yield* this.#expanded(mechanism.domain, domain), 'MX');
    if (data.length > SPF_LIMITS.names) throw new Stopped('permerror', 'too many mail servers');
    for (const exchange of data) if (yield* this.#hasAddress(exchange, mechanism)) return true;
    return false;
  }

  *#hasAddress(name: string, { length4, length6 }: { length4: number; length6: number }): Asking<boolean> {
    const { data } = yield* this.#ask(name, this.#family === 4 ? 'A' : 'AAAA');
    return data.some((address) => isWithin(this.#query.ip, address, this.#family === 4 ? length4 : length6));
  }

  /** Names of the client whose own addresses lead back to it (section 5.5). What fails here just isn't validated. */
  *#validatedNames(): Asking<string[]> {
    const reverse = reverseName(this.#query.ip);
    if (reverse === undefined) return [];
    const { data } = yield* this.#ask(reverse, 'PTR', 'mayFail');
    const validated: string[] = [];
    for (const name of data.slice(0, SPF_LIMITS.names)) {
      const { status, data: addresses } = yield* this.#ask(name, this.#family === 4 ? 'A' : 'AAAA', 'mayFail');
      if (
        status === 'found' &&
        addresses.some((address) => isWithin(this.#query.ip, address, this.#family === 4 ? 32 : 128))
      ) {
        validated.push(name);
      }
    }
    return validated;
  }

  /** Why the answer is no, in the words of the sender's domain; any trouble on the way there means silence (6.2). */
  *#explain(target: ByteString, domain: string): Asking<ByteString | undefined> {
    const name = yield* this.#expanded(target, domain);
    if (!isAskable(name)) return undefined;
    const { status, data } = yield { name, type: 'TXT' };
    const [text, second] = data;
    if (status !== 'found' || text === undefined || second !== undefined || !isExplanationString(text))
      return undefined;
    return expand(text, yield* this.#values(text, domain));
  }

  /** The domain that a term names, or its record's own. */
  *#expanded(spec: ByteString | undefined, domain: string): Asking<string> {
    return spec === undefined ? domain : shortenName(expand(spec, yield* this.#values(spec, domain)));
  }

  *#values(text: ByteString, domain: string): Asking<MacroValues> {
    const { localPart, domain: senderDomain } = this.#sender;
    const { ip, helo, receiver, now_s } = this.#query;
    const validated = asksForValidated(text) ? yield* this.#bestName(domain) : 'unknown';
    const sender = `${localPart}@${senderDomain}`;
    return { sender, localPart, senderDomain, domain, ip, helo, validated, receiver, now_s };
  }

  /** `%{p}`: the domain itself if it is among the client's names, else one below it, else any (section 7.3). */
  *#bestName(domain: string): Asking<string> {
    const names = yield* this.#validatedNames();
    const same = names.find((name) => lowerName(name) === lowerName(domain));
    return same ?? names.find((name) => isSubdomain(name, domain)) ?? names[0] ?? 'unknown';
  }

  *#ask(name: string, type: DnsQuestion['type'], mayFail?: 'mayFail'): Asking<DnsAnswer> {
    // What can't be a name has no records, and nobody needs to be asked for them.
    if (!isAskable(name)) return { status: 'void', data: [] };
    const answer: DnsAnswer = yield { name, type };
    // Terms that come back empty are counted, not questions (section 4.6.4): servers of one `mx` without an address are one.
    const isFirstVoid = answer.status === 'void' && !this.#asked.some(({ status }) => status === 'void');
    this.#asked.push({ name, type, ...answer });
    if (answer.status === 'failed' && mayFail === undefined) throw new Stopped('temperror', 'no answer');
    if (isFirstVoid) this.#voids += 1;
    if (this.#voids > SPF_LIMITS.voids) throw new Stopped('permerror', 'too many void lookups');
    return answer;
  }

  /** Each term that asks the DNS counts once (section 4.6.4). */
  #count(): void {
    this.#lookups += 1;
    if (this.#lookups > SPF_LIMITS.lookups) throw new Stopped('permerror', 'too many lookups');
  }

  #step(domain: string, depth: number, term: ByteString, outcome: SpfStep['outcome']): void {
    const step = { domain, depth, term, questions: this.#asked, lookups: this.#lookups, voids: this.#voids, outcome };
    this.steps.push(step);
    this.#asked = [];
  }
}

/** A name of at least two labels that mail can be for (section 4.3). */
function isMailDomain(domain: string): boolean {
  return isAskable(domain) && domain.replace(/\.$/, '').includes('.') && !/[[\]]/.test(domain);
}

/** Labels of 1 to 63 octets, 253 in all (RFC 1035 section 2.3.4); a label may be of any octets (RFC 2181 section 11). */
function isAskable(name: string): boolean {
  const bare = name.replace(/\.$/, '');
  return (
    bare.length <= DNS_NAME_OCTETS && bare.split('.').every((label) => label.length > 0 && label.length <= LABEL_OCTETS)
  );
}
