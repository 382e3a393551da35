// The virtual Internet: (address, port) pairs as real listeners on 127.0.0.1, and `dial`, the only
// way out of a host. Counterpart: doors.ts lets outside programs in. Rule: nothing but loopback is
// ever bound or dialled, and an accepted socket that no host of the lab dialled is refused.

import net from 'node:net';
import type { Duplex } from 'node:stream';

import type { EndPoint } from '../../contract/events.ts';
import type { HostName } from '../../contract/ids.ts';
import type { Protocol } from '../../contract/topology.ts';
import type { FramedProtocol } from '../../mail/framing.ts';
import type { Capture } from '../capture.ts';
import type { Disposable } from '../disposable.ts';
import { INTERNET_LIMITS, SMTP_LIMITS } from '../limits.ts';
import type { EventLog } from '../log.ts';
import { Scope } from '../scope.ts';
import type { WorkMeter } from '../work.ts';
import type { ActivityClock } from '../world.ts';
import { Connection, type Dialling } from './connection.ts';
import { Faults } from './faults.ts';
import { type Firewall, firewallBetween } from './firewall.ts';
import { Holds } from './holds.ts';
import { TappedSocket } from './tapped-socket.ts';

export const LOOPBACK = '127.0.0.1';

/** What a server does with a connection. */
export type Accept = (socket: TappedSocket) => void;

export interface Listening extends EndPoint {
  protocol: Protocol;
  accept: Accept;
  /** False while somebody has stopped the program: then nothing answers here. */
  isUp: () => boolean;
}

/** The dialler's end: a plain socket, and the connection it belongs to. */
export interface Dialled {
  socket: net.Socket | TappedSocket;
  conn: Connection;
}

export class DialError extends Error {
  override name = 'DialError';
  readonly problem: 'no route' | 'refused' | 'timeout';
  constructor(problem: DialError['problem'], message: string) {
    super(message);
    this.problem = problem;
  }
}

export interface InternetParts {
  log: EventLog;
  capture: Capture;
  activity: ActivityClock;
  work: WorkMeter;
}

export class Internet {
  readonly holds: Holds;
  readonly faults: Faults;
  firewalls: readonly Firewall[] = [];
  readonly #parts: InternetParts;
  readonly #lab: Scope;
  readonly #addresses = new Map<string, HostName>();
  readonly #listeners = new Map<string, { listening: Listening; server: net.Server; port: number }>();
  /** Virtual (address, port) -> port of a program outside the lab, named by a person. */
  readonly #outward = new Map<string, number>();
  readonly #dialled = new Map<number, Connection>();
  readonly #early = new Map<number, (conn: Connection) => void>();
  readonly #counters = new Map<HostName, number>();
  readonly #open = new Set<Connection>();
  readonly #sockets = new Set<Duplex>();

  constructor(parts: InternetParts) {
    this.#parts = parts;
    this.#lab = new Scope(parts.log, { host: 'lab' });
    this.holds = new Holds(parts.activity, parts.work);
    this.faults = new Faults({ ...parts, holds: this.holds, lab: this.#lab, open: this.#open });
  }

  /** Sockets that aren't closed yet, of both ends. */
  get sockets(): number {
    return this.#sockets.size;
  }

  /** Makes a host known by its address. */
  addHost(name: HostName, address: string): void {
    this.#addresses.set(address, name);
  }

  /** Opens (host, port) on an ephemeral loopback port. */
  async listen(listening: Listening): Promise<Disposable> {
    const server = net.createServer({ noDelay: true, allowHalfOpen: true }, (socket) =>
      this.#onAccept(socket, listening),
    );
    server.on('error', () => undefined);
    await bind(server, 0);
    const key = `${listening.address}:${listening.port}`;
    this.#listeners.set(key, { listening, server, port: boundPort(server) });
    return {
      dispose: () => {
        this.#listeners.delete(key);
        server.close();
      },
    };
  }

  listening(address: string, port: number): Listening | undefined {
    const listening = this.#listeners.get(`${address}:${port}`)?.listening;
    return listening?.isUp() === true ? listening : undefined;
  }

  /** Maps a virtual address to one port of this machine, for a real server as next hop. */
  addOutward(address: string, port: number, local: number): void {
    this.#outward.set(`${address}:${port}`, local);
  }

  get openConnections(): ReadonlySet<Connection> {
    return this.#open;
  }

  /** Connects a host of the lab to an address of the lab. Rejects with DialError. */
  async dial(
    from: { name: HostName; address: string },
    to: { address: string; port: number },
    why: Dialling,
  ): Promise<Dialled> {
    const { address, port } = to;
    if (this.firewalls.length > 0 && firewallBetween(this.firewalls, from.address, to)) {
      await this.#silence(why.carried?.message);
      throw this.#dropped(from.name, to, why);
    }
    const key = `${address}:${port}`;
    const known = this.#listeners.get(key);
    const listener = known?.listening.isUp() === true ? known : undefined;
    const outward = this.#outward.get(key);
    const local = outward ?? listener?.port;
    if (local === undefined) throw this.#refuse(from.name, to, why);
    const server = listener?.listening ?? {
      host: this.#addresses.get(address) ?? address,
      address,
      port,
      protocol: 'smtp' as const,
    };
    if (this.faults.swallowsCall(from.name, server, why)) {
      await this.#silence(why.carried?.message);
      throw this.#dropped(from.name, to, why);
    }
    const conn = this.#connection(this.#client(from.name, from.address), server, server.protocol, false, why);
    if (!conn.byPerson) conn.work = this.#parts.work.begin(() => this.holds.isHeld(conn));
    const socket = net.connect({ host: LOOPBACK, port: local, noDelay: true, allowHalfOpen: true });
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    if (outward !== undefined) return { conn, socket: await this.#dialOutward(conn, socket) };
    await connected(socket).catch((error: unknown) => {
      conn.finish(true);
      throw error;
    });
    const localPort = socket.localPort ?? 0;
    // The accept may come before this: whoever is second completes the pair.
    const early = this.#early.get(localPort);
    if (early) early(conn);
    else this.#dialled.set(localPort, conn);
    return { socket, conn };
  }

  /** Hands an outside program's socket to a listener, as if `as` had dialled it. */
  admit(socket: Duplex, as: EndPoint, listening: Listening, replayed = false): void {
    if (firewallBetween(this.firewalls, as.address, listening) || this.faults.swallowsCall(as.host, listening, {})) {
      // The program outside is connected to the door; it hears nothing, and then it is over.
      this.#sockets.add(socket);
      void this.#silence().then(() => {
        this.#sockets.delete(socket);
        socket.destroy();
        this.#dropped(as.host, listening, {});
      });
      return;
    }
    const conn = this.#connection(this.#client(as.host, as.address), listening, listening.protocol, true);
    conn.replayed = replayed;
    this.#serve(socket, conn, listening);
  }

  /** Ends everything at once; what was under way is cut. */
  close(): void {
    for (const { server } of this.#listeners.values()) server.close();
    this.#listeners.clear();
    for (const socket of this.#sockets) socket.destroy();
    for (const conn of this.#open) conn.finish(true);
  }

  #client(host: HostName, address: string): EndPoint {
    const count = (this.#counters.get(host) ?? 0) + 1;
    this.#counters.set(host, count);
    // A port of the dynamic range (RFC 6335 section 6), in order, so that the same run shows the same ports.
    return { host, address, port: 49_152 + (count % 16_000) };
  }

  #connection(
    client: EndPoint,
    server: EndPoint,
    protocol: Protocol | 'raw',
    door: boolean,
    why?: Dialling,
  ): Connection {
    const conn = new Connection(
      {
        id: `${client.host}#${this.#counters.get(client.host) ?? 0}`,
        client: { host: client.host, address: client.address, port: client.port },
        server: { host: server.host, address: server.address, port: server.port },
        protocol,
        door,
        scope: this.#lab,
        capture: this.#parts.capture,
        lastSeq: () => this.#parts.log.seq,
      },
      why,
    );
    this.faults.meet(conn);
    this.#open.add(conn);
    void conn.closed.then(() => this.#open.delete(conn));
    return conn;
  }

  /** As long as a program waits for somebody who never answers. */
  async #silence(message?: string): Promise<void> {
    const calling = message === undefined ? undefined : this.holds.call(message);
    await new Promise<void>((resolve) => this.#parts.activity.after(SMTP_LIMITS.connect_ms, resolve));
    calling?.dispose();
  }

  #dropped(
    client: HostName,
    { address, port }: { address: string; port: number },
    { carried, cause }: Pick<Dialling, 'carried' | 'cause'>,
  ): DialError {
    this.#lab
      .about({ host: client, ...(carried && { message: carried.message }) })
      .emit('conn.refused', { client, address, port, problem: 'dropped' }, cause);
    return new DialError('timeout', `connect to ${address}:${port}: Connection timed out`);
  }

  #refuse(from: HostName, { address, port }: { address: string; port: number }, why: Dialling): DialError {
    const known = this.#addresses.has(address);
    const problem = known ? 'refused' : 'no route';
    const letter = why.carried === undefined ? {} : { message: why.carried.message };
    this.#lab
      .about({ host: from, ...letter })
      .emit('conn.refused', { client: from, address, port, problem }, why.cause);
    return known
      ? new DialError('refused', `connect to ${address}:${port}: Connection refused`)
      : new DialError('no route', `no route to host ${address}: Posthorn never leaves this machine`);
  }

  #onAccept(socket: net.Socket, listening: Listening): void {
    const port = socket.remotePort ?? 0;
    const conn = this.#dialled.get(port);
    socket.on('error', () => undefined);
    if (conn) {
      this.#dialled.delete(port);
      this.#serve(socket, conn, listening);
      return;
    }
    const timer = this.#parts.activity.after(INTERNET_LIMITS.registration_ms, () => {
      this.#early.delete(port);
      socket.destroy();
      const { address, port: virtual } = listening;
      this.#lab.emit('conn.refused', { client: 'unknown', address, port: virtual, problem: 'not registered' });
    });
    this.#early.set(port, (late) => {
      timer.dispose();
      this.#early.delete(port);
      this.#serve(socket, late, listening);
    });
    socket.on('close', () => this.#early.delete(port));
  }

  #serve(socket: Duplex, conn: Connection, listening: Listening): void {
    if (this.#open.size > INTERNET_LIMITS.connections) {
      socket.destroy();
      conn.finish(true);
      return;
    }
    const tapped = this.#tap(socket, conn, 'client');
    conn.line = tapped;
    conn.faults?.begin();
    if (!tapped.destroyed) listening.accept(tapped);
  }

  #tap(socket: Duplex, conn: Connection, far: 'client' | 'server'): TappedSocket {
    this.#sockets.add(socket);
    socket.on('close', (hadError?: boolean) => {
      this.#sockets.delete(socket);
      conn.finish(hadError ?? false);
    });
    const protocol = framing(conn.protocol);
    const tapped = new TappedSocket(socket, { conn, holds: this.holds, protocol, far, tls: false });
    // Whoever serves it adds listeners of its own; an error nobody waits for must not end the process.
    tapped.on('error', () => undefined);
    return tapped;
  }

  async #dialOutward(conn: Connection, socket: net.Socket): Promise<TappedSocket> {
    const tapped = this.#tap(socket, conn, 'server');
    await connected(socket).catch((error: unknown) => {
      conn.finish(true);
      throw error;
    });
    conn.line = tapped;
    conn.faults?.begin();
    return tapped;
  }
}

/** How a protocol's bytes fall into units. */
function framing(protocol: Protocol | 'raw'): FramedProtocol {
  return protocol === 'submission' ? 'smtp' : protocol;
}

/** Binds to a loopback port; 0 is any. Rejects with the system's error. */
export function bind(server: net.Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

export function boundPort(server: net.Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function connected(socket: net.Socket): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', (error) => reject(new DialError('refused', error.message)));
    socket.once('connect', () => resolve());
  });
}
