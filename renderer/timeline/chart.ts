// What there is to draw: connections in rows by who speaks with whom, letters, lookups, marks, and the axis they stand on.
// Counterpart: layout.ts turns it into shapes. Rule: it follows the history and looks at each event once; changed in
// place.

import type { LabEvent, LabEventOf } from '../../contract/events.ts';
import type { ConnId, HostName, MessageId, Seq } from '../../contract/ids.ts';
import { markOf } from '../../contract/marks.ts';
import { isFirstSeen } from '../../contract/pause.ts';
import type { Protocol } from '../../contract/topology.ts';
import { endsInRefusal } from '../../mail/answer.ts';
import type { History } from '../store/history.ts';
import { Axis, type AxisView } from './axis.ts';
import type { Density } from './density.ts';
import { TIMELINE_LIMITS } from './limits.ts';
import type { Mark } from './mark-shapes.ts';

/** A stretch from one event to another; open-ended while it goes on. */
export interface Bar {
  /** Of a connection or of a letter. */
  id: string;
  /** Which of the lines of its row it is drawn on, from 0. */
  lane: number;
  from: Seq;
  to?: Seq;
  /** Where the client said something, and where the server refused it. */
  commands: Seq[];
  refusals: Seq[];
}

export interface Row {
  /** Absent for the row of letters. */
  ends?: { client: HostName; server: HostName };
  /** In the order in which they began. */
  bars: Bar[];
  /** How many bars that go on each of its lines has. */
  busy: number[];
}

const emptyRow = (): Row => ({ bars: [], busy: [0] });

/** What the plot draws of: every bar, or how many there are where. */
export interface ChartView {
  axis: AxisView;
  letters: Row;
  rows: Row[];
  lookups: readonly Seq[];
  marks: readonly Mark[];
  /** The lab's time at an event that isn't in memory. */
  timeOf?: (seq: Seq) => number;
  /** In place of bars, where there are too many. */
  density?: Density;
}

export class Chart implements ChartView {
  axis = new Axis();
  letters = emptyRow();
  rows: Row[] = [];
  lookups: Seq[] = [];
  marks: Mark[] = [];
  #generation = 0;
  #last: Seq = 0;
  #byEnds = new Map<string, Row>();
  #open = new Map<ConnId, { bar: Bar; row: Row; protocol: Protocol | 'raw' }>();
  #byLetter = new Map<MessageId, Bar>();
  #hasBegun = false;

  /** Takes what is new in `history`; true if something was. */
  follow(history: History): boolean {
    const isOther = history.generation !== this.#generation || history.first > this.#last + 1;
    if (isOther) this.#begin(history);
    if (this.#last === history.last) return isOther;
    for (let seq = this.#last + 1; seq <= history.last; seq += 1) {
      const event = history.event(seq);
      if (event) this.#take(event);
    }
    this.#last = history.last;
    this.axis.forget(history.first);
    return true;
  }

  /** A part of a run in which `rows` are known; its first event stands at `place`. */
  static of(rows: readonly Row[], place: number, events: Iterable<LabEvent>): Chart {
    const chart = new Chart();
    chart.axis = new Axis(place);
    chart.#hasBegun = true;
    for (const { ends } of rows) if (ends) chart.#rowOf(ends.client, ends.server);
    for (const event of events) chart.#take(event);
    return chart;
  }

  #begin({ generation, first }: History): void {
    this.#generation = generation;
    this.#last = first - 1;
    this.axis = new Axis();
    this.letters = emptyRow();
    this.rows = [];
    this.lookups = [];
    this.marks = [];
    this.#byEnds = new Map();
    this.#open = new Map();
    this.#byLetter = new Map();
    this.#hasBegun = false;
  }

  #take(event: LabEvent): void {
    this.axis.add(event, !this.#hasBegun);
    this.#hasBegun ||= isFirstSeen(event);
    if (event.message !== undefined) this.#takeLetter(event.message, event);
    const kind = markOf(event);
    if (kind) {
      this.marks.push({ seq: event.seq, kind });
      if (this.marks.length > TIMELINE_LIMITS.marksOfRun) this.marks.shift();
    }
    switch (event.type) {
      case 'conn.opened':
        this.#openConn(event);
        break;
      case 'conn.closed':
        this.#closeConn(event);
        break;
      case 'wire.line':
      case 'wire.bulk':
        this.#takeLine(event);
        break;
      case 'dns.asked':
        this.lookups.push(event.seq);
        if (this.lookups.length > TIMELINE_LIMITS.lookups) this.lookups.shift();
        break;
      default:
        break; // the rest is told by other views
    }
  }

  #openConn({ conn, seq, data }: LabEventOf<'conn.opened'>): void {
    if (conn === undefined) return;
    const row = this.#rowOf(data.client.host, data.server.host);
    this.#open.set(conn, { bar: beginBar(row, conn, seq), row, protocol: data.protocol });
  }

  #closeConn({ conn, seq }: LabEventOf<'conn.closed'>): void {
    const open = conn === undefined ? undefined : this.#open.get(conn);
    if (!open || conn === undefined) return;
    endBar(open.row, open.bar, seq);
    this.#open.delete(conn);
  }

  #takeLine(event: LabEventOf<'wire.line'> | LabEventOf<'wire.bulk'>): void {
    const open = event.conn === undefined ? undefined : this.#open.get(event.conn);
    if (!open) return;
    const { bar, protocol } = open;
    if (event.data.from === 'client') bar.commands.push(event.seq);
    else if (event.type === 'wire.line' && endsInRefusal(event.data.bytes, protocol)) bar.refusals.push(event.seq);
    if (bar.commands.length > TIMELINE_LIMITS.marks) bar.commands.shift();
    if (bar.refusals.length > TIMELINE_LIMITS.marks) bar.refusals.shift();
  }

  /** A letter is on its way until it is somewhere for good, or waits; whatever is heard of it later makes it longer. */
  #takeLetter(id: MessageId, { seq, type }: LabEvent): void {
    const bar = this.#byLetter.get(id) ?? this.#beginLetter(id, seq);
    if (bar.to !== undefined) bar.to = seq;
    else if (ENDS.has(type)) endBar(this.letters, bar, seq);
  }

  #beginLetter(id: MessageId, seq: Seq): Bar {
    const bar = beginBar(this.letters, id, seq);
    this.#byLetter.set(id, bar);
    const [oldest] = this.#byLetter.keys();
    if (this.#byLetter.size > TIMELINE_LIMITS.bars && oldest !== undefined) this.#byLetter.delete(oldest);
    return bar;
  }

  #rowOf(client: HostName, server: HostName): Row {
    const key = `${client} ${server}`;
    const known = this.#byEnds.get(key);
    if (known) return known;
    const row: Row = { ...emptyRow(), ends: { client, server } };
    this.#byEnds.set(key, row);
    this.rows.push(row);
    return row;
  }
}

const ENDS: ReadonlySet<LabEvent['type']> = new Set(['store.delivered', 'queue.deferred', 'queue.bounced']);

function beginBar(row: Row, id: string, seq: Seq): Bar {
  const free = row.busy.indexOf(0);
  const lane = free >= 0 ? free : Math.min(row.busy.length, TIMELINE_LIMITS.lanes - 1);
  row.busy[lane] = (row.busy[lane] ?? 0) + 1;
  const bar: Bar = { id, lane, from: seq, commands: [], refusals: [] };
  row.bars.push(bar);
  if (row.bars.length > TIMELINE_LIMITS.bars) row.bars.shift();
  return bar;
}

function endBar(row: Row, bar: Bar, seq: Seq): void {
  bar.to = seq;
  row.busy[bar.lane] = (row.busy[bar.lane] ?? 1) - 1;
}
