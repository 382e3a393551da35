// A connection that a shell opened: octets out, frames in, TLS on request. Counterpart: internet.ts
// `dial`, and the programs telnet, nc, openssl and send on top. Rule: real bytes on a real socket; what
// comes is cut into the same units as on the wire's record, so that equal runs show equal output.

import type { Duplex } from 'node:stream';

import type { Seq } from '../../contract/ids.ts';
import { toByteString } from '../../mail/bytes.ts';
import { type Framer, framerFor } from '../../mail/framing.ts';
import type { Disposable } from '../disposable.ts';
import type { Connection } from '../internet/connection.ts';
import { DialError, type Dialled } from '../internet/internet.ts';
import { listenTo } from '../internet/listen-to.ts';
import { startTls } from '../internet/tls.ts';
import type { ActivityClock } from '../world.ts';
import type { Job } from './command.ts';
import type { Target } from './lookup.ts';

export interface DialogEvents {
  /** A line, or a piece of something longer, from the other end. */
  heard: (bytes: Uint8Array) => void;
  /** The other end is done. Once. */
  ended: () => void;
}

export class Dialog {
  readonly conn: Connection;
  readonly #dialled: Dialled;
  readonly #activity: ActivityClock;
  #socket: Duplex;
  #ears: Disposable;
  #framer: Framer;
  #events: DialogEvents = { heard: () => undefined, ended: () => undefined };
  /** What came before anybody listened. */
  readonly #early: Uint8Array[] = [];
  #listening = false;
  #ended = false;

  private constructor(dialled: Dialled, activity: ActivityClock) {
    this.#dialled = dialled;
    this.#activity = activity;
    this.conn = dialled.conn;
    this.#socket = dialled.socket;
    this.#framer = this.#freshFramer();
    this.#ears = this.#listenToSocket();
  }

  /** Connects from where the person sits. Throws DialError. */
  static async open(target: Target, port: number, job: Job): Promise<Dialog> {
    const { host } = job.host;
    const why = { purpose: 'shell', cause: target.cause, person: true } as const;
    const { internet, world } = job.lab.run.context;
    return new Dialog(await internet.dial(host, { address: target.address, port }, why), world.activity);
  }

  listen(events: DialogEvents): void {
    this.#events = events;
    this.#listening = true;
    for (const bytes of this.#early.splice(0)) events.heard(bytes);
    if (this.#ended) events.ended();
  }

  /** What may be shown of a line that goes out as `octets`: stars where a password stands. Follows the dialog. */
  shown(line: string, octets: Uint8Array): string {
    const frames = this.#framer.fromClient(octets);
    if (frames.every((frame) => frame.secret === undefined)) return line;
    return frames
      .map(({ bytes, secret }) => {
        const text = toByteString(bytes);
        if (!secret) return text;
        return text.slice(0, secret.start) + '*'.repeat(secret.end - secret.start) + text.slice(secret.end);
      })
      .join('')
      .trimEnd();
  }

  /** `typed`: the input that it comes from. */
  say(octets: Uint8Array, typed: Seq): void {
    this.conn.typed = typed;
    if (this.#socket.writable) this.#socket.write(octets);
  }

  /** No more to say; the other end may still talk. */
  end(): void {
    this.#socket.end();
    if (this.#socket !== this.#dialled.socket) this.#dialled.socket.end();
  }

  /** TLS from here on. Rejects when the handshake fails. Returns what the other end showed. */
  async secure(servername: string, authority: string): Promise<import('node:tls').TLSSocket> {
    this.#ears.dispose();
    const activity = this.#activity;
    const { secure, socket } = await startTls(this.#socket, { servername, authority, verify: false, activity });
    this.#socket = socket;
    this.#framer = this.#freshFramer();
    this.#ears = this.#listenToSocket();
    return secure;
  }

  #listenToSocket(): Disposable {
    this.#socket.on('error', () => this.#end());
    return listenTo(this.#socket, {
      data: (bytes) => this.#take(this.#framer.fromServer(bytes)),
      end: () => this.#end(),
      close: () => this.#end(),
    });
  }

  #take(frames: readonly { bytes: Uint8Array }[]): void {
    for (const { bytes } of frames) {
      if (this.#listening) this.#events.heard(bytes);
      else this.#early.push(bytes);
    }
  }

  #end(): void {
    if (this.#ended) return;
    this.#take(this.#framer.end().server);
    this.#ended = true;
    this.end();
    if (this.#listening) this.#events.ended();
  }

  #freshFramer(): Framer {
    const { protocol } = this.conn;
    return framerFor(protocol === 'submission' ? 'smtp' : protocol);
  }
}

/** Why there is no connection, in the words of connect(2). */
export function dialProblem(error: unknown): string {
  if (!(error instanceof DialError)) throw error;
  if (error.problem === 'no route') return 'No route to host: Posthorn never leaves this machine';
  return error.problem === 'refused' ? 'Connection refused' : 'Connection timed out';
}
