// The name server on real sockets of 127.0.0.1: UDP and TCP on one port. Counterpart: server.ts (no sockets),
// exchange.ts (the asking end). Rule: whatever arrives, or goes wrong with a client, ends that client's business only.

import type { Socket as UdpSocket } from 'node:dgram';
import { createSocket } from 'node:dgram';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { ActivityClock } from '../world.ts';
import { DNS_LIMITS } from './limits.ts';
import type { NameServer } from './server.ts';

export const LOOPBACK = '127.0.0.1';

export interface ListenOptions {
  /** Wished port; 0: any. */
  port: number;
  /** Time-out of idle TCP connections. */
  activity: Pick<ActivityClock, 'after'>;
}

export interface NameServerSockets {
  readonly port: number;
  /** Why the wished port isn't the port: `EADDRINUSE`, `EACCES` ... */
  readonly problem?: string;
  close(): Promise<void>;
}

interface Pair {
  udp: UdpSocket;
  tcp: Server;
  port: number;
}

/** Serves `server` on the wished port, or on another one with the reason. Rejects when no port at all is to be had. */
export async function listen(server: NameServer, { port, activity }: ListenOptions): Promise<NameServerSockets> {
  let problem: string | undefined;
  let pair: Pair | undefined;
  if (port !== 0) {
    try {
      pair = await bindPair(port);
    } catch (error) {
      problem = codeOf(error);
    }
  }
  pair ??= await bindAny();
  const { udp, tcp } = pair;
  const connections = new Set<Socket>();
  tcp.maxConnections = DNS_LIMITS.tcpConnections;
  tcp.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
    serveConnection(server, socket, activity);
  });
  // Too many files open, and the like: nothing that should end the lab.
  tcp.on('error', () => undefined);
  udp.on('error', () => undefined);
  udp.on('message', (bytes, { port: to, address }) => {
    const reply = server.handleDatagram(bytes);
    // The callback takes the error that would otherwise be an event: a client that is gone is no concern of ours.
    if (reply) udp.send(reply, to, address, () => undefined);
  });
  const close = async (): Promise<void> => {
    for (const socket of connections) socket.destroy();
    await closePair(udp, tcp);
  };
  return problem === undefined ? { port: pair.port, close } : { port: pair.port, problem, close };
}

function serveConnection(server: NameServer, socket: Socket, activity: Pick<ActivityClock, 'after'>): void {
  const stream = server.openStream();
  let idle = activity.after(DNS_LIMITS.tcpIdle_ms, () => socket.destroy());
  const answerAll = (): void => {
    while (socket.writable && socket.writableLength < DNS_LIMITS.tcpUnread_octets) {
      const reply = stream.next();
      if (reply === undefined) {
        socket.resume();
        return;
      }
      if (reply === 'close') {
        socket.destroy();
        return;
      }
      socket.write(reply);
    }
    // Answers pile up: no more questions until some were read.
    socket.pause();
  };
  socket.on('data', (bytes) => {
    idle.dispose();
    idle = activity.after(DNS_LIMITS.tcpIdle_ms, () => socket.destroy());
    stream.push(bytes);
    answerAll();
  });
  socket.on('drain', answerAll);
  socket.on('error', () => undefined);
  socket.on('close', () => idle.dispose());
}

/** An ephemeral port for both; the system gives one for TCP, and another program may have its UDP half. */
async function bindAny(): Promise<Pair> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await bindPair(0);
    } catch (error) {
      if (tries >= DNS_LIMITS.portTries || codeOf(error) !== 'EADDRINUSE') throw error;
    }
  }
}

async function bindPair(wished: number): Promise<Pair> {
  const tcp = createServer();
  const udp = createSocket('udp4');
  try {
    await new Promise<void>((resolve, reject) => {
      tcp.once('error', reject);
      tcp.listen(wished, LOOPBACK, resolve);
    });
    const address = tcp.address();
    const port = typeof address === 'object' && address ? address.port : wished;
    await new Promise<void>((resolve, reject) => {
      udp.once('error', reject);
      udp.bind(port, LOOPBACK, resolve);
    });
    tcp.removeAllListeners('error');
    udp.removeAllListeners('error');
    return { udp, tcp, port };
  } catch (error) {
    await closePair(udp, tcp);
    throw error;
  }
}

async function closePair(udp: UdpSocket, tcp: Server): Promise<void> {
  await Promise.all([
    new Promise<void>((resolve) => {
      try {
        udp.close(resolve);
      } catch {
        resolve(); // closed before
      }
    }),
    new Promise<void>((resolve) => {
      tcp.close(() => resolve());
    }),
  ]);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
