// The wire of an SMTP session: smtp-server's connection with our greeting, our command handlers,
// our clock, and TLS that is captured above and below. Counterpart: session.ts (what is known).
// Rule: smtp-server cuts lines, runs the data mode and SASL; every word that is said is ours.

import { SMTPConnection } from 'smtp-server/lib/smtp-connection.js';
import type { SMTPServer } from 'smtp-server';

import { type ByteString, toByteString } from '../../mail/bytes.ts';
import { parseCommand } from '../../mail/smtp/command.ts';
import { formatReplyLines, REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import { acceptTls, type Secured } from '../internet/tls.ts';
import type { TappedSocket } from '../internet/tapped-socket.ts';
import { SMTP_LIMITS } from '../limits.ts';
import type { GreetPause } from '../policy/policy.ts';
import type { WorkMeter } from '../work.ts';
import type { ActivityClock } from '../world.ts';
import { type BareLineFeeds, lineFeedsFor } from './bare-line-feeds.ts';
import { deliverLetter, takeLetter } from './after-the-dot.ts';
import type { Answer } from './command-handler.ts';
import { COMMANDS } from './commands/index.ts';
import { has, isKept } from './extensions.ts';
import { IdleWatch } from './idle-watch.ts';
import { LetterBuffer } from './letter-buffer.ts';
import { outOfOrder } from './order.ts';
import { replyText } from './reply-text.ts';
import type { SmtpSession } from './session.ts';

/** Commands of the Web, by which a browser is made to talk to a mail server (Postfix: smtpd_forbidden_commands). */
const FORBIDDEN = new Set(['CONNECT', 'GET', 'POST']);

type Parser = Exclude<SMTPConnection['_parser'], false>;

/** Lets the client wait before the greeting; resolves with what it said meanwhile. */
export type Wait = (pause: GreetPause) => Promise<{ early?: ByteString }>;
/** Looks the client up before the banner; without a reply the session goes on in silence. */
export type Greet = (wait: Wait) => Promise<Reply | undefined>;

export interface WireParts {
  server: SMTPServer;
  socket: TappedSocket;
  session: SmtpSession;
  activity: ActivityClock;
  work: WorkMeter;
  /** The host's certificate, made when first needed. */
  secureContext: () => import('node:tls').SecureContext;
  greet: Greet;
}

export class LabSmtpConnection extends SMTPConnection {
  readonly #parts: WireParts;
  readonly #mail: SmtpSession;
  readonly #idle: IdleWatch;
  /** Where a bare LF ends a line: what makes CRLF of it. */
  #lineFeeds: BareLineFeeds | undefined;
  #errors = 0;
  readonly #early: (() => void)[] = [];
  #heardEarly: ByteString | undefined;
  /** Ends a greet pause: the client spoke, or went away. */
  #endPause: (() => void) | undefined;

  constructor(parts: WireParts) {
    // smtp-server is written for net.Socket and uses what TappedSocket has of it.
    super(parts.server, parts.socket as never, { id: parts.socket.conn.id });
    this.#parts = parts;
    this.#mail = parts.session;
    this.#idle = new IdleWatch(parts.activity, () => this.#hangUpOnSilence());
  }

  override init(): void {
    this.#listenTo(this.#tapped);
    if (this.#mail.listener.tls === 'implicit') void this.#secure(() => void this.#greet());
    else {
      this.#tapped.pipe(this.#openParser);
      void this.#greet();
    }
  }

  /** smtp-server's own words (SASL, the parser's complaints) go out through ours. */
  override send(code: number, data?: string | string[] | null, context?: string | false): void {
    const enhanced = this._getEnhancedStatusCode(code, context);
    const text = data ?? '';
    this.#say(enhanced === '' ? { code, text } : { code, enhanced, text });
    if (code === 421) this.close();
  }

  override _armTimeout(): void {
    this.#idle.restart(this.#tapped);
  }

  #hangUpOnSilence(): void {
    if (this._closed) return;
    this.#say(REPLIES.timeout(this.#mail.hostName));
    this.close();
  }

  override _createParser(): Parser {
    const parser = super._createParser();
    // A client may close its side with commands still in the pipe: they are answered first.
    parser.once('finish', () => this.close());
    const feed = parser._feedDataStream.bind(parser);
    parser._feedDataStream = (piece, done) => feed(this.#lineFeeds?.complete(piece) ?? piece, done);
    return parser;
  }

  override _onCommand(line: Buffer, next: () => void = () => undefined): void {
    if (this._upgrading || this._closing) {
      next();
      return;
    }
    if (!this._ready) {
      // The client talks before the banner: it is heard once the banner is out.
      this.#early.push(() => this._onCommand(line, next));
      this.#heardEarly ??= toByteString(line);
      this.#endPause?.();
      return;
    }
    this._armTimeout();
    const work = this.#parts.work.begin(() => this.#tapped.holds.isHeld(this.#mail.conn));
    const handled = this._nextHandler ? this.#continueAuth(line) : this.#command(line);
    handled
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        work.dispose();
        this._whenWritable(next);
      });
  }

  override upgrade(callback: () => void): void {
    // The 220 goes in the clear.
    this.#tapped.uncork();
    this.#tapped.unpipe(this.#openParser);
    // What the old parser still holds came in the clear after STARTTLS: it must never run (RFC 3207 section 6).
    this.#openParser.isClosed = true;
    this._parser = this._createParser();
    setImmediate(callback);
    void this.#secure(() => undefined);
  }

  override _onClose(): void {
    this.#idle.stop();
    this.#endPause?.();
    super._onClose();
  }

  get #tapped(): TappedSocket {
    return this._socket as unknown as TappedSocket;
  }

  get #openParser(): Parser {
    if (!this._parser) throw new Error('the session is over');
    return this._parser;
  }

  #listenTo(socket: TappedSocket): void {
    socket.on('close', () => this._onCloseEvent(false));
    socket.on('error', () => socket.destroy());
    this._armTimeout();
  }

  async #greet(): Promise<void> {
    const work = this.#parts.work.begin(() => this.#tapped.holds.isHeld(this.#mail.conn));
    try {
      const reply = await this.#parts.greet((pause) => this.#pause(pause));
      if (this._closed || this._closing) return;
      if (reply) this.#say(reply);
      this._ready = reply === undefined || reply.code < 400;
      if (!this._ready) this.close();
      // Whoever was heard before the banner is answered now; only what comes from here on can come too early.
      this.#tapped.takePipelined();
      for (const late of this.#early.splice(0)) late();
    } finally {
      work.dispose();
    }
  }

  /** A half greeting, and silence: who can't wait is no mail server (Postfix: postscreen_greet_wait). */
  #pause({ pause_ms, teaser }: GreetPause): Promise<{ early?: ByteString }> {
    const [first = ''] = formatReplyLines(REPLIES.greetingTeaser(this.#mail.hostName)).split(/(?<=\n)/);
    if (teaser) this.#tapped.write(Buffer.from(first, 'latin1'));
    return new Promise((resolve) => {
      const timer = this.#parts.activity.pass(pause_ms, () => this.#endPause?.());
      this.#endPause = () => {
        this.#endPause = undefined;
        timer.dispose();
        resolve(this.#heardEarly === undefined ? {} : { early: this.#heardEarly });
      };
      if (this.#heardEarly !== undefined || this._closed) this.#endPause();
    });
  }

  #say(reply: Reply): void {
    if (this._upgrading || this.#tapped.readyState !== 'open') return;
    const { code, text } = reply;
    const said = has(this.#mail, 'ENHANCEDSTATUSCODES') ? reply : { code, text };
    this.#gather();
    this.#tapped.write(Buffer.from(formatReplyLines(said), 'latin1'));
  }

  /** Replies to commands that came in one piece go back in one piece (RFC 2920 section 3.2). */
  #gather(): void {
    const tapped = this.#tapped;
    if (tapped.commandsWaiting < 2 || tapped.writableCorked > 0) return;
    tapped.cork();
    setImmediate(() => tapped.uncork());
  }

  async #command(line: Buffer): Promise<void> {
    const command = parseCommand(toByteString(line));
    const verb = command.verb === 'bad' ? command.command : command.verb;
    if (command.verb === 'unknown' && FORBIDDEN.has(command.word.toUpperCase())) {
      this.#say({ code: 221, enhanced: '2.7.0', text: 'Error: I can break rules, too. Goodbye.' });
      this.close();
      return;
    }
    const early = this.#untimely() ?? outOfOrder(this.#mail, verb);
    // Who was refused before it began and goes on to DATA has nothing more to hear.
    const isOver = early === REPLIES.noValidRecipients && this.#mail.isScreened;
    if (early) return this.#answer(isOver ? { reply: early, next: 'close' } : { reply: early });
    if (command.verb === 'bad') return this.#answer({ reply: command.reply });
    if (command.verb === 'unknown') return this.#answer({ reply: REPLIES.notRecognized });
    if (command.verb === 'AUTH') return this.#startAuth(line, command.mechanism);
    const handler = isKept(this.#mail, command.verb) ? COMMANDS[command.verb] : undefined;
    return this.#answer(handler ? await handler(this.#mail, command) : { reply: REPLIES.notRecognized });
  }

  /** A client that doesn't wait where it was promised no pipelining (RFC 2920 section 3.1). */
  #untimely(): Reply | undefined {
    if (has(this.#mail, 'PIPELINING')) return undefined;
    return this.#tapped.takePipelined() ? REPLIES.improperPipelining : undefined;
  }

  #answer({ reply, next }: Answer): void {
    if (next === 'data') this.#lineFeeds = lineFeedsFor(this.#mail);
    this.#say(reply);
    if (reply.code >= 400) this.#countError();
    if (next === 'data') this.#startData();
    if (next === 'tls') this.upgrade(() => undefined);
    if (next === 'close') this.close();
  }

  /** A client that only makes mistakes is sent away (Postfix: smtpd_hard_error_limit). */
  #countError(): void {
    this.#errors += 1;
    if (this.#errors < SMTP_LIMITS.errors) return;
    this.#say(REPLIES.tooManyErrors(this.#mail.hostName));
    this.close();
  }

  #startAuth(line: Buffer, mechanism: string): Promise<void> {
    if (!this.#mail.isSubmission || !has(this.#mail, 'AUTH'))
      return Promise.resolve(this.#answer({ reply: REPLIES.authNotEnabled }));
    if (this.#mail.login !== undefined) return Promise.resolve(this.#answer({ reply: REPLIES.alreadyAuthenticated }));
    if (!this.#mail.agent.settings.smtp.authMechanisms.some((one) => one === mechanism)) {
      return Promise.resolve(this.#answer({ reply: REPLIES.authMechanismUnknown }));
    }
    return new Promise((resolve) => this.handler_AUTH(line, resolve));
  }

  #continueAuth(line: Buffer): Promise<void> {
    const step = this._nextHandler;
    this._nextHandler = false;
    if (!step) return Promise.resolve();
    return new Promise((resolve) => step.call(this, line, resolve));
  }

  #startData(): void {
    const limit = this.#mail.agent.settings.messageSizeLimit;
    const stream = this.#openParser.startDataMode(limit);
    // Too much is read to its end: the client has to hear why.
    const letter = new LetterBuffer(limit, this.#mail.transaction?.declaredSize);
    stream.on('data', (piece: Buffer) => {
      letter.add(piece);
      this._armTimeout();
    });
    stream.on('error', () => undefined);
    stream.on('end', () => {
      const { octets } = letter;
      void (this.#mail.isLmtp ? this.#endDelivery(letter.take(), octets) : this.#endData(letter.take(), octets));
    });
  }

  async #endData(message: Buffer | undefined, octets: number): Promise<void> {
    const work = this.#parts.work.begin(() => this.#tapped.holds.isHeld(this.#mail.conn));
    const session = this.#mail;
    const asked = session.conn.last;
    const reply = message ? await takeLetter(session, message) : REPLIES.messageTooBig;
    session.conn
      .speaker('server')
      .emit('smtp.data', { accepted: reply.code < 400, reply: replyText(reply), octets }, asked);
    this.#answer(reply.code === 521 ? { reply, next: 'close' } : { reply });
    // A letter that was smuggled behind this one isn't the one that the other host is sending.
    if (this.#lineFeeds?.endedBare) session.conn.carried = undefined;
    session.reset();
    if (this._parser) this._parser.continue();
    work.dispose();
  }

  /** LMTP: a reply for each recipient that was accepted, in their order (RFC 2033 section 4.2). */
  async #endDelivery(message: Buffer | undefined, octets: number): Promise<void> {
    const work = this.#parts.work.begin(() => this.#tapped.holds.isHeld(this.#mail.conn));
    const session = this.#mail;
    const asked = session.conn.last;
    const recipients = session.transaction?.recipients ?? [];
    const fates = message ? await deliverLetter(session, message) : REPLIES.messageTooBig;
    this.#tapped.cork();
    for (const forwardPath of recipients) {
      const reply = 'code' in fates ? fates : (fates.get(forwardPath) ?? REPLIES.tempFail);
      const told = { accepted: reply.code < 400, reply: replyText(reply), octets, forwardPath };
      session.conn.speaker('server').emit('smtp.data', told, asked);
      this.#say(reply);
    }
    this.#tapped.uncork();
    session.reset();
    if (this._parser) this._parser.continue();
    work.dispose();
  }

  async #secure(then: () => void): Promise<void> {
    this._upgrading = true;
    const lower = this.#tapped;
    let secured: Secured;
    try {
      secured = await acceptTls(
        lower,
        this.#parts.secureContext(),
        this.#mail.isLmtp ? 'lmtp' : 'smtp',
        this.#parts.activity,
      );
    } catch {
      // Told by `tls.failed`; nothing more can be said on this connection.
      lower.destroy();
      return;
    }
    const { socket, version, cipher, bits } = secured;
    this._socket = socket as never;
    this.secure = true;
    this._upgrading = false;
    this.session.user = false as never;
    this.#mail.startOver({ version, cipher, bits });
    this.#listenTo(socket);
    socket.pipe(this.#openParser);
    then();
  }

  #fail(error: unknown): void {
    this.#mail.conn.speaker('server').emit('engine.failed', { problem: 'smtp', detail: String(error) });
    this.#say(REPLIES.tempFail);
  }
}
