// Queries over real sockets to the name server on a port of 127.0.0.1. Counterpart: stub.ts, which asks through it,
// and sockets.ts at the other end. Rule: one UDP socket for all questions, replies told apart by id and question;
// a TCP connection for each question that needs one; everything ends with `dispose`.

import type { Socket as UdpSocket } from 'node:dgram';
import { createSocket } from 'node:dgram';
import { connect } from 'node:net';
import type { Disposable } from '../disposable.ts';
import { questionEnd } from './query.ts';
import { LOOPBACK } from './sockets.ts';
import type { Exchange, Pending } from './stub.ts';
import { frame, TcpFraming } from './tcp-framing.ts';

export interface SocketExchange extends Disposable {
  exchange: Exchange;
}

/** An exchange with the server at 127.0.0.1:`port`. Opens its socket at the first question. */
export function exchangeOver(port: number): SocketExchange {
  const udp = new UdpExchange(port);
  const connections = new Set<Pending>();
  return {
    exchange: (query, transport) => {
      if (transport === 'udp') return udp.ask(query);
      const pending = askOverTcp(port, query, () => connections.delete(pending));
      connections.add(pending);
      return pending;
    },
    dispose: () => {
      udp.dispose();
      for (const pending of connections) pending.cancel();
    },
  };
}

class UdpExchange implements Disposable {
  readonly #port: number;
  readonly #waiting = new Map<string, (reply: Uint8Array) => void>();
  #socket: Promise<UdpSocket> | undefined;
  #connected: UdpSocket | undefined;
  #disposed = false;

  constructor(port: number) {
    this.#port = port;
  }

  ask(query: Uint8Array): Pending {
    const key = keyOf(query);
    const reply = new Promise<Uint8Array>((resolve) => this.#waiting.set(key, resolve));
    // Refused for now (ECONNREFUSED comes with the next send): the resolver tries again in its time.
    const send = (socket: UdpSocket): void => {
      if (!this.#disposed) socket.send(query, () => undefined);
    };
    if (this.#connected) send(this.#connected);
    else if (!this.#disposed) this.#open().then(send, () => (this.#socket = undefined));
    return { reply, cancel: () => this.#waiting.delete(key) };
  }

  dispose(): void {
    this.#disposed = true;
    this.#waiting.clear();
    this.#connected?.close();
    this.#connected = undefined;
  }

  #open(): Promise<UdpSocket> {
    this.#socket ??= new Promise((resolve, reject) => {
      const socket = createSocket('udp4');
      socket.on('error', (error) => reject(error));
      socket.on('message', (bytes) => this.#take(bytes));
      // Connected: the system drops datagrams of anybody but the server.
      socket.connect(this.#port, LOOPBACK, () => {
        if (this.#disposed) socket.close();
        else this.#connected = socket;
        resolve(socket);
      });
    });
    return this.#socket;
  }

  #take(bytes: Uint8Array): void {
    const key = keyOf(bytes);
    const resolve = this.#waiting.get(key);
    this.#waiting.delete(key);
    resolve?.(bytes);
  }
}

/** What a reply has in common with its query. Two questions may have drawn the same id. */
function keyOf(message: Uint8Array): string {
  const buffer = Buffer.from(message.buffer, message.byteOffset, message.length);
  return buffer.toString('latin1', 0, 2) + buffer.toString('latin1', 12, questionEnd(message) ?? 12);
}

function askOverTcp(port: number, query: Uint8Array, done: () => void): Pending {
  const socket = connect(port, LOOPBACK);
  const framing = new TcpFraming();
  const reply = new Promise<Uint8Array>((resolve, reject) => {
    socket.on('data', (bytes) => {
      framing.push(bytes);
      const message = framing.next();
      if (!message) return;
      resolve(message);
      socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      done();
      reject(new Error('connection closed before the reply'));
    });
  });
  // Who cancelled no longer listens.
  reply.catch(() => undefined);
  socket.setNoDelay(true);
  socket.write(frame(query));
  return { reply, cancel: () => socket.destroy() };
}
