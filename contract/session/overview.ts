// A whole run in a few hundred kilobytes: page by page, how much of what there is and where it stands on the timeline's
// axis. Counterpart: write-session.ts makes it, renderer/timeline/density.ts draws it. Rule: counts and places only; what a
// page says in detail is in the page.

import type { LabEvent } from '../events.ts';
import type { ConnId, HostName, MessageId } from '../ids.ts';
import { MARK_KINDS, type MarkKind, markOf } from '../marks.ts';
import { type Instant, isFirstSeen, pauseBetween, shortened, TOLD_MS } from '../pause.ts';
import { z } from '../schema.ts';
import type { Protocol } from '../topology.ts';
import { SESSION_LIMITS } from './limits.ts';
import { count, name } from './names.ts';

const partSchema = z.object({
  /** Of its first event. */
  at_ms: z.number(),
  /** Places of its first and its last event on the axis. */
  from: z.number(),
  to: z.number(),
  letters: count,
  lookups: count,
  /** Connections that opened and refusals, by number of the pair. */
  rows: z.record(z.string().regex(/^\d{1,3}$/), z.tuple([count, count])),
  /** How many, and the first of them. */
  marks: z.partialRecord(z.enum(MARK_KINDS), z.tuple([count, count])),
  pauses: z.array(z.object({ seq: count, ms: z.number() })).max(SESSION_LIMITS.pausesPerPage),
});
export type OverviewPart = z.infer<typeof partSchema>;

export const overviewSchema = z.object({
  pairs: z.array(z.object({ client: name, server: name })).max(SESSION_LIMITS.pairs),
  parts: z.array(partSchema),
});
export type Overview = z.infer<typeof overviewSchema>;

/** Whether a server's line ends an answer that says no; the grammar of mail knows. */
export type Refuses = (line: string, protocol: Protocol | 'raw') => boolean;

export class OverviewMaker {
  readonly overview: Overview = { pairs: [], parts: [] };
  readonly #refuses: Refuses;
  readonly #pairs = new Map<string, number>();
  readonly #open = new Map<ConnId, { pair: number; protocol: Protocol | 'raw' }>();
  readonly #letters = new Set<MessageId>();
  #before: Instant | undefined;
  #hasBegun = false;
  #place = 0;

  constructor(refuses: Refuses) {
    this.#refuses = refuses;
  }

  /** The events of the next page. */
  page(events: readonly LabEvent[]): void {
    const [first] = events;
    if (!first) return;
    const part: OverviewPart = {
      ...{ at_ms: first.at_ms, from: 0, to: 0, letters: 0, lookups: 0, rows: {}, marks: {}, pauses: [] },
    };
    for (const event of events) {
      this.#move(part, event);
      if (event === first) part.from = this.#place;
      this.#count(part, event);
    }
    part.to = this.#place;
    part.pauses = part.pauses.toSorted((one, other) => other.ms - one.ms).slice(0, SESSION_LIMITS.pausesPerPage);
    this.overview.parts.push(part);
  }

  #move(part: OverviewPart, event: LabEvent): void {
    const ms = this.#hasBegun && this.#before ? pauseBetween(this.#before, event) : 0;
    if (ms >= TOLD_MS) part.pauses.push({ seq: event.seq, ms });
    this.#place += shortened(ms);
    this.#before = event;
    this.#hasBegun ||= isFirstSeen(event);
  }

  #count(part: OverviewPart, event: LabEvent): void {
    const kind = markOf(event);
    if (kind) part.marks[kind] = oneMore(part.marks[kind], event.seq);
    if (event.message !== undefined && !this.#letters.has(event.message)) {
      this.#letters.add(event.message);
      part.letters += 1;
    }
    switch (event.type) {
      case 'conn.opened': {
        const pair = this.#pairOf(event.data.client.host, event.data.server.host);
        if (pair === undefined || event.conn === undefined) break;
        this.#open.set(event.conn, { pair, protocol: event.data.protocol });
        add(part, pair, 0);
        break;
      }
      case 'wire.line': {
        const open = event.conn === undefined ? undefined : this.#open.get(event.conn);
        const { from, bytes } = event.data;
        if (open && from === 'server' && this.#refuses(bytes, open.protocol)) add(part, open.pair, 1);
        break;
      }
      case 'conn.closed':
        if (event.conn !== undefined) this.#open.delete(event.conn);
        break;
      case 'dns.asked':
        part.lookups += 1;
        break;
      default:
        break; // told by the page itself
    }
  }

  #pairOf(client: HostName, server: HostName): number | undefined {
    const key = `${client} ${server}`;
    const known = this.#pairs.get(key);
    if (known !== undefined || this.#pairs.size >= SESSION_LIMITS.pairs) return known;
    this.#pairs.set(key, this.#pairs.size);
    this.overview.pairs.push({ client, server });
    return this.#pairs.size - 1;
  }
}

function oneMore(before: OverviewPart['marks'][MarkKind], seq: number): [number, number] {
  return before ? [before[0] + 1, before[1]] : [1, seq];
}

function add({ rows }: OverviewPart, pair: number, which: 0 | 1): void {
  const row = (rows[pair] ??= [0, 0]);
  row[which] += 1;
}
