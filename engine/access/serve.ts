// A POP3 or IMAP session on its socket: octets to the machine, its outputs to the wire and the log.
// Counterpart: machine.ts. Rule: TLS, time-outs and closing are done here, decisions are not.

import type { SecureContext } from 'node:tls';

import { assertNever } from '../../contract/assert-never.ts';
import type { Host, Listener } from '../../contract/topology.ts';
import type { Disposable } from '../disposable.ts';
import { ACCESS_IDLE_LIMITS } from '../limits.ts';
import type { TappedSocket } from '../internet/tapped-socket.ts';
import { acceptTls } from '../internet/tls.ts';
import type { Account } from '../store/account.ts';
import type { Mailbox } from '../store/mailbox.ts';
import type { ActivityClock } from '../world.ts';
import { imapMachine } from './imap/machine.ts';
import type { AccessContext, AccessMachine, Output } from './machine.ts';
import { pop3Machine } from './pop3/machine.ts';
import type { Proof } from './sasl.ts';

/** One machine a protocol. */
const MACHINES = { pop3: pop3Machine, imap: imapMachine } satisfies Record<
  string,
  (context: AccessContext) => AccessMachine
>;

export type AccessProtocol = keyof typeof MACHINES;

export interface AccessParts {
  hostName: string;
  listener: Listener;
  settings: Host['store'];
  protocol: AccessProtocol;
  activity: ActivityClock;
  secureContext: () => SecureContext;
  authenticate: (login: string, proof: Proof) => Account | undefined;
  quota_octets: () => number | undefined;
  challenge: () => string;
  now_ms: () => number;
}

/** Serves one connection until it ends. */
export function serveAccess(socket: TappedSocket, parts: AccessParts): void {
  const session = new AccessSession(socket, parts);
  void session.start();
}

class AccessSession {
  readonly #parts: AccessParts;
  readonly #machine: AccessMachine;
  #socket: TappedSocket;
  #idle: Disposable | undefined;
  /** The mailbox that the session has open, as far as we listen to it. */
  #watched: Mailbox | undefined;
  #watching: Disposable[] = [];

  constructor(socket: TappedSocket, parts: AccessParts) {
    this.#parts = parts;
    this.#socket = socket;
    this.#machine = MACHINES[parts.protocol]({
      hostName: parts.hostName,
      secure: parts.listener.tls === 'implicit',
      startTls: parts.listener.tls === 'starttls',
      plaintextLogin: parts.settings.loginInTheClear,
      mechanisms: parts.settings.authMechanisms,
      apop: parts.settings.apop,
      authenticate: parts.authenticate,
      quota_octets: parts.quota_octets,
      challenge: parts.challenge,
      now_ms: parts.now_ms,
    });
  }

  async start(): Promise<void> {
    if (this.#parts.listener.tls === 'implicit' && !(await this.#secure())) return;
    this.#listen();
    this.#put(this.#machine.greet());
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('data', (bytes: Uint8Array) => this.#take(bytes));
    socket.on('end', () => socket.end());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      if (socket === this.#socket) this.#end();
    });
    this.#rearm();
  }

  #take(bytes: Uint8Array): void {
    this.#rearm();
    try {
      this.#put(this.#machine.receive(bytes));
      this.#watch(this.#machine.watched());
    } catch (error) {
      // A defect of ours ends this session and nothing else.
      this.#socket.conn
        .speaker('server')
        .emit('engine.failed', { problem: this.#parts.protocol, detail: String(error) });
      this.#socket.end();
    }
  }

  #put(outputs: readonly Output[]): void {
    for (const output of outputs) {
      switch (output.kind) {
        case 'reply':
          if (this.#socket.readyState === 'open') this.#socket.write(output.bytes);
          break;
        case 'event':
          this.#emit(output);
          break;
        case 'startTls':
          void this.#upgrade();
          break;
        case 'close':
          this.#socket.end();
          break;
        default:
          assertNever(output);
      }
    }
  }

  #emit(output: Extract<Output, { kind: 'event' }>): void {
    const { conn } = this.#socket;
    conn.speaker('server').emit(output.type, output.data, conn.last);
  }

  async #upgrade(): Promise<void> {
    const lower = this.#socket;
    // What still comes in the clear is dropped, never run (RFC 3501 section 6.2.1, RFC 2595 section 2.4).
    lower.removeAllListeners('data');
    lower.removeAllListeners('end');
    if (!(await this.#secure())) return;
    this.#machine.secured();
    this.#listen();
  }

  async #secure(): Promise<boolean> {
    const { activity, protocol, secureContext } = this.#parts;
    try {
      const secured = await acceptTls(this.#socket, secureContext(), protocol, activity);
      this.#socket = secured.socket;
      return true;
    } catch {
      this.#socket.destroy();
      this.#end();
      return false;
    }
  }

  /** Listens to the mailbox that is open now, and to what other programs do to its files. */
  #watch(mailbox: Mailbox | undefined): void {
    if (mailbox === this.#watched) return;
    for (const one of this.#watching.splice(0)) one.dispose();
    this.#watched = mailbox;
    if (!mailbox) return;
    this.#watching = [mailbox.onChange(() => this.#put(this.#machine.changed())), mailbox.watch()];
  }

  #rearm(): void {
    this.#idle?.dispose();
    this.#idle = this.#parts.activity.after(ACCESS_IDLE_LIMITS[this.#parts.protocol], () => this.#socket.destroy());
  }

  #end(): void {
    this.#idle?.dispose();
    this.#watch(undefined);
    this.#machine.closed();
  }
}
