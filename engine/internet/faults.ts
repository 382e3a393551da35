// The rules that disturb the wire, and whom each of them strikes. Counterpart: contract/faults.ts; disturbance.ts does to
// a connection what they say, holds.ts has the rules of a person who stops lines. Rule: chance is drawn by the rule's seed
// and the connection's name, so the same seed strikes the same lines; without a rule nobody asks here.

import type { EndPoint } from '../../contract/events.ts';
import type { Fault, FaultRule } from '../../contract/faults.ts';
import { readFilter } from '../../contract/filter/filter.ts';
import type { FilterTest } from '../../contract/filter/key.ts';
import type { HostName } from '../../contract/ids.ts';
import type { Protocol } from '../../contract/topology.ts';
import type { Scope } from '../scope.ts';
import type { ActivityClock, RandomStream } from '../world.ts';
import { Randomness } from '../world/random.ts';
import type { Connection, Dialling } from './connection.ts';
import { Disturbance } from './disturbance.ts';
import type { Holds } from './holds.ts';

/** Which two speak, and what. */
interface LinkEnds {
  client: HostName;
  server: HostName;
  port: number;
  protocol: Protocol | 'raw';
}

type Called = EndPoint & { protocol: Protocol };
type Why = Pick<Dialling, 'carried' | 'cause'>;

/** A hundred per cent, in steps as fine as a rule may say. */
const DRAWS = 100_000;

const DNS_PORT = 53;
const STRIKES_DATAGRAMS: ReadonlySet<Fault['kind']> = new Set(['delay', 'slow', 'blackHole', 'corrupt']);

export class ActiveFault {
  readonly rule: FaultRule;
  /** What its filter asks for; absent without one. */
  readonly test: FilterTest | undefined;
  readonly #chance: Randomness;
  #struck: number;

  constructor(rule: FaultRule, struck: number) {
    this.rule = rule;
    this.test = rule.filter === undefined ? undefined : readFilter(rule.filter).test;
    this.#chance = new Randomness(rule.seed, 0);
    this.#struck = struck;
  }

  get struck(): number {
    return this.#struck;
  }

  /** Whether it strikes what comes next of `whom`. Counts it if so. */
  strikes(whom: string): boolean {
    const { percent, times } = this.rule;
    // Drawn also when it is spent: how many strikes it has left changes nothing for the others.
    const isDrawn = percent === 100 || this.stream(whom).below(DRAWS) < (percent * DRAWS) / 100;
    if (!isDrawn || (times !== undefined && this.#struck >= times)) return false;
    this.#struck += 1;
    return true;
  }

  /** Chance of its own for each connection, so that one does nothing to the others. */
  stream(whom: string): RandomStream {
    return this.#chance.stream(whom, 'fault');
  }

  fits({ client, server, port, protocol }: LinkEnds): boolean {
    const { rule } = this;
    return (
      rule.isOn &&
      rule.hosts.every((host) => host === client || host === server) &&
      (rule.port === undefined || rule.port === port) &&
      (rule.protocol === undefined || rule.protocol === protocol)
    );
  }
}

export interface FaultParts {
  activity: ActivityClock;
  holds: Holds;
  /** Writer of events about the lab. */
  lab: Scope;
  /** The connections of the lab that are open now. */
  open: ReadonlySet<Connection>;
}

export class Faults {
  readonly #rules = new Map<string, ActiveFault>();
  readonly #parts: FaultParts;

  constructor(parts: FaultParts) {
    this.#parts = parts;
  }

  get size(): number {
    return this.#rules.size;
  }

  has(id: string): boolean {
    return this.#rules.has(id);
  }

  /** Sets a rule; open connections follow it from here on. `struck`: how often it did in the run before. */
  set(rule: FaultRule, struck = 0): void {
    const before = this.#rules.get(rule.id)?.struck ?? struck;
    this.#rules.set(rule.id, new ActiveFault(rule, rule.isOn ? struck : before));
    for (const conn of this.#parts.open) this.#disturb(conn);
  }

  /** Takes a rule away. What it kept back arrives; what is lost is lost. */
  clear(id: string): void {
    this.#rules.delete(id);
    for (const conn of this.#parts.open) this.#disturb(conn);
  }

  /** A connection is about to be opened. */
  meet(conn: Connection): void {
    if (this.size > 0) this.#disturb(conn);
  }

  /** Those that strike what a host asks its name server: rules of the link, for any protocol or for port 53. */
  ofDatagrams(client: HostName, server: HostName): readonly ActiveFault[] {
    if (this.size === 0 || client === server) return [];
    const rules = this.#on({ client, server, port: DNS_PORT, protocol: 'raw' });
    return rules.filter(({ rule, test }) => test === undefined && STRIKES_DATAGRAMS.has(rule.fault.kind));
  }

  /** Whether a call falls into a black hole before anybody answers. */
  swallowsCall(client: HostName, { host: server, port, protocol }: Called, why: Why): boolean {
    if (this.size === 0) return false;
    const hole = this.#on({ client, server, port, protocol }).find(
      (one) =>
        one.rule.fault.kind === 'blackHole' && one.test === undefined && one.strikes(`${client} ${server}:${port}`),
    );
    if (!hole) return false;
    this.#parts.lab
      .about({ host: client, ...(why.carried && { message: why.carried.message }) })
      .emit('fault.struck', { rule: hole.rule.id, deed: 'silenced' }, why.cause);
    return true;
  }

  #disturb(conn: Connection): void {
    const { client, server, protocol } = conn;
    const rules = this.#on({ client: client.host, server: server.host, port: server.port, protocol });
    if (rules.length === 0 && !conn.faults) return;
    conn.faults ??= new Disturbance(conn, this.#parts.activity, this.#parts.holds);
    conn.faults.follow(rules);
  }

  /** The rules for a connection, in the order in which they were set. */
  #on(ends: LinkEnds): ActiveFault[] {
    return [...this.#rules.values()].filter((one) => one.fits(ends));
  }
}
