// What faults do to one connection. A program's layer reads lines: it drops them, or answers in the server's stead; below
// it the holds; below those the link, which delays, swallows, cuts and corrupts. Counterpart: faults.ts has the rules,
// tapped-socket.ts hands over what passes. Rule: what is told of a unit comes right before the unit's own event, and what
// never arrives is told too.
//
//   server <-> [program: drop, answer] <-> holds <-> [link: delay, slow, black hole, cut, reset, corrupt] <-> client

import { type Fault, type FaultDeed, type FaultStrike, isHeardFirst } from '../../contract/faults.ts';
import type { Seq, Side } from '../../contract/ids.ts';
import type { ActivityClock } from '../world.ts';
import { INTERNET_LIMITS } from '../limits.ts';
import type { Connection } from './connection.ts';
import { corrupted } from './corruption.ts';
import type { ActiveFault } from './faults.ts';
import type { Holds } from './holds.ts';
import { Lane, type Pace } from './lane.ts';
import { type AnswerFault, CLOSING, isMail, replyOf, type StandIn } from './stand-in.ts';
import { subjectOf, type Unit } from './unit.ts';

type Strike = Omit<FaultStrike, 'rule' | 'deed' | 'from'>;

/** Octets on their way over the link; `unit` is what they are where one can read them. */
interface Passing {
  from: Side;
  bytes: Uint8Array;
  unit?: Unit;
  pass: (bytes: Uint8Array, input?: Seq) => void;
}

/** What becomes of it on the way. */
interface Travel {
  pace: Pace;
  /** Tell what was done to it, right before it arrives. */
  stamps: (() => void)[];
}

const AT_ONCE: Pace = { delay_ms: 0, octetsPerSecond: Infinity };

export class Disturbance {
  readonly #conn: Connection;
  readonly #holds: Holds;
  readonly #lanes: Readonly<Record<Side, Lane>>;
  #faults: readonly ActiveFault[] = [];
  /** Octets that still pass before a connection as a whole is cut. */
  readonly #left = new Map<ActiveFault, number>();
  #silencedBy: ActiveFault | undefined;
  /** The reply of several lines that is being replaced. */
  #replacing: ActiveFault | undefined;
  #severedBy: ActiveFault | undefined;
  #isTravelling = false;
  #isGivenUp = false;

  constructor(conn: Connection, activity: ActivityClock, holds: Holds) {
    this.#conn = conn;
    this.#holds = holds;
    const told = () => this.#tellWaiting();
    this.#lanes = { client: new Lane(activity, told), server: new Lane(activity, told) };
  }

  /** Nothing passes, and nobody is told. */
  get isSilent(): boolean {
    return this.#silencedBy !== undefined;
  }

  /** Something that `from` said is still on its way. */
  isWaiting(from: Side): boolean {
    return this.isSilent || !this.#lanes[from].isEmpty;
  }

  /** More is on its way than should be: whoever says it has to wait. */
  isFull(from: Side): boolean {
    return this.#lanes[from].octets > INTERNET_LIMITS.linkOctets;
  }

  /** The connection is there: its sockets can be cut now, and some are at once. */
  begin(): void {
    this.#cutWhatIsDue();
  }

  /** From here on these rules hold for it. */
  follow(faults: readonly ActiveFault[]): void {
    const before = this.#faults;
    this.#faults = faults;
    for (const fault of this.#left.keys()) if (!faults.includes(fault)) this.#left.delete(fault);
    if (this.#silencedBy && !faults.includes(this.#silencedBy)) {
      this.#silencedBy = undefined;
      this.#tellWaiting();
    }
    const isQuicker = before.some((one) => !faults.includes(one) && isOfPace(one.rule.fault));
    if (!this.isSilent && isQuicker) for (const lane of this.#both) lane.clear();
    for (const fault of faults) if (!before.includes(fault) && !fault.test) this.#strikeWhole(fault);
    this.#cutWhatIsDue();
  }

  /** The program's layer: a unit before anybody may hold it. `offer` hands it on. */
  read(unit: Unit, standIn: StandIn, offer: (unit: Unit) => void): void {
    for (const fault of this.#faults) {
      const { fault: what } = fault.rule;
      if (what.kind === 'drop' && this.#strikes(fault, unit)) {
        if (unit.from === 'client') standIn.unsay();
        this.#conn.lose(unit, fault.rule.id, 'dropped');
        return;
      }
      if (what.kind !== 'answer' || !isMail(this.#conn.protocol) || unit.verb !== what.command) continue;
      if (isHeardFirst(what.command)) {
        if (unit.from === 'client') continue;
        const told = this.#replace(fault, what, unit);
        if (told === 'kept') continue;
        if (told) offer(told);
        return;
      }
      if (unit.from === 'client' && this.#strikes(fault, unit)) {
        offer(this.#unheard(fault, what, unit, standIn));
        return;
      }
    }
    offer(unit);
  }

  /** The link's layer: a unit that nobody holds. */
  carry(unit: Unit, bytes: Uint8Array): void {
    this.#carry({ from: unit.from, bytes, unit, pass: unit.pass });
  }

  /** Ciphertext. `isTop`: there are no lines above it yet, as while TLS begins. */
  carryCiphertext(from: Side, bytes: Uint8Array, isTop: boolean, pass: (bytes: Uint8Array) => void): void {
    if (isTop) {
      this.#carry({ from, bytes, pass });
      return;
    }
    // What is delayed or cut is so where lines are; the octets alone can be swallowed and corrupted.
    const passing: Passing = { from, bytes, pass };
    const stamps: Travel['stamps'] = [];
    this.#send(passing, this.#corrupt(passing, stamps), { pace: AT_ONCE, stamps });
  }

  /** A program has stopped waiting: what it does now is work again. */
  giveUp(): void {
    this.#isGivenUp = true;
    this.#tellWaiting();
  }

  /** The connection is gone, and what was on its way with it. */
  dispose(): void {
    this.giveUp();
    for (const lane of this.#both) lane.dispose();
  }

  get #both(): readonly Lane[] {
    return [this.#lanes.client, this.#lanes.server];
  }

  #carry(passing: Passing): void {
    const stamps: Travel['stamps'] = [];
    const bytes = this.#corrupt(passing, stamps);
    const cut = this.#cutAt(passing);
    const travel = { pace: this.#pace(passing, stamps), stamps };
    if (!cut) {
      this.#send(passing, bytes, travel);
      return;
    }
    const { fault, octets } = cut;
    if (octets > 0) this.#send(passing, bytes.subarray(0, octets), travel);
    else this.#lose(passing, fault);
    this.#lanes[passing.from].carry({ octets: 0, arrive: () => this.#sever(fault) }, travel.pace);
  }

  #send(passing: Passing, bytes: Uint8Array, { pace, stamps }: Travel): void {
    if (this.#severedBy) {
      this.#lose(passing, this.#severedBy);
      return;
    }
    const { from, unit, pass } = passing;
    // What was typed is told as it was typed, whatever becomes of it: a replay types it again.
    let input: Seq | undefined;
    if (this.#silencedBy) input = this.#lose(passing, this.#silencedBy);
    else if (unit && bytes !== passing.bytes) input = this.#conn.noteInput(from, passing.bytes);
    const arrive = () => {
      for (const stamp of stamps) stamp();
      pass(bytes, input);
    };
    this.#lanes[from].carry({ octets: bytes.length, arrive }, pace);
  }

  /** Told of as lost; with what it came of, if that is an input. */
  #lose({ unit }: Passing, { rule }: ActiveFault): Seq | undefined {
    return unit && this.#conn.lose(unit, rule.id, 'lost');
  }

  #strikes(fault: ActiveFault, unit: Unit | undefined, from = unit?.from): boolean {
    if (fault.test && !(unit && fault.test(subjectOf(this.#conn, unit)))) return false;
    return fault.strikes(`${this.#conn.id} ${from}`);
  }

  /** Connections as a whole are struck once, when the rule and they meet. */
  #strikeWhole(fault: ActiveFault): void {
    const { fault: what } = fault.rule;
    if (what.kind !== 'cut' && what.kind !== 'reset' && what.kind !== 'blackHole') return;
    if (!fault.strikes(this.#conn.id)) return;
    if (what.kind === 'blackHole') this.#silence(fault);
    else this.#left.set(fault, what.octets);
  }

  #pace(passing: Passing, stamps: Travel['stamps']): Pace {
    let pace = AT_ONCE;
    for (const fault of this.#faults) {
      const { fault: what } = fault.rule;
      if (what.kind !== 'delay' && what.kind !== 'slow') continue;
      if (!this.#strikes(fault, passing.unit, passing.from)) continue;
      const { delay_ms, octetsPerSecond } = pace;
      pace =
        what.kind === 'delay'
          ? { delay_ms: delay_ms + what.ms, octetsPerSecond }
          : { delay_ms, octetsPerSecond: Math.min(octetsPerSecond, what.octetsPerSecond) };
      const ms = what.kind === 'delay' ? what.ms : Math.round((passing.bytes.length * 1000) / what.octetsPerSecond);
      stamps.push(() => this.#tell(fault, 'delayed', passing.from, { ...sealed(passing), ms }));
    }
    return pace;
  }

  /** Who cuts the connection at this unit, and after how many of its octets. */
  #cutAt({ bytes, unit }: Passing): { fault: ActiveFault; octets: number } | undefined {
    for (const fault of this.#faults) {
      const { fault: what } = fault.rule;
      if (fault.test === undefined || !this.#strikesLine(fault, what, unit)) continue;
      if (what.kind === 'blackHole') this.#silence(fault);
      else if ('octets' in what) return { fault, octets: Math.min(what.octets, bytes.length) };
    }
    for (const [fault, left] of this.#left) {
      if (bytes.length >= left) return { fault, octets: left };
      this.#left.set(fault, left - bytes.length);
    }
    return undefined;
  }

  #strikesLine(fault: ActiveFault, what: Fault, unit: Unit | undefined): boolean {
    const isOfLink = what.kind === 'blackHole' || what.kind === 'cut' || what.kind === 'reset';
    return isOfLink && !this.isSilent && this.#strikes(fault, unit);
  }

  /** Octets inside TLS aren't touched here: it is the ciphertext that a link can change. */
  #corrupt(passing: Passing, stamps: Travel['stamps']): Uint8Array {
    const { from, bytes, unit } = passing;
    if (unit?.tls === true) return bytes;
    let changed = bytes;
    for (const fault of this.#faults) {
      if (fault.rule.fault.kind !== 'corrupt' || changed.length === 0) continue;
      if (!this.#strikes(fault, unit, from)) continue;
      const stream = fault.stream(`${this.#conn.id} octets`);
      const made = corrupted(changed, unit ? 'text' : 'records', stream);
      changed = made.bytes;
      stamps.push(() => this.#tell(fault, 'corrupted', from, { ...sealed(passing), octet: made.octet }));
    }
    return changed;
  }

  #silence(fault: ActiveFault): void {
    this.#silencedBy = fault;
    for (const lane of this.#both) lane.block();
    this.#tell(fault, 'silenced');
    this.#tellWaiting();
  }

  #cutWhatIsDue(): void {
    for (const [fault, left] of this.#left) if (left === 0) this.#sever(fault);
  }

  #sever(fault: ActiveFault): void {
    const { line } = this.#conn;
    if (this.#severedBy || !line) return;
    const { kind } = fault.rule.fault;
    this.#severedBy = fault;
    this.#tell(fault, kind === 'reset' ? 'reset' : 'cut');
    this.dispose();
    line.sever(kind === 'reset' ? 'reset' : 'cut');
  }

  /** `kept`: the rule isn't for this reply. Undefined: a line of it that nobody hears. */
  #replace(fault: ActiveFault, what: AnswerFault, unit: Unit): Unit | 'kept' | undefined {
    if (this.#replacing !== fault && !this.#strikes(fault, unit)) return 'kept';
    const goesOn = /^\d{3}-/.test(unit.frame.text ?? '');
    this.#replacing = goesOn ? fault : undefined;
    if (goesOn) {
      this.#conn.lose(unit, fault.rule.id, 'lost');
      return undefined;
    }
    const { frame } = unit;
    const text = replyOf(what);
    const told = { ...unit, frame: { kind: frame.kind, bytes: Buffer.from(text, 'latin1'), text } };
    const pass = (bytes: Uint8Array, input?: Seq) => {
      this.#tell(fault, 'replaced', 'server');
      unit.pass(bytes, input);
      if (what.code === CLOSING) this.#sever(fault);
    };
    return { ...told, pass };
  }

  #unheard(fault: ActiveFault, what: AnswerFault, unit: Unit, standIn: StandIn): Unit {
    const said = () => this.#tell(fault, 'answered', 'server');
    const then = () => (what.code === CLOSING ? this.#sever(fault) : undefined);
    const pass = (bytes: Uint8Array, input?: Seq) => {
      this.#tell(fault, 'unheard', 'client');
      unit.note(bytes, input);
      standIn.answer(replyOf(what), said, then);
    };
    return { ...unit, pass };
  }

  #tellWaiting(): void {
    const isWaiting = this.isSilent || this.#both.some((lane) => !lane.isEmpty);
    if (isWaiting === this.#isTravelling && !this.#isGivenUp) return;
    this.#isTravelling = isWaiting && !this.#isGivenUp;
    this.#holds.setTravelling(this.#conn, this.#isTravelling);
  }

  #tell({ rule }: ActiveFault, deed: FaultDeed, from?: Side, strike: Strike = {}): void {
    const writer = this.#conn.speaker(from ?? 'client');
    writer.emit('fault.struck', { rule: rule.id, deed, ...(from === undefined ? {} : { from }), ...strike });
  }
}

/** What keeps lines on their way for longer. */
function isOfPace({ kind }: Fault): boolean {
  return kind === 'delay' || kind === 'slow' || kind === 'blackHole';
}

function sealed({ unit }: Passing): Pick<Strike, 'ciphertext'> {
  return unit ? {} : { ciphertext: true };
}
