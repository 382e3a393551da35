// The least SMTP client: one connection, one command at a time, many letters. Counterpart: it feeds
// both chains, and hands on between the bare hops. Rule: it checks each reply's code and nothing else.

import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';

import type { Chain } from './chain.ts';

const HELLO = 'EHLO client.example';
const END_OF_DATA = Buffer.from('.\r\n');

export class SmtpClient {
  readonly #socket: net.Socket;
  #text = '';
  #broken: Error | undefined;
  #waiting: { expected: string; resolve: () => void; reject: (error: Error) => void } | undefined;

  private constructor(socket: net.Socket) {
    this.#socket = socket;
    socket.on('data', (bytes: Buffer) => this.#take(bytes.toString('latin1')));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('the server closed the connection')));
  }

  /** Connects, waits for the banner and says hello; where it is asked for, over TLS and with a password. */
  static async open({ port, submission }: Pick<Chain, 'port' | 'submission'>): Promise<SmtpClient> {
    const socket = net.connect({ host: '127.0.0.1', port, noDelay: true });
    const client = new SmtpClient(socket);
    await client.#reply('220');
    await client.#ask(HELLO, '250');
    if (submission === undefined) return client;
    await client.#ask('STARTTLS', '220');
    for (const event of ['data', 'error', 'close']) socket.removeAllListeners(event);
    const { servername, authority, login, password } = submission;
    const secured = tls.connect({ socket, servername, ca: authority });
    await once(secured, 'secureConnect');
    const inside = new SmtpClient(secured);
    await inside.#ask(HELLO, '250');
    await inside.#ask(`AUTH PLAIN ${Buffer.from(`\0${login}\0${password}`).toString('base64')}`, '235');
    return inside;
  }

  /** Sends one letter, whose octets end in CRLF; resolves when the final dot was answered. */
  async send(reversePath: string, to: string | readonly string[], octets: Buffer): Promise<void> {
    await this.#ask(`MAIL FROM:<${reversePath}>`, '250');
    for (const forwardPath of typeof to === 'string' ? [to] : to) await this.#ask(`RCPT TO:<${forwardPath}>`, '250');
    await this.#ask('DATA', '354');
    this.#socket.write(Buffer.concat([octets, END_OF_DATA]));
    await this.#reply('250');
  }

  /** Says goodbye; whether that is answered, nobody waits for. */
  quit(): void {
    this.#socket.end('QUIT\r\n');
  }

  close(): void {
    this.#socket.destroy();
  }

  #ask(command: string, expected: string): Promise<void> {
    this.#socket.write(`${command}\r\n`, 'latin1');
    return this.#reply(expected);
  }

  #reply(expected: string): Promise<void> {
    if (this.#broken) return Promise.reject(this.#broken);
    return new Promise((resolve, reject) => (this.#waiting = { expected, resolve, reject }));
  }

  #take(text: string): void {
    this.#text += text;
    // A reply is whole when its last line has a space, not a hyphen, after the code.
    if (!/^\d{3} .*\r\n$/m.test(this.#text)) return;
    const reply = this.#text;
    this.#text = '';
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting && reply.startsWith(waiting.expected)) waiting.resolve();
    else waiting?.reject(new Error(`unexpected reply: ${reply.trim()}`));
  }

  #fail(error: Error): void {
    this.#broken ??= error;
    this.#waiting?.reject(error);
    this.#waiting = undefined;
  }
}
