// Follows the letters of the actors through a run and says what became of each. Counterpart: experiment.ts feeds it every
// event of its lab. Rule: pure; what the actors know of their letters is told in `actor.tried`, all else is seen on the
// wire and at the mailbox.

import type {
  ExperimentLetter,
  ExperimentResult,
  ExperimentRow,
  ExperimentTotals,
  LetterFate,
} from '../../contract/experiment.ts';
import type { EventData, LabEvent, ReplyText } from '../../contract/events.ts';
import type { ConnId, MessageId, Seq } from '../../contract/ids.ts';

/** What was seen of a message, whoever wrote it. */
interface Seen {
  first_ms: number;
  /** Of its last event. */
  seq: Seq;
  subject: string;
  from: string;
  delivered_ms?: number;
  isMarked: boolean;
  /** The connections over which it was offered to the defended server. */
  conns: ConnId[];
  by?: string;
  refusal?: { reply: ReplyText; policy?: string };
}

interface Own {
  actor: string;
  isHonest: boolean;
  to: string;
  /** The actor has nothing more to do for it. */
  isOver: boolean;
}

/** By this field a letter is taken for spam (policy/dmarc.ts). */
const MARK = 'x-spam-flag';

export class Tally {
  readonly #defended: string;
  readonly #isHonest: (actor: string) => boolean;
  readonly #seen = new Map<MessageId, Seen>();
  readonly #own = new Map<MessageId, Own>();
  /** Entries that wait in queues, by message: a letter in one has no fate yet. */
  readonly #queued = new Map<MessageId, number>();

  constructor(defended: string, isHonest: (actor: string) => boolean) {
    this.#defended = defended;
    this.#isHonest = isHonest;
  }

  take(event: LabEvent): void {
    const { message } = event;
    if (message === undefined) return;
    const seen = this.#seenOf(message, event.at_ms);
    seen.seq = event.seq;
    const isDefended = event.host === this.#defended;
    switch (event.type) {
      case 'actor.tried':
        this.#note(message, event.data);
        break;
      case 'conn.opened':
        if (event.data.server.host === this.#defended && event.conn !== undefined) {
          seen.conns.push(event.conn);
          seen.by = event.data.client.host;
        }
        break;
      case 'smtp.mail':
        if (seen.from === '') seen.from = event.data.reversePath;
        break;
      case 'field.added':
        if (seen.subject === '' && event.data.name.toLowerCase() === 'subject') seen.subject = valueOf(event.data.raw);
        if (isDefended && event.data.name.toLowerCase() === MARK) seen.isMarked = true;
        break;
      case 'smtp.rcpt':
      case 'smtp.data':
        if (isDefended && !event.data.accepted) seen.refusal = { ...seen.refusal, reply: event.data.reply };
        break;
      case 'policy.decided':
        if (isDefended) this.#decide(seen, event.data);
        break;
      case 'queue.entered':
        this.#queued.set(message, (this.#queued.get(message) ?? 0) + 1);
        break;
      case 'queue.removed':
        this.#queued.set(message, (this.#queued.get(message) ?? 0) - 1);
        break;
      case 'store.delivered':
        seen.delivered_ms = event.at_ms;
        break;
      default:
        break; // the rest says nothing of a letter's fate
    }
  }

  /** How many letters have a fate that nothing will change. */
  get known(): number {
    let known = 0;
    for (const [message, { isOver }] of this.#own) if (isOver && (this.#queued.get(message) ?? 0) === 0) known += 1;
    return known;
  }

  /** Connections of a letter with the defended server. */
  conns(message: MessageId): readonly ConnId[] {
    return this.#own.has(message) ? (this.#seen.get(message)?.conns ?? []) : [];
  }

  letters(): ExperimentLetter[] {
    return [...this.#own].map(([message, { actor, isHonest, to }]) => {
      const seen = this.#seenOf(message, 0);
      const { subject, from, by, delivered_ms, first_ms, refusal, conns, seq } = seen;
      const fate = fateOf(seen);
      return {
        ...{ message, actor, isHonest, from, to, subject, fate, seq, tries: conns.length },
        ...(by === undefined ? {} : { by }),
        ...(delivered_ms === undefined ? {} : { delay_s: (delivered_ms - first_ms) / 1000 }),
        ...(refusal === undefined ? {} : { reply: refusal.reply }),
        ...(refusal?.policy === undefined ? {} : { policy: refusal.policy }),
      };
    });
  }

  #seenOf(message: MessageId, at_ms: number): Seen {
    let seen = this.#seen.get(message);
    if (!seen) {
      seen = { first_ms: at_ms, seq: 0, subject: '', from: '', isMarked: false, conns: [] };
      this.#seen.set(message, seen);
    }
    return seen;
  }

  #note(message: MessageId, { actor, to, outcome, next_ms }: EventData['actor.tried']): void {
    const isOver = outcome === 'taken' || outcome === 'refused' || next_ms === undefined;
    this.#own.set(message, { actor, isHonest: this.#isHonest(actor), to, isOver });
  }

  #decide(seen: Seen, { verdict, policy, reply }: EventData['policy.decided']): void {
    if (reply && (verdict === 'reject' || verdict === 'defer')) seen.refusal = { reply, policy };
  }
}

function fateOf({ delivered_ms, isMarked }: Seen): LetterFate {
  if (delivered_ms === undefined) return 'stopped';
  return isMarked ? 'marked' : 'arrived';
}

/** A field's value, from the field as it stands in the letter. */
function valueOf(raw: string): string {
  return raw.slice(raw.indexOf(':') + 1).trim();
}

/** The table of these letters, a row for each kind in the order given. */
export function resultOf(letters: readonly ExperimentLetter[], actors: readonly string[]): ExperimentResult {
  const rows = actors.map((actor) =>
    rowOf(
      actor,
      letters.filter((letter) => letter.actor === actor),
    ),
  );
  const honest = letters.filter(({ isHonest }) => isHonest);
  const spam = letters.filter(({ isHonest }) => !isHonest);
  const delays = delaysOf(honest);
  const missed = spam.filter(({ fate }) => fate === 'arrived').length;
  const totals: ExperimentTotals = {
    letters: letters.length,
    caught: spam.length - missed,
    missed,
    falsePositives: honest.filter(({ fate }) => fate !== 'arrived').length,
    median_s: median(delays) ?? 0,
    worst_s: delays.at(-1) ?? 0,
  };
  return { rows, totals };
}

function rowOf(actor: string, letters: readonly ExperimentLetter[]): ExperimentRow {
  const count = (fate: LetterFate) => letters.filter((letter) => letter.fate === fate).length;
  const delays = delaysOf(letters);
  const [median_s, worst_s] = [median(delays), delays.at(-1)];
  return {
    actor,
    isHonest: letters.some(({ isHonest }) => isHonest),
    letters: letters.length,
    arrived: count('arrived'),
    marked: count('marked'),
    stopped: count('stopped'),
    ...(median_s === undefined ? {} : { median_s }),
    ...(worst_s === undefined ? {} : { worst_s }),
  };
}

/** Smallest first. */
function delaysOf(letters: readonly ExperimentLetter[]): number[] {
  return letters.flatMap(({ delay_s }) => delay_s ?? []).toSorted((one, other) => one - other);
}

function median(sorted: readonly number[]): number | undefined {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  const lower = sorted[sorted.length % 2 === 0 ? middle - 1 : middle];
  return upper === undefined || lower === undefined ? undefined : (upper + lower) / 2;
}
