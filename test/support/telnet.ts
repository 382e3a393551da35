// A person at a telnet prompt: types lines, reads replies. Counterpart: the lab's doors.
// Rule: dialogues are written as they read, `C:` for what is typed and `S:` for what must come.

import net from 'node:net';
import tls from 'node:tls';

export class Telnet {
  #socket: net.Socket;
  #heard = '';
  #ended = false;
  #waiting: (() => void) | undefined;

  private constructor(socket: net.Socket) {
    this.#socket = socket;
    this.#listen(socket);
  }

  #listen(socket: net.Socket): void {
    socket.on('data', (bytes) => {
      this.#heard += bytes.toString('latin1');
      this.#waiting?.();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#ended = true;
      this.#waiting?.();
    });
  }

  static async open(port: number): Promise<Telnet> {
    const socket = net.connect({ host: '127.0.0.1', port, noDelay: true });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('error', reject);
    });
    return new Telnet(socket);
  }

  /** Types bytes, one character an octet. */
  type(text: string): void {
    this.#socket.write(Buffer.from(text, 'latin1'));
  }

  /** The next whole line without its end; undefined when the other end has closed. */
  async line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#heard.indexOf('\r\n');
      if (end >= 0) {
        const line = this.#heard.slice(0, end);
        this.#heard = this.#heard.slice(end + 2);
        return line;
      }
      if (this.#ended) return undefined;
      await new Promise<void>((resolve) => (this.#waiting = resolve));
    }
  }

  /** The next reply, all its lines joined by line feeds. */
  async reply(): Promise<string> {
    const lines: string[] = [];
    for (;;) {
      const line = await this.line();
      if (line === undefined) return [...lines, '(closed)'].join('\n');
      lines.push(line);
      if (!/^\d{3}-/.test(line)) return lines.join('\n');
    }
  }

  /** Types a command and reads its reply. */
  async ask(command: string): Promise<string> {
    this.type(`${command}\r\n`);
    return this.reply();
  }

  /** Runs a dialogue; returns the places where the server said something else. */
  async dialogue(script: string): Promise<string[]> {
    const differences: string[] = [];
    for (const line of script
      .trim()
      .split('\n')
      .map((one) => one.trim())) {
      const [, side, text = ''] = /^([CS]): ?(.*)$/.exec(line) ?? [];
      if (side === 'C') this.type(`${text}\r\n`);
      if (side !== 'S') continue;
      const heard = await this.line();
      const fits = text.endsWith('...') ? heard?.startsWith(text.slice(0, -3)) : heard === text;
      if (fits !== true) differences.push(`expected: ${text}\n   heard: ${heard ?? '(closed)'}`);
    }
    return differences;
  }

  /** TLS from here on, whatever the certificate. */
  async secure(): Promise<void> {
    this.#socket.removeAllListeners('data');
    this.#socket.removeAllListeners('close');
    const secure = tls.connect({ socket: this.#socket, rejectUnauthorized: false });
    this.#socket = secure;
    this.#listen(secure);
    await new Promise<void>((resolve, reject) => {
      secure.once('secureConnect', resolve);
      secure.once('error', reject);
    });
  }

  async close(): Promise<void> {
    this.#socket.end();
    if (!this.#ended) await new Promise<void>((resolve) => this.#socket.once('close', () => resolve()));
  }
}
