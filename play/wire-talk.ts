// A person at a dialog, in the clear or inside TLS: types a line, waits for the reply. Counterpart: player.ts.
// Rule: between 354 and the lone dot nothing answers, so nothing is waited for; where a reply ends is the lessons' own
// reading of the protocol (lessons/book/replies.ts).

import net from 'node:net';
import tls from 'node:tls';
import type { Duplex } from 'node:stream';

import { type Asked, GRAMMARS, type TalkProtocol } from '../lessons/book/replies.ts';

export class WireTalk {
  #stream: Duplex;
  readonly #socket: net.Socket;
  readonly #protocol: TalkProtocol;
  #asked: Asked = { verb: 'CONNECT', line: '', replies: [] };
  #heard = '';
  #ended = false;
  #inData = false;
  #waiting: (() => void) | undefined;

  private constructor(socket: net.Socket, protocol: TalkProtocol) {
    this.#socket = socket;
    this.#protocol = protocol;
    this.#stream = socket;
    this.#listen(socket);
  }

  static async open(port: number, protocol: TalkProtocol = 'smtp'): Promise<WireTalk> {
    const socket = net.connect({ host: '127.0.0.1', port });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new WireTalk(socket, protocol);
  }

  send(line: string): void {
    this.raw(`${line}\r\n`);
  }

  /** One character an octet. */
  raw(bytes: string): void {
    this.#stream.write(Buffer.from(bytes, 'latin1'));
  }

  /** Types a line; answers the reply, or '' where none is due. */
  async say(line: string): Promise<string> {
    this.send(line);
    if (this.#inData && line !== '.') return '';
    this.#asked = { verb: GRAMMARS[this.#protocol].verbOf(line), line, replies: [] };
    const reply = await this.reply();
    this.#inData = reply.startsWith('354');
    return reply;
  }

  async reply(): Promise<string> {
    const lines: string[] = [];
    for (;;) {
      const end = this.#heard.indexOf('\r\n');
      if (end >= 0) {
        lines.push(this.#heard.slice(0, end));
        this.#heard = this.#heard.slice(end + 2);
        if (this.#isLast(lines)) return lines.join('\n');
      } else if (this.#ended) return [...lines, '(closed)'].join('\n');
      else await new Promise<void>((resolve) => (this.#waiting = resolve));
    }
  }

  /** RETR's letter comes after its reply; a person waits for both. */
  #isLast(lines: readonly string[]): boolean {
    const last = lines.at(-1) ?? '';
    const asked = { ...this.#asked, replies: lines.slice(0, -1) };
    const isLetter = this.#protocol === 'pop3' && /^(?:RETR|TOP)$/.test(asked.verb) && lines[0]?.startsWith('+OK');
    // A server that asks for more has answered for now.
    if (last.startsWith('334') || (this.#protocol !== 'smtp' && /^\+(?: |$)/.test(last))) return true;
    return isLetter === true ? last === '.' : GRAMMARS[this.#protocol].isLast(asked, last);
  }

  /** STARTTLS has been answered. The lab's certificates are its own, and this person trusts them. */
  async secure(servername: string): Promise<void> {
    this.#socket.removeAllListeners('data');
    const secured = tls.connect({ socket: this.#socket, servername, rejectUnauthorized: false });
    await new Promise<void>((resolve, reject) => {
      secured.once('secureConnect', resolve);
      secured.once('error', reject);
    });
    this.#stream = secured;
    this.#listen(secured);
  }

  async close(): Promise<void> {
    this.#stream.end();
    if (this.#socket.destroyed) return;
    await new Promise<void>((resolve) => this.#socket.once('close', () => resolve()));
  }

  #listen(stream: Duplex): void {
    stream.on('data', (bytes: Buffer) => {
      this.#heard += bytes.toString('latin1');
      this.#waiting?.();
    });
    stream.on('error', () => undefined);
    stream.on('close', () => {
      this.#ended = true;
      this.#waiting?.();
    });
  }
}
