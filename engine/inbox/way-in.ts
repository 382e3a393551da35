// A port of this machine that leads into one dialled connection of the lab, for a client library that dials by itself.
// Counterpart: imap-client.ts. Rule: it takes one caller and is gone; 127.0.0.1 only.

import net from 'node:net';
import type { Duplex } from 'node:stream';

import { bind, boundPort } from '../internet/internet.ts';

/** The port; who calls it first speaks on `dialled`. */
export async function openWayIn(dialled: Duplex): Promise<number> {
  const server = net.createServer({ noDelay: true }, (caller) => {
    server.close();
    caller.pipe(dialled).pipe(caller);
    caller.on('error', () => dialled.destroy());
    dialled.on('error', () => caller.destroy());
    caller.on('close', () => dialled.end());
    dialled.on('close', () => caller.destroy());
  });
  // Nobody came: the dialled end was cut meanwhile.
  dialled.on('close', () => server.close());
  await bind(server, 0);
  return boundPort(server);
}
