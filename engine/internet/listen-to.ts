// Listeners of one who speaks over a socket, taken away together when TLS begins on it. Counterpart: internet.ts, which has
// listeners of its own on every socket and forgets it by them. Rule: nobody's but one's own are taken away.

import type { Duplex } from 'node:stream';

import type { Disposable } from '../disposable.ts';

export interface SocketListeners {
  data: (bytes: Buffer) => void;
  end: () => void;
  close: () => void;
}

export function listenTo(socket: Duplex, listeners: Partial<SocketListeners>): Disposable {
  const all = Object.entries(listeners);
  for (const [event, listener] of all) socket.on(event, listener);
  return { dispose: () => all.forEach(([event, listener]) => socket.off(event, listener)) };
}
