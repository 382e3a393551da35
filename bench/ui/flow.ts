// Letters from Alice to Bob at a steady rate, asked for over a socket of their own, so that the page has nothing to do
// with it but to show them. Counterpart: screen.ts. Rule: it stops by itself when too many are on their way.

import { once } from 'node:events';
import { WebSocket } from 'ws';

import type { EngineFrame } from '../../contract/frames.ts';
import { within } from '../patience.ts';
import { FLOW_OPEN, FLOW_PER_SECOND, UI_PATIENCE_MS } from './limits.ts';
import type { Screen } from './screen.ts';

export class Flow {
  readonly #socket: WebSocket;
  readonly #timer: NodeJS.Timeout;
  #sent = 0;
  #answered = 0;
  #refused = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.#hear(JSON.parse(data.toString()) as EngineFrame));
    this.#timer = setInterval(() => this.#send(), 1000 / FLOW_PER_SECOND);
  }

  static async start({ url }: Screen): Promise<Flow> {
    const { origin, hash } = new URL(url);
    const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
    const socket = new WebSocket(new URL('/socket', origin), ['posthorn', `posthorn.token.${token}`], { origin });
    await within(UI_PATIENCE_MS, 'the socket', once(socket, 'open'));
    return new Flow(socket);
  }

  /** How many letters the first server was asked to take, and how many it didn't. */
  async stop(): Promise<{ sent: number; refused: number }> {
    clearInterval(this.#timer);
    const gone = once(this.#socket, 'close');
    this.#socket.close();
    await gone;
    return { sent: this.#sent, refused: this.#refused };
  }

  #send(): void {
    if (this.#sent - this.#answered >= FLOW_OPEN) return;
    this.#sent += 1;
    const args = {
      from: 'alice@campus.example',
      to: ['bob@harbor.example'],
      subject: `Letter ${this.#sent}`,
      text: 'One of many.\n'.repeat(10),
    };
    this.#socket.send(JSON.stringify({ kind: 'command', lab: 'main', id: this.#sent, command: 'mail.send', args }));
  }

  #hear(frame: EngineFrame): void {
    if (frame.kind === 'reply') this.#answered += 1;
    if (frame.kind === 'error') {
      this.#answered += 1;
      this.#refused += 1;
    }
  }
}
