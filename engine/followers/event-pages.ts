// The lab's events in pages for followers: made once and packed once, however many take them. Counterpart: hall.ts hands them
// out, contract/lecture/follow-frames.ts has their form. Rule: who stands at the same event gets the same page, live or late;
// what is kept is bounded, the log has the rest.

import { promisify } from 'node:util';
import zlib from 'node:zlib';

import type { LabEvent } from '../../contract/events.ts';
import type { EventPage } from '../../contract/lecture/follow-frames.ts';
import type { Lab } from '../engine.ts';
import { EventStarrer } from '../passwords.ts';
import { FOLLOWER_LIMITS } from './limits.ts';
import { publicEvent } from './public-event.ts';

const deflateRaw = promisify(zlib.deflateRaw);
/** Quick: a page is packed while letters move. */
const LEVEL = 3;

export interface PackedPage {
  packed: Buffer;
  /** The last event in it. */
  last: number;
}

export class EventPages {
  readonly #lab: Lab;
  readonly #number: number;
  readonly #starrer: EventStarrer;
  /** `run.after.until` -> page, in the order in which they were last wanted. */
  readonly #kept = new Map<string, Promise<PackedPage>>();
  #octets = 0;

  /** `number`: which of the labs that were opened it is. */
  constructor(lab: Lab, number: number) {
    this.#lab = lab;
    this.#number = number;
    this.#starrer = new EventStarrer(new Set(lab.options.topology.users.map(({ address }) => address)));
  }

  /** The run that is on; undefined between two. */
  get run(): number | undefined {
    return this.#lab.isOpen ? this.#lab.run.options.run : undefined;
  }

  /** The last event of it. */
  get last(): number {
    return this.#lab.isOpen ? this.#lab.run.context.log.seq : 0;
  }

  /** What comes after event `after` and not after `until`; undefined where there is nothing. */
  page(after: number, until: number): Promise<PackedPage> | undefined {
    // The run may be a younger one than `until` was said of.
    const most = Math.min(until, this.last);
    if (most <= after) return undefined;
    const { pageEvents } = FOLLOWER_LIMITS;
    const end = Math.min(most, after - (after % pageEvents) + pageEvents);
    const key = `${this.run}.${after}.${end}`;
    const known = this.#kept.get(key);
    if (known) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known;
    }
    const made = this.#make(after, end);
    this.#kept.set(key, made);
    made.then(
      ({ packed }) => this.#count(packed.length),
      () => this.#kept.delete(key),
    );
    return made;
  }

  /** Forgets the oldest when too much is kept. Sizes differ little, so counting them by the average is enough. */
  #count(octets: number): void {
    this.#octets += octets;
    while (this.#octets > FOLLOWER_LIMITS.keptOctets) {
      const [oldest] = this.#kept.keys();
      if (oldest === undefined) return;
      this.#octets -= this.#octets / this.#kept.size;
      this.#kept.delete(oldest);
    }
  }

  async #make(after: number, end: number): Promise<PackedPage> {
    const { options, context } = this.#lab.run;
    const found = await context.log.since(after, end - after);
    const events = found.map((event) => publicEvent(event, this.#starrer));
    const page: EventPage = { lab: this.#number, run: options.run, events, octets: await this.#octetsOf(found) };
    return { packed: await deflateRaw(JSON.stringify(page), { level: LEVEL }), last: found.at(-1)?.seq ?? end };
  }

  /** The texts of letters that are small enough, with stars where a password stands. */
  async #octetsOf(events: readonly LabEvent[]): Promise<Record<string, string>> {
    const { capture } = this.#lab.run.context;
    const octets: Record<string, string> = {};
    let sum = 0;
    for (const event of events) {
      if (event.type !== 'wire.bulk') continue;
      const { ref, secret } = event.data;
      if (ref.length > FOLLOWER_LIMITS.bulkOctets || sum + ref.length > FOLLOWER_LIMITS.pageBulkOctets) continue;
      const read = await capture.read(ref);
      if (!read) continue;
      const bytes = Buffer.from(read);
      if (secret) bytes.fill('*', secret.start, secret.end);
      octets[ref.at] = bytes.toString('base64');
      sum += ref.length;
    }
    return octets;
  }
}
