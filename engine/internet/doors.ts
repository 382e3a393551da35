// Doors: fixed local ports through which a program of this machine enters the lab as one of its
// hosts. Counterpart: internet.ts `admit`. Rule: 127.0.0.1 only; a port that can't be had moves on
// to a free one, and says so.

import net from 'node:net';

import type { HostName } from '../../contract/ids.ts';
import type { Protocol } from '../../contract/topology.ts';
import type { Disposable } from '../disposable.ts';
import type { Scope } from '../scope.ts';
import { bind, boundPort, type Internet } from './internet.ts';

export interface OpenDoor {
  as: HostName;
  host: HostName;
  port: number;
  service: string;
  /** Port on 127.0.0.1. */
  local: number;
}

export interface DoorWish {
  as: { host: HostName; address: string };
  to: { host: HostName; address: string; port: number };
  /** Wished local port; 0: any. */
  local: number;
}

/** Opens a door. The listener behind it may come and go; without one a visitor is turned away at once. */
export async function openDoor(internet: Internet, scope: Scope, wish: DoorWish): Promise<OpenDoor & Disposable> {
  const { as, to } = wish;
  const server = net.createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    const listening = internet.listening(to.address, to.port);
    if (listening) internet.admit(socket, { ...as, port: 0 }, listening);
    else socket.destroy();
  });
  const problem = await bindNear(server, wish.local);
  const protocol = internet.listening(to.address, to.port)?.protocol;
  const door: OpenDoor = {
    as: as.host,
    host: to.host,
    port: to.port,
    service: serviceName(protocol, to.port),
    local: boundPort(server),
  };
  scope.emit('lab.door', { ...door, ...(problem === undefined ? {} : { problem }) });
  return { ...door, dispose: () => server.close() };
}

/** Tries the wished port, then any. Returns the problem of the wished one. */
async function bindNear(server: net.Server, wished: number): Promise<string | undefined> {
  try {
    await bind(server, wished);
    return undefined;
  } catch (error) {
    await bind(server, 0);
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

/** The name that IANA gives a service on its usual port. */
function serviceName(protocol: Protocol | undefined, port: number): string {
  if (protocol === 'submission') return port === 465 ? 'submissions' : 'submission';
  if (protocol === 'pop3' && port === 995) return 'pop3s';
  if (protocol === 'imap' && port === 993) return 'imaps';
  return protocol ?? 'raw';
}
