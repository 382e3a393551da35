// What the mail log has to remember between two events to write a line as Postfix does: sessions by
// connection, letters by queue entry, tries by what they led to. Counterpart: maillog.ts folds events
// into it. Rule: each thing is forgotten when the event comes that ends it, so it never grows.

import type { EndPoint, ReplyText } from '../contract/events.ts';
import type { ConnId, HostName, MessageId, QueueId, Seq, Side } from '../contract/ids.ts';
import { SHELL_LIMITS } from './limits.ts';

/** A line of a host's log: who writes it, and what. */
export interface MaillogLine {
  host: HostName;
  program: MaillogProgram;
  text: string;
}

/** The programs of a mail server, in the parts into which Postfix cuts it. */
export const MAILLOG_PROGRAMS = [
  'smtpd',
  'submission/smtpd',
  'submissions/smtpd',
  'cleanup',
  'qmgr',
  'smtp',
  'virtual',
  'local',
  'bounce',
  'pop3',
  'imap',
  'postsuper',
  'pickup',
  'lmtp',
] as const;
export type MaillogProgram = (typeof MAILLOG_PROGRAMS)[number];

/** A letter that is taken and then not delivered: the word for it, and what it was that led to it. */
export interface Flagged {
  action: 'discard' | 'hold';
  text: string;
}

/** A connection as the server's log knows it. */
export interface LoggedSession {
  program: MaillogProgram;
  client: EndPoint;
  server: EndPoint;
  /** Names that the peer's address led to; the one that led back is `name`. */
  name?: string;
  candidate?: string;
  greeted: boolean;
  helo: string;
  verb: string;
  tls?: { version: string; cipher: string };
  sasl?: { mechanism: string; login: string };
  reversePath: string;
  /** What a policy wants done to the letters of the session, or to this one. */
  flagged?: Flagged;
  flaggedLetter?: Flagged;
  /** Commands without their reply yet; the greeting answers none. */
  open: string[];
  challenged: boolean;
  /** Sides whose next line isn't the server's business: a fault spoke in its stead. */
  unheard: Set<Side>;
  /** Commands by verb, as `disconnect from` counts them. */
  counts: Map<string, { good: number; all: number }>;
  last: string;
  /** The try of the other end, when that is a mail server of the lab. */
  attempt?: LoggedAttempt;
}

/** One try to hand recipients on. */
export interface LoggedAttempt {
  to: string;
  begun_ms: number;
  /** Set by the connection that served it last. */
  relay?: { name: string; address: string; port: number };
  mail_ms?: number;
  refused: Map<string, ReplyText>;
  refusedData?: ReplyText;
}

/** A letter in a host's queue. */
export interface LoggedEntry {
  reversePath: string;
  octets: number;
  recipients: number;
  entered_ms: number;
  attempt: number;
  tries: Map<string, LoggedAttempt>;
  /** What the sender called a recipient, where a canonical or virtual table changed it. */
  originals: ReadonlyMap<string, string>;
  /** Recipient that an alias table replaced, until its new entry is known. */
  alias?: string;
  report?: QueueId;
}

export class MaillogMemory {
  readonly sessions = new Map<ConnId, LoggedSession>();
  readonly entries = new Map<string, LoggedEntry>();
  /** Events that lookups about a peer follow from -> its connection. */
  readonly because = new Map<Seq, ConnId>();
  /** `queue.attempted` -> the try, until its entry leaves. */
  readonly attempts = new Map<Seq, LoggedAttempt>();
  /** The latest try of a letter by a host. */
  readonly latest = new Map<string, LoggedAttempt>();
  /** The same for letters that haven't entered a queue yet, by host and queue id. */
  readonly originals = new Map<string, Map<string, string>>();
  readonly #messageIds = new Map<MessageId, string>();

  entry(host: HostName, queueId: QueueId | undefined): LoggedEntry | undefined {
    return this.entries.get(`${host} ${queueId ?? ''}`);
  }

  /** The letter's Message-ID; empty when it has none, undefined when the letter began before this run. */
  messageId(message: MessageId): string | undefined {
    return this.#messageIds.get(message);
  }

  noteMessageId(message: MessageId, value: string | undefined): void {
    const known = this.#messageIds.get(message);
    if (known !== undefined && value === undefined) return;
    this.#messageIds.set(message, value ?? '');
    if (this.#messageIds.size <= SHELL_LIMITS.messageIds) return;
    const [oldest] = this.#messageIds.keys();
    if (oldest !== undefined) this.#messageIds.delete(oldest);
  }

  forgetEntry(host: HostName, queueId: QueueId, message: MessageId | undefined): void {
    const entry = this.entry(host, queueId);
    this.entries.delete(`${host} ${queueId}`);
    if (!entry) return;
    const tries = new Set(entry.tries.values());
    for (const [seq, attempt] of this.attempts) if (tries.has(attempt)) this.attempts.delete(seq);
    const latest = this.latest.get(`${host} ${message ?? ''}`);
    if (latest && tries.has(latest)) this.latest.delete(`${host} ${message ?? ''}`);
  }

  forgetSession(conn: ConnId): void {
    this.sessions.delete(conn);
    for (const [seq, of] of this.because) if (of === conn) this.because.delete(seq);
  }
}
