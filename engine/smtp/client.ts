// The SMTP client of our mail servers and of the lab's mail programs: one connection, one command
// at a time, each reply kept. Counterpart: mta/delivery.ts, mua.ts. Rule: a refusal is a value, an
// error is a broken connection; what happened to each recipient is known by name.

import type { Duplex } from 'node:stream';

import { ReplyReader, parseEhlo, type ReadReply } from '../../mail/smtp/reply-parser.ts';
import {
  letterParameters,
  recipientParameters,
  type LetterWishes,
  type RecipientWishes,
} from '../../mail/dsn/wishes.ts';
import { stuffedPieces } from '../../mail/smtp/data.ts';
import type { Mta } from '../../contract/topology.ts';
import type { Disposable } from '../disposable.ts';
import type { Connection } from '../internet/connection.ts';
import type { Dialled } from '../internet/internet.ts';
import { listenTo } from '../internet/listen-to.ts';
import { startTls } from '../internet/tls.ts';
import { SMTP_LIMITS } from '../limits.ts';
import type { WorkMeter } from '../work.ts';
import type { ActivityClock } from '../world.ts';
import { hasEightBit, isInternational, UTF8_REQUIRED } from './beyond-ascii.ts';
import { ClientError, DOING, doingOf, RefusedError, TlsError } from './client-errors.ts';
import { fatesOf } from './lmtp-fates.ts';

export interface ClientOptions {
  dialled: Dialled;
  /** What to call ourselves. */
  helo: string;
  /** The server speaks LMTP: each recipient has a reply of its own to the letter (RFC 2033). */
  lmtp?: boolean;
  activity: ActivityClock;
  work: WorkMeter;
  isHeld: (conn: Connection) => boolean;
  /** As Postfix has it: when offered; or no delivery; and only with a certificate that is right. `implicit`: from the first octet. */
  tls: Mta['outboundTls'] | 'implicit';
  /** Commands of the next letter go out without waiting for the answers, where the server offers that (RFC 2920). */
  pipelining?: () => boolean;
  /** Name in the other end's certificate, and the authority that vouches for it. */
  servername: string;
  authority: () => string;
  login?: { name: string; password: string };
}

/** What became of a transaction. */
export interface TransactionResult {
  /** Each recipient's final reply: its RCPT's refusal, or what the whole letter got; and what that was in reply to. */
  recipients: { address: string; reply: ReadReply; during: string }[];
  /** The other end was told what the sender wants to hear, and answers for it from here on. */
  reports: boolean;
}

/** What the sender wants to hear about the letter and about each recipient. */
export interface SendWishes {
  letter: LetterWishes;
  of: (recipient: string) => RecipientWishes;
}

const NO_WISHES: SendWishes = { letter: {}, of: () => ({}) };

export class SmtpClient {
  readonly #options: ClientOptions;
  #socket: Duplex;
  #ears: Disposable;
  #reader = new ReplyReader();
  #waiting: { resolve: (reply: ReadReply) => void; reject: (error: Error) => void; timer: Disposable } | undefined;
  readonly #replies: ReadReply[] = [];
  #broken: Error | undefined;
  /** What it is at, in case the connection breaks. */
  #doing: string = DOING.greeting;
  #extensions = new Map<string, string[]>();

  private constructor(options: ClientOptions) {
    this.#options = options;
    this.#socket = options.dialled.socket;
    this.#ears = this.#listen();
  }

  /** Opens the session: banner, EHLO, TLS, AUTH. Throws RefusedError or ClientError. */
  static async open(options: ClientOptions): Promise<SmtpClient> {
    const client = new SmtpClient(options);
    try {
      if (options.tls === 'implicit') await client.#secure();
      accept(await client.#reply(SMTP_LIMITS.reply_ms));
      await client.#hello();
      if (options.tls !== 'none' && options.tls !== 'implicit') await client.#upgrade();
      if (options.login) accept(await client.#authenticate(options.login));
      return client;
    } catch (error) {
      await client.close();
      throw error;
    }
  }

  get usable(): boolean {
    return this.#broken === undefined;
  }

  /** The conversation, for what is told about it. */
  get conn(): Connection {
    return this.#options.dialled.conn;
  }

  /** Idle from now on: nobody's work. */
  rest(): void {
    this.conn.work?.dispose();
    this.conn.work = undefined;
  }

  /** In use again. */
  resume(): void {
    this.conn.work ??= this.#options.work.begin(() => this.#options.isHeld(this.conn));
  }

  /** Sends one letter. Throws ClientError when the connection breaks; then the letter's fate is open. */
  async send(
    reversePath: string,
    recipients: readonly string[],
    octets: Uint8Array,
    wishes: SendWishes = NO_WISHES,
  ): Promise<TransactionResult> {
    const size = this.#extensions.has('SIZE') ? ` SIZE=${octets.length}` : '';
    const body = this.#extensions.has('8BITMIME') && hasEightBit(octets) ? ' BODY=8BITMIME' : '';
    const reports = this.#extensions.has('DSN');
    const dsn = reports ? letterParameters(wishes.letter) : '';
    const utf8 = [reversePath, ...recipients].some(isInternational);
    if (utf8 && !this.#extensions.has('SMTPUTF8')) {
      const during = 'MAIL FROM command';
      return { recipients: recipients.map((address) => ({ address, reply: UTF8_REQUIRED, during })), reports };
    }
    const mailLine = `MAIL FROM:<${reversePath}>${size}${body}${dsn}${utf8 ? ' SMTPUTF8' : ''}`;
    const rcptLines = recipients.map(
      (address) => `RCPT TO:<${address}>${reports ? recipientParameters(wishes.of(address)) : ''}`,
    );
    const ask = this.#asker([mailLine, ...rcptLines, 'DATA']);
    const mail = await ask(mailLine);
    const results: TransactionResult['recipients'] = [];
    const accepted: string[] = [];
    if (mail.code >= 400) {
      results.push(...recipients.map((address) => ({ address, reply: mail, during: 'MAIL FROM command' })));
      if (!ask.ahead) return { recipients: results, reports };
    }
    for (const [at, address] of recipients.entries()) {
      const reply = await ask(rcptLines[at] ?? '');
      if (mail.code >= 400) continue;
      if (reply.code < 300) accepted.push(address);
      else results.push({ address, reply, during: 'RCPT TO command' });
    }
    if (accepted.length === 0) {
      // A DATA that went ahead is answered in any case; a server that takes it all the same gets nothing.
      if (ask.ahead && (await ask('DATA')).code === 354) await this.#sendData(new Uint8Array());
      await this.#ask('RSET');
      return { recipients: results, reports };
    }
    const data = await ask('DATA');
    const final = data.code === 354 ? await this.#sendData(octets) : data;
    const during = data.code === 354 ? 'end of DATA command' : 'DATA command';
    if (this.#options.lmtp && data.code === 354) {
      const next = () => this.#reply(SMTP_LIMITS.dataReply_ms);
      results.push(...(await fatesOf(accepted, final, during, next)));
    } else results.push(...accepted.map((address) => ({ address, reply: final, during })));
    return { recipients: results, reports };
  }

  /** Says goodbye if it can, and waits until both ends are closed. */
  async close(): Promise<void> {
    if (this.usable) await this.#ask('QUIT').catch(() => undefined);
    this.#socket.end();
    this.#options.dialled.socket.end();
    await this.#options.dialled.conn.closed;
  }

  /** STARTTLS (RFC 3207), if it is offered; an error if it has to be and isn't. */
  async #upgrade(): Promise<void> {
    const optional = this.#options.tls === 'may';
    if (!this.#extensions.has('STARTTLS')) {
      if (!optional) throw new TlsError('not offered', 'TLS is required, but was not offered');
      return;
    }
    const reply = await this.#ask('STARTTLS');
    if (reply.code === 220) {
      await this.#secure();
      await this.#hello();
    } else if (!optional) throw new TlsError('refused', `${reply.code} ${reply.text.join(' ')}`);
  }

  #listen(): Disposable {
    this.#socket.on('error', (error: NodeJS.ErrnoException) => this.#onError(error));
    return listenTo(this.#socket, {
      data: (bytes) => this.#take(bytes),
      end: () => {
        this.#breakFor('lost', 'the server closed the connection');
        this.#socket.end();
      },
      close: () => this.#breakFor('lost', 'the connection was lost'),
    });
  }

  #onError({ code, message }: NodeJS.ErrnoException): void {
    // Octets that were changed on their way.
    if (code?.startsWith('ERR_SSL') === true) this.conn.speaker('client').emit('tls.failed', { problem: code });
    this.#breakFor('lost', message);
  }

  #take(bytes: Uint8Array): void {
    try {
      this.#replies.push(...this.#reader.push(bytes));
    } catch (error) {
      this.#breakFor('nonsense', (error as Error).message);
      return;
    }
    const waiting = this.#waiting;
    if (!waiting) return;
    const reply = this.#replies.shift();
    if (!reply) return;
    this.#waiting = undefined;
    waiting.timer.dispose();
    waiting.resolve(reply);
  }

  #breakFor(problem: ClientError['problem'], message: string): void {
    if (!this.#broken) this.#break(new ClientError(problem, this.#doing, message));
  }

  #break(error: Error): void {
    this.#broken ??= error;
    this.conn.faults?.giveUp();
    this.#waiting?.timer.dispose();
    this.#waiting?.reject(this.#broken);
    this.#waiting = undefined;
  }

  #reply(limit_ms: number): Promise<ReadReply> {
    const ready = this.#replies.shift();
    if (ready) return Promise.resolve(ready);
    if (this.#broken) return Promise.reject(this.#broken);
    return new Promise<ReadReply>((resolve, reject) => {
      const timer = this.#options.activity.after(limit_ms, () => {
        this.#breakFor('timed out', 'no reply in time');
        this.#socket.destroy();
      });
      this.#waiting = { resolve, reject, timer };
    });
  }

  #ask(command: string, limit_ms: number = SMTP_LIMITS.reply_ms): Promise<ReadReply> {
    if (this.#broken) return Promise.reject(this.#broken);
    this.#doing = doingOf(command);
    this.#socket.write(Buffer.from(`${command}\r\n`, 'latin1'));
    return this.#reply(limit_ms);
  }

  /** Asks one command of a transaction after the other; all of them may have gone out ahead (RFC 2920). */
  #asker(commands: readonly string[]): ((command: string) => Promise<ReadReply>) & { ahead: boolean } {
    const ahead = this.#extensions.has('PIPELINING') && this.#options.pipelining?.() === true;
    if (ahead && !this.#broken) this.#socket.write(Buffer.from(commands.map((one) => `${one}\r\n`).join(''), 'latin1'));
    const ask = (command: string) => {
      if (!ahead) return this.#ask(command);
      this.#doing = doingOf(command);
      return this.#reply(SMTP_LIMITS.reply_ms);
    };
    return Object.assign(ask, { ahead });
  }

  async #hello(): Promise<void> {
    const ehlo = await this.#ask(`${this.#options.lmtp ? 'LHLO' : 'EHLO'} ${this.#options.helo}`);
    if (this.#options.lmtp) accept(ehlo);
    if (ehlo.code < 300) {
      this.#extensions = parseEhlo(ehlo);
      return;
    }
    // RFC 5321 section 3.2: a server that doesn't know EHLO is asked with HELO.
    this.#extensions = new Map();
    accept(await this.#ask(`HELO ${this.#options.helo}`));
  }

  async #authenticate({ name, password }: { name: string; password: string }): Promise<ReadReply> {
    const token = Buffer.from(`\0${name}\0${password}`).toString('base64');
    return this.#ask(`AUTH PLAIN ${token}`);
  }

  async #secure(): Promise<void> {
    this.#ears.dispose();
    const { servername, authority, tls } = this.#options;
    try {
      // Without proof any certificate will do (RFC 7435): it is better than the clear.
      const verify = tls === 'verify' || tls === 'implicit';
      const { activity } = this.#options;
      this.#socket = (await startTls(this.#socket, { servername, authority: authority(), verify, activity })).socket;
    } catch (error) {
      const failure = new TlsError('handshake', (error as Error).message);
      this.#break(failure);
      throw failure;
    }
    // What was said in the clear after the 220 isn't the server's word (RFC 3207 section 6).
    this.#replies.length = 0;
    this.#reader = new ReplyReader();
    this.#ears = this.#listen();
  }

  /** A large letter goes as fast as the other end takes it. */
  async #sendData(octets: Uint8Array): Promise<ReadReply> {
    this.#doing = DOING.data;
    for (const piece of stuffedPieces(octets, SMTP_LIMITS.dataBlockOctets)) {
      if (!this.#socket.write(piece) && octets.length > SMTP_LIMITS.dataBlockOctets) await this.#drained();
      if (this.#broken) throw this.#broken;
    }
    this.#doing = DOING.dot;
    return this.#reply(SMTP_LIMITS.dataReply_ms);
  }

  /** Resolves when the other end has taken what was written, or there is nobody left to take it. */
  #drained(): Promise<void> {
    const socket = this.#socket;
    return new Promise((resolve) => {
      const done = () => {
        timer.dispose();
        for (const event of ['drain', 'close', 'end']) socket.off(event, done);
        resolve();
      };
      const timer = this.#options.activity.after(SMTP_LIMITS.dataBlock_ms, () => {
        this.#breakFor('timed out', 'the server takes no more data');
        socket.destroy();
        done();
      });
      for (const event of ['drain', 'close', 'end']) socket.on(event, done);
    });
  }
}

function accept(reply: ReadReply): void {
  if (reply.code >= 400) throw new RefusedError(reply);
}
