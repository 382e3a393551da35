// What is known in one SMTP session, and the rules of order between commands.
// Counterpart: connection.ts (the wire), commands/ (one file a command).
// Rule: a reply is returned, never written from here.

import type { PolicyStage, Reason } from '../../contract/events.ts';
import type { Listener } from '../../contract/topology.ts';
import type { ByteString } from '../../mail/bytes.ts';
import type { LetterWishes } from '../../mail/dsn/wishes.ts';
import type { Message } from '../../mail/message.ts';
import type { Reply } from '../../mail/smtp/replies.ts';
import type { Connection } from '../internet/connection.ts';
import { addChanges, type LetterChanges, noChanges } from '../policy/letter-changes.ts';
import type { GreetPause, PolicySession, SessionStage } from '../policy/policy.ts';
import type { Outcome, PolicyRunner, Refusal } from '../policy/runner.ts';
import type { ClientFacts, MailAgent, Wanted } from './agent.ts';
import { replyText } from './reply-text.ts';

export interface Transaction {
  reversePath: string;
  /** What SIZE announced (RFC 1870). */
  declaredSize?: number;
  recipients: string[];
  /** The client can do addresses in UTF-8 (RFC 6531). */
  international: boolean;
  /** What the sender wants to hear (RFC 3461): about the letter, and about each recipient. */
  wishes: LetterWishes;
  wanted: Wanted[];
}

/** What policies said that is no refusal. */
interface Granted {
  /** The policies that trust nobody have nothing more to ask. */
  passes?: boolean;
  /** Why it may go anywhere. */
  relay?: Reason;
  /** Taken, and then thrown away or kept back. */
  fate?: 'discard' | 'hold';
  /** Nothing that is asked later can save it. */
  isCondemned?: boolean;
}

export interface SessionParts {
  hostName: string;
  listener: Listener;
  conn: Connection;
  agent: MailAgent;
  policies: PolicyRunner;
  /** A letter from outside gets its name. */
  newMessage: () => string;
}

export class SmtpSession {
  readonly hostName: string;
  readonly listener: Listener;
  readonly conn: Connection;
  readonly agent: MailAgent;
  readonly #newMessage: () => string;
  #named = false;
  readonly #policies: PolicyRunner;
  helo: { verb: 'HELO' | 'EHLO' | 'LHLO'; argument: string } | undefined;
  login: string | undefined;
  tls: ClientFacts['tls'];
  clientName: string | undefined;
  /** It was made to wait for the greeting, and said this before. */
  greeting: { early?: ByteString } | undefined;
  transaction: Transaction | undefined;
  /** Decided early, to be spoken at RCPT. */
  #pending: Refusal | undefined;
  #changes = noChanges();
  /** Granted to the session, and to the letter under way. */
  #granted: Granted = {};
  #grantedLetter: Granted = {};

  constructor(parts: SessionParts) {
    this.hostName = parts.hostName;
    this.listener = parts.listener;
    this.conn = parts.conn;
    this.agent = parts.agent;
    this.#newMessage = parts.newMessage;
    this.#policies = parts.policies;
  }

  get isSubmission(): boolean {
    return this.listener.protocol === 'submission';
  }

  /** It leads straight into mailboxes (RFC 2033): who may send was asked by the server that calls. */
  get isLmtp(): boolean {
    return this.listener.protocol === 'lmtp';
  }

  /** Why the client may send anywhere; undefined when it may not. */
  get relayPermission(): Reason | undefined {
    const { login, isSubmission } = this;
    return (
      this.agent.relayPermission({ address: this.conn.client.address, login, isSubmission }) ??
      this.#granted.relay ??
      this.#grantedLetter.relay
    );
  }

  /** What becomes of the letter once it has been taken, when that isn't delivery. */
  get fate(): Granted['fate'] {
    return this.#granted.fate ?? this.#grantedLetter.fate;
  }

  get client(): ClientFacts {
    return {
      address: this.conn.client.address,
      helo: this.helo?.argument ?? '',
      protocol: this.#protocol(),
      ...(this.clientName === undefined ? {} : { name: this.clientName }),
      ...(this.login === undefined ? {} : { login: this.login }),
      ...(this.tls === undefined ? {} : { tls: this.tls }),
    };
  }

  /** Whether the client waits for the greeting, and how; who may send anywhere doesn't. */
  get greetPause(): GreetPause | undefined {
    if (this.isSubmission || this.isLmtp || this.relayPermission) return undefined;
    return this.#policies.greeting(this.#seen({}));
  }

  /** The client is refused already, and kept only until it can be told so. */
  get isScreened(): boolean {
    return this.#pending?.screened === true;
  }

  /** What policies change about the letter under way. */
  get changes(): LetterChanges {
    return this.#changes;
  }

  /** A letter from outside gets its name; one from a host of the lab brings it along. */
  nameLetter(): void {
    if (this.conn.carried) return;
    this.conn.carried = { message: this.#newMessage() };
    this.#named = true;
  }

  /** Forgets the transaction, not the greeting (RFC 5321 section 4.1.1.5). */
  reset(): void {
    this.transaction = undefined;
    // A host of the lab says itself which letter its connection carries; only what was named here ends here.
    if (this.#named) this.conn.carried = undefined;
    this.#named = false;
    this.#changes = noChanges();
    this.#grantedLetter = {};
    if (this.#pending && this.#pending.stage !== 'connect' && this.#pending.stage !== 'helo') this.#pending = undefined;
  }

  /** TLS began: what was said in the clear counts no more (RFC 3207 section 4.2). */
  startOver(tls: ClientFacts['tls']): void {
    this.reset();
    this.helo = undefined;
    this.login = undefined;
    this.tls = tls;
  }

  /**
   * Asks the policies about a stage. Returns the reply to give now, if any; a refusal before RCPT
   * waits for RCPT when the host delays it.
   */
  async decide(
    stage: SessionStage,
    about: { forwardPath?: string; message?: Message } = {},
  ): Promise<Reply | undefined> {
    // Strangers don't call here. What its owners want of a mailbox is asked at delivery.
    if (this.isLmtp) return undefined;
    // Postfix lists its own networks and its own users before any check: so do we. An open relay checks nobody either.
    const permitted = this.relayPermission !== undefined;
    if (permitted && !this.#policies.concerns('own')) return undefined;
    const pending = this.#pending;
    if (pending && (!permitted || pending.forEverybody)) {
      return stage === 'rcpt' ? this.#speak(pending, stage) : undefined;
    }
    const passes = this.#granted.passes === true || this.#grantedLetter.passes === true;
    const standing = permitted ? 'own' : passes ? 'welcome' : 'stranger';
    const { conn } = this;
    const outcome = await this.#policies.ask(stage, standing, this.#seen(about), conn.speaker('server'), conn.last);
    addChanges(this.#changes, outcome.changes);
    this.#grant(outcome, stage);
    return this.#replyTo(outcome, stage);
  }

  /** A letter that its header condemns isn't looked at any further. */
  async decideLetter(message: Message): Promise<Reply | undefined> {
    const refusal = await this.decide('header', { message });
    if (refusal || this.#grantedLetter.isCondemned) return refusal;
    return this.decide('message', { message });
  }

  #grant({ verdict, relay }: Outcome, stage: PolicyStage): void {
    const granted: Granted = {
      ...(verdict === 'accept' ? { passes: true } : {}),
      ...(relay === undefined ? {} : { relay }),
      ...(verdict === 'discard' && stage === 'header' ? { isCondemned: true } : {}),
      ...(verdict === 'discard' ? { fate: 'discard' } : verdict === 'quarantine' ? { fate: 'hold' } : {}),
    };
    if (isEarly(stage) && stage !== 'mail') Object.assign(this.#granted, granted);
    // A recipient who is welcome doesn't make the next one so.
    else if (stage !== 'rcpt' || granted.fate !== undefined) Object.assign(this.#grantedLetter, granted);
  }

  #replyTo(outcome: Outcome, stage: PolicyStage): Reply | undefined {
    const { refusal } = outcome;
    if (!refusal) return undefined;
    if (!isEarly(stage) || refusal.atOnce || !this.agent.settings.delayReject) return this.#speak(refusal, stage);
    this.#pending = refusal;
    return undefined;
  }

  #speak(refusal: Refusal, at: PolicyStage): Reply {
    const { policy, stage, reply, decided } = refusal;
    this.conn.speaker('server').emit('policy.spoken', { policy, stage, at, reply: replyText(reply) }, decided);
    return reply;
  }

  #seen(about: { forwardPath?: string; message?: Message }): Omit<PolicySession, 'earlier' | 'results'> {
    return {
      clientAddress: this.conn.client.address,
      secure: this.tls !== undefined,
      recipients: this.transaction?.recipients ?? [],
      ...(this.clientName === undefined ? {} : { clientName: this.clientName }),
      ...(this.greeting === undefined ? {} : { greeting: this.greeting }),
      ...(this.helo === undefined ? {} : { helo: this.helo.argument }),
      ...(this.login === undefined ? {} : { login: this.login }),
      ...(this.transaction === undefined ? {} : { reversePath: this.transaction.reversePath }),
      ...(this.transaction?.declaredSize === undefined ? {} : { declaredSize: this.transaction.declaredSize }),
      ...about,
    };
  }

  #protocol(): string {
    // RFC 3848: E for EHLO, S for TLS, A for AUTH; the letters after SMTP exist only with the E.
    if (this.isLmtp) return this.tls === undefined ? 'LMTP' : 'LMTPS';
    if (this.helo?.verb !== 'EHLO') return 'SMTP';
    return `ESMTP${this.tls === undefined ? '' : 'S'}${this.login === undefined ? '' : 'A'}`;
  }
}

/** Before anybody knows who the letter is for. */
function isEarly(stage: PolicyStage): boolean {
  return stage === 'connect' || stage === 'helo' || stage === 'mail';
}
