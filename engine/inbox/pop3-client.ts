// The client's end of a POP3 dialog: asks one command after the other and reads what comes. Counterpart: access/pop3/
// answers; pop3-reader.ts knows what to ask. Rule: RFC 1939, with TLS of RFC 2595 and APOP where there is none; a reply
// that isn't one ends the session.

import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';

import { type ByteString, toByteString } from '../../mail/bytes.ts';
import { unstuffDots } from '../../mail/smtp/data.ts';
import type { Disposable } from '../disposable.ts';
import type { Connection } from '../internet/connection.ts';
import type { Dialled } from '../internet/internet.ts';
import { listenTo } from '../internet/listen-to.ts';
import { startTls } from '../internet/tls.ts';
import type { ActivityClock } from '../world.ts';
import { INBOX_LIMITS } from './limits.ts';

/** The server said no, or nothing that can be understood; the message is its own. */
export class Pop3Error extends Error {
  override name = 'Pop3Error';
}

export interface Pop3ClientParts {
  dialled: Dialled;
  /** TLS from the first octet; otherwise it is asked for where the server has it. */
  implicitTls: boolean;
  servername: string;
  authority: () => string;
  activity: ActivityClock;
  login: { name: string; password: string };
}

interface Waiting {
  resolve: (octets: Uint8Array) => void;
  reject: (error: Error) => void;
}

const END = Buffer.from('\r\n.\r\n');
const CRLF = Buffer.from('\r\n');

export class Pop3Client {
  readonly conn: Connection;
  readonly capabilities = new Set<string>();
  #socket: Duplex;
  #ears: Disposable;
  #pieces: Buffer[] = [];
  #octets = 0;
  /** The last octets that came: an end may be cut in two. */
  #tail: Buffer = Buffer.alloc(0);
  #isBroken = false;
  /** Whoever waits, and what ends what they wait for. */
  #waiting: (Waiting & { end: Buffer }) | undefined;

  private constructor(dialled: Dialled) {
    this.conn = dialled.conn;
    this.#socket = dialled.socket;
    this.#ears = this.#listen();
  }

  /** Greeting, TLS, login. Throws Pop3Error. */
  static async open({ dialled, implicitTls, login, ...trust }: Pop3ClientParts): Promise<Pop3Client> {
    const client = new Pop3Client(dialled);
    try {
      if (implicitTls) await client.#secure(trust);
      const greeting = await client.#reply();
      await client.#askCapabilities();
      const isUpgraded = !implicitTls && client.capabilities.has('STLS');
      if (isUpgraded) {
        await client.ask('STLS');
        await client.#secure(trust);
        await client.#askCapabilities();
      }
      // In the clear the password is proved and not said, where the greeting has something to prove it on.
      const challenge = implicitTls || isUpgraded ? '' : (/<[^<>]+>/.exec(greeting)?.[0] ?? '');
      await client.#logIn(login, challenge);
      return client;
    } catch (error) {
      client.cut();
      throw error;
    }
  }

  get isUsable(): boolean {
    return !this.#isBroken;
  }

  /** Asks for a line; the text behind `+OK`. */
  ask(command: string): Promise<string> {
    this.#send(command);
    return this.#reply();
  }

  /** Asks for lines, or for a letter: its octets without the dots. */
  async askForMore(command: string): Promise<ByteString> {
    await this.ask(command);
    // The line end of the reply counts for the lone dot, which may be all that comes.
    this.#pieces.unshift(CRLF);
    this.#octets += CRLF.length;
    return toByteString(unstuffDots((await this.#until(END)).subarray(CRLF.length)));
  }

  /** What is marked as deleted goes now (RFC 1939 section 6). */
  async quit(): Promise<void> {
    await this.ask('QUIT');
    this.#socket.end();
    await this.conn.closed;
  }

  cut(): void {
    this.#isBroken = true;
    this.#socket.destroy();
  }

  async #askCapabilities(): Promise<void> {
    this.capabilities.clear();
    // RFC 2449 is younger than RFC 1939: an old server doesn't know the question.
    const lines = await this.askForMore('CAPA').catch(() => '');
    for (const line of lines.split('\r\n')) this.capabilities.add(line.split(' ')[0]?.toUpperCase() ?? '');
  }

  async #logIn({ name, password }: { name: string; password: string }, challenge: string): Promise<void> {
    if (challenge !== '') {
      const digest = createHash('md5')
        .update(challenge + password)
        .digest('hex');
      await this.ask(`APOP ${name} ${digest}`);
      return;
    }
    await this.ask(`USER ${name}`);
    await this.ask(`PASS ${password}`);
  }

  async #secure(trust: Pick<Pop3ClientParts, 'servername' | 'authority' | 'activity'>): Promise<void> {
    this.#ears.dispose();
    const { servername, activity, authority } = trust;
    try {
      const secured = await startTls(this.#socket, { servername, authority: authority(), verify: true, activity });
      this.#socket = secured.socket;
    } catch (error) {
      throw new Pop3Error((error as Error).message);
    }
    this.#pieces = [];
    this.#octets = 0;
    this.#tail = Buffer.alloc(0);
    this.#ears = this.#listen();
  }

  #listen(): Disposable {
    this.#socket.on('error', (error: Error) => this.#break(new Pop3Error(error.message)));
    return listenTo(this.#socket, {
      data: (piece) => this.#hear(piece),
      close: () => this.#break(new Pop3Error('the server closed the connection')),
    });
  }

  #hear(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#octets += piece.length;
    const near = Buffer.concat([this.#tail, piece]);
    this.#tail = near.subarray(-END.length + 1);
    if (this.#octets > INBOX_LIMITS.letterOctets) this.#break(new Pop3Error('what the server sends is too long'));
    // A letter of megabytes comes in a thousand pieces: they are joined when its end is there.
    else if (this.#waiting && near.includes(this.#waiting.end)) this.#serve();
  }

  #break(error: Error): void {
    this.#isBroken = true;
    this.#socket.destroy();
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }

  #send(command: string): void {
    if (!this.#isBroken) this.#socket.write(Buffer.from(`${command}\r\n`, 'latin1'));
  }

  async #reply(): Promise<string> {
    const line = toByteString(await this.#until(CRLF)).trimEnd();
    if (/^\+OK\b/i.test(line)) return line.slice(3).trim();
    throw new Pop3Error(line.replace(/^-ERR\s*/i, '').slice(0, INBOX_LIMITS.replyOctets) || 'the server said no');
  }

  /** Everything up to and with `end`. */
  #until(end: Buffer): Promise<Uint8Array> {
    if (this.#isBroken) return Promise.reject(new Pop3Error('the connection is closed'));
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject, end };
      this.#serve();
    });
  }

  #serve(): void {
    const waiting = this.#waiting;
    if (!waiting) return;
    const at = this.#joined().indexOf(waiting.end);
    if (at === -1) return;
    this.#waiting = undefined;
    waiting.resolve(this.#take(at + waiting.end.length));
  }

  #joined(): Buffer {
    const [first] = this.#pieces;
    if (this.#pieces.length === 1 && first) return first;
    const joined = Buffer.concat(this.#pieces);
    this.#pieces = [joined];
    return joined;
  }

  #take(length: number): Uint8Array {
    const joined = this.#joined();
    const rest = joined.subarray(length);
    this.#pieces = rest.length > 0 ? [rest] : [];
    this.#octets = rest.length;
    return joined.subarray(0, length);
  }
}

/** For whoever reads the lines of LIST and UIDL: the number, and what stands behind it. */
export function numberedLines(lines: ByteString): [number: number, value: string][] {
  return lines.split('\r\n').flatMap((line): [number, string][] => {
    const [, number, value] = /^(\d{1,9}) (\S+)/.exec(line) ?? [];
    return number === undefined || value === undefined ? [] : [[Number(number), value]];
  });
}
