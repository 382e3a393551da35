// What a person stops on the wire: rules, and the units that wait because of them.
// Counterpart: tapped-socket.ts asks for every unit; `hold.*` commands set rules and release.
// Rule: order is kept, so whatever follows a held unit in its direction waits behind it; while
// anything waits the activity clock stands still and nobody times out.

import type { HeldUnit, HoldRule } from '../../contract/commands.ts';
import { readFilter } from '../../contract/filter/filter.ts';
import type { FilterTest } from '../../contract/filter/key.ts';
import type { FilterSubject } from '../../contract/filter/subject.ts';
import type { Side } from '../../contract/ids.ts';
import { toByteString } from '../../mail/bytes.ts';
import type { Disposable } from '../disposable.ts';
import type { WorkMeter } from '../work.ts';
import type { ActivityClock } from '../world.ts';
import type { Connection } from './connection.ts';
import { subjectOf, type Unit } from './unit.ts';

interface Waiting extends Unit {
  rule: string;
}

interface Rule {
  rule: HoldRule;
  /** What its filter asks for; absent without one. */
  test?: FilterTest;
}

export class Holds {
  readonly #rules = new Map<string, Rule>();
  readonly #waiting = new Map<Connection, Waiting[]>();
  /** The link takes its time, or never lets go: the lab rests meanwhile, and its clock may be moved. */
  readonly #travelling = new Map<Connection, string | undefined>();
  readonly #calls = new Set<string>();
  readonly #activity: ActivityClock;
  readonly #work: WorkMeter;
  #pause: Disposable | undefined;
  /** Other octets for a unit, before any rule is asked: a run that is played again with a line changed. */
  amend: ((conn: Connection, from: Side, waiting: number) => Uint8Array | undefined) | undefined;

  constructor(activity: ActivityClock, work: WorkMeter) {
    this.#activity = activity;
    this.#work = work;
  }

  get rules(): HoldRule[] {
    return [...this.#rules.values()].map(({ rule }) => rule);
  }

  set(rule: HoldRule): void {
    const { filter } = rule;
    this.#rules.set(rule.id, { rule, ...(filter === undefined ? {} : { test: readFilter(filter).test }) });
  }

  /** Drops the rule and lets everything go that waited for it. Returns how many units went. */
  clear(id: string): number {
    this.#rules.delete(id);
    let released = 0;
    for (const conn of [...this.#waiting.keys()]) {
      for (;;) {
        const first = this.#waiting.get(conn)?.find((unit) => unit.rule === id);
        if (!first) break;
        released += this.release(conn.id, first.from, 1);
      }
    }
    return released;
  }

  /** Passes the unit on, or keeps it. */
  offer(conn: Connection, unit: Unit): void {
    if (this.amend) unit = this.#amended(conn, unit, this.amend);
    const queue = this.#waiting.get(conn);
    const behind = queue?.find((one) => one.from === unit.from);
    const rule = behind?.rule ?? this.#ruleFor(conn, unit)?.id;
    if (rule === undefined) {
      unit.pass(unit.frame.bytes);
      return;
    }
    if (queue) queue.push({ ...unit, rule });
    else this.#waiting.set(conn, [{ ...unit, rule }]);
    this.#pause ??= this.#activity.pause();
    conn.speaker(unit.from).emit('wire.held', { from: unit.from, bytes: unit.frame.bytes.length, rule });
    this.#work.look();
  }

  /** Releases up to `count` units of one direction; `instead` takes the place of the first. */
  release(connId: string, from: Side, count: number, instead?: Uint8Array): number {
    for (const [conn, units] of this.#waiting) {
      if (conn.id !== connId) continue;
      const going = units.filter((unit) => unit.from === from).slice(0, count);
      this.#keep(
        conn,
        units.filter((unit) => !going.includes(unit)),
      );
      going.forEach((unit, index) => {
        const changed = index === 0 && instead !== undefined;
        conn.speaker(from).emit('wire.released', { from, changed, rule: unit.rule });
        unit.pass(changed ? instead : unit.frame.bytes);
      });
      return going.length;
    }
    return 0;
  }

  list(): HeldUnit[] {
    return [...this.#waiting].flatMap(([conn, units]) =>
      units.map(({ from, frame, rule }) => ({
        conn: conn.id,
        from,
        bytes: toByteString(frame.bytes),
        rule,
        ...(frame.secret === undefined ? {} : { secret: frame.secret }),
      })),
    );
  }

  /** Who speaks on it waits for a person, or for what is still on its way. */
  isHeld(conn: Connection): boolean {
    return this.#waiting.has(conn) || this.#travelling.has(conn);
  }

  get isAnyHeld(): boolean {
    return this.#waiting.size + this.#travelling.size + this.#calls.size > 0;
  }

  /** Something is on its way over a disturbed line, or nothing any more. */
  setTravelling(conn: Connection, isOnItsWay: boolean): void {
    // The goodbye after a letter is still about the letter.
    if (isOnItsWay) this.#travelling.set(conn, conn.carried?.message ?? conn.carriedLast);
    else this.#travelling.delete(conn);
    this.#work.look();
  }

  /** A call for a letter that nobody answers: to be ended when somebody does, or when it is given up. */
  call(message: string): Disposable {
    this.#calls.add(message);
    this.#work.look();
    return { dispose: () => this.#calls.delete(message) };
  }

  /** Anything of this letter waits for a person. */
  holdsMessage(message: string): boolean {
    for (const conn of this.#waiting.keys()) if (conn.carried?.message === message) return true;
    for (const carried of this.#travelling.values()) if (carried === message) return true;
    return this.#calls.has(message);
  }

  /** Somebody may stop a line between these two: who steps through a dialog sees one answer after the other. */
  watches(conn: Connection): boolean {
    for (const { rule } of this.#rules.values()) if (fitsLink(rule, conn)) return true;
    return false;
  }

  isWaiting(conn: Connection, from: Side): boolean {
    return this.#waiting.get(conn)?.some((unit) => unit.from === from) ?? false;
  }

  /** The connection is gone, and what it still had to say with it. */
  forget(conn: Connection): void {
    this.#keep(conn, []);
  }

  #keep(conn: Connection, units: Waiting[]): void {
    if (units.length > 0) this.#waiting.set(conn, units);
    else this.#waiting.delete(conn);
    if (this.#waiting.size > 0) return;
    this.#pause?.dispose();
    this.#pause = undefined;
  }

  #amended(conn: Connection, unit: Unit, amend: NonNullable<Holds['amend']>): Unit {
    const waiting = this.#waiting.get(conn)?.filter(({ from }) => from === unit.from) ?? [];
    const bytes = amend(conn, unit.from, waiting.length);
    if (!bytes) return unit;
    conn.speaker(unit.from).emit('wire.released', { from: unit.from, changed: true, rule: 'fork' });
    return { ...unit, frame: { ...unit.frame, bytes, text: toByteString(bytes) } };
  }

  #ruleFor(conn: Connection, unit: Unit): HoldRule | undefined {
    if (this.#rules.size === 0) return undefined;
    let subject: FilterSubject | undefined;
    for (const { rule, test } of this.#rules.values()) {
      if (!fitsKeys(rule, conn, unit)) continue;
      if (test === undefined || test((subject ??= subjectOf(conn, unit)))) return rule;
    }
    return undefined;
  }
}

function fitsKeys(rule: HoldRule, conn: Connection, unit: Unit): boolean {
  return (
    fitsLink(rule, conn) &&
    fits(rule.from, unit.from) &&
    (rule.command === undefined || (unit.from === 'client' && rule.command.toUpperCase() === unit.verb)) &&
    (rule.reply === undefined || (unit.from === 'server' && rule.reply.toUpperCase() === unit.verb))
  );
}

function fitsLink(rule: HoldRule, conn: Connection): boolean {
  return fits(rule.conn, conn.id) && fits(rule.client, conn.client.host) && fits(rule.server, conn.server.host);
}

function fits(wanted: string | undefined, is: string): boolean {
  return wanted === undefined || wanted === is;
}
