// The lines of a run that fit a filter. Counterpart: contract/filter/ has the language, use-finding.ts keeps one going.
// Rule: it follows the history, or is given page after page, and looks at each event once; changed in place.

import type { LabEvent, LabEventOf } from '../../contract/events.ts';
import type { FilterTest } from '../../contract/filter/key.ts';
import type { FilterSubject } from '../../contract/filter/subject.ts';
import type { ConnId, HostName, MessageId, Seq, Side } from '../../contract/ids.ts';
import { isRefusal } from '../../mail/answer.ts';
import { VerbTracker } from '../../mail/verb-tracker.ts';
import type { History } from '../store/history.ts';
import { isChange } from '../store/strikes.ts';
import { FILTER_LIMITS } from './limits.ts';

/** A line that fits, as a list shows it. */
export interface FoundLine {
  seq: Seq;
  conn: ConnId;
  at_ms: number;
  speaker: HostName;
  hearer: HostName;
  /** Its first characters; '' for a letter's text. */
  text: string;
  verb: string;
  isRefusal: boolean;
  message: MessageId | undefined;
}

/** A connection as far as the events have told it. */
interface Talk {
  opened: LabEventOf<'conn.opened'>['data'];
  verbs: VerbTracker;
  hasSpoken: boolean;
  message: MessageId | undefined;
  policies: string[];
  /** Sides whose next line a person held, or changed. */
  held: Set<Side>;
  changed: Set<Side>;
}

type Spoken = LabEventOf<'wire.line'> | LabEventOf<'wire.bulk'>;

export class Search {
  /** In the order of the run; the latest, where there are more than a list can hold. */
  lines: FoundLine[] = [];
  /** All that fit, also those that the list let go. */
  total = 0;
  readonly #test: FilterTest;
  #talks = new Map<ConnId, Talk>();
  #generation = -1;
  #last: Seq = 0;

  constructor(test: FilterTest) {
    this.#test = test;
  }

  /** Takes what is new in `history`; true if what was found is other than before. */
  follow(history: History): boolean {
    const isOther = history.generation !== this.#generation || history.first > this.#last + 1;
    const before = this.total;
    if (isOther) {
      this.lines = [];
      this.total = 0;
      this.#talks = new Map();
      this.#generation = history.generation;
      this.#last = history.first - 1;
    }
    for (let seq = this.#last + 1; seq <= history.last; seq += 1) {
      const event = history.event(seq);
      if (event) this.#take(event);
    }
    this.#last = history.last;
    this.#forgetOldest();
    return isOther || this.total !== before;
  }

  /** Takes the next events of a run that is read from its beginning; true if a line of them fits. */
  take(events: readonly LabEvent[]): boolean {
    const before = this.total;
    for (const event of events) this.#take(event);
    this.#forgetOldest();
    return this.total !== before;
  }

  #forgetOldest(): void {
    if (this.lines.length > FILTER_LIMITS.found) this.lines = this.lines.slice(-FILTER_LIMITS.found);
  }

  #take(event: LabEvent): void {
    if (event.conn === undefined) return;
    if (event.type === 'conn.opened') this.#talks.set(event.conn, talkOf(event));
    const talk = this.#talks.get(event.conn);
    if (!talk) return;
    if (event.message !== undefined) talk.message = event.message;
    switch (event.type) {
      case 'policy.decided':
      case 'policy.spoken':
        talk.policies.push(event.data.policy);
        break;
      case 'wire.held':
        talk.held.add(event.data.from);
        break;
      case 'wire.released':
        if (event.data.changed) talk.changed.add(event.data.from);
        break;
      case 'fault.struck': {
        const { from } = event.data;
        if (from !== undefined && isChange(event.data)) talk.changed.add(from);
        break;
      }
      case 'tls.started':
        // What was said in the clear is forgotten (RFC 3207 section 4.2). TLS from the first octet: the greeting is to come.
        talk.verbs = new VerbTracker(talk.opened.protocol === 'imap', !talk.hasSpoken);
        break;
      case 'wire.line':
      case 'wire.bulk':
        this.#hear(event, event.conn, talk);
        break;
      case 'conn.closed':
        this.#talks.delete(event.conn);
        break;
      default:
        break; // nothing that a line is asked about
    }
  }

  #hear(event: Spoken, conn: ConnId, talk: Talk): void {
    const { from } = event.data;
    const subject = subjectOf(event, talk);
    if (this.#test(subject)) {
      const { client, server, verb, text, isRefusal, message } = subject;
      const [speaker, hearer] = from === 'client' ? [client, server] : [server, client];
      const shown = text.slice(0, FILTER_LIMITS.shownChars);
      this.lines.push({
        ...{ seq: event.seq, conn, at_ms: event.at_ms, speaker, hearer },
        ...{ text: shown, verb, isRefusal, message },
      });
      this.total += 1;
    }
    talk.held.delete(from);
    talk.changed.delete(from);
    talk.hasSpoken = true;
    if (from === 'server') talk.policies = [];
  }
}

function talkOf({ data, message }: LabEventOf<'conn.opened'>): Talk {
  const verbs = new VerbTracker(data.protocol === 'imap', data.protocol !== 'raw');
  const nothing = { hasSpoken: false, policies: [], held: new Set<Side>(), changed: new Set<Side>() };
  return { opened: data, verbs, message, ...nothing };
}

/** Reads the line's verb too, which moves on with every line. */
function subjectOf({ type, data }: Spoken, talk: Talk): FilterSubject {
  const { client, server, protocol, door, purpose } = talk.opened;
  const secret = data.secret;
  const text = type === 'wire.line' ? blank(data.bytes, secret).replace(/\r?\n$/, '') : '';
  const kind = type === 'wire.line' ? 'line' : 'bulk';
  return {
    client: client.host,
    server: server.host,
    protocol,
    from: data.from,
    byPerson: door || purpose === 'shell',
    tls: data.tls,
    verb: talk.verbs.next(data.from, { kind, text, ...(secret === undefined ? {} : { secret }) }),
    text,
    isRefusal: data.from === 'server' && isRefusal(text, protocol),
    message: talk.message,
    policies: talk.policies,
    changed: talk.changed.has(data.from),
    held: talk.held.has(data.from),
  };
}

/** A password is nothing to search for. */
function blank(bytes: string, secret: { start: number; end: number } | undefined): string {
  return secret === undefined ? bytes : bytes.slice(0, secret.start) + bytes.slice(secret.end);
}
