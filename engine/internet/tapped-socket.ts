// The socket that servers get: a Duplex around the accepted one (or around the TLS on top of it)
// that shows virtual addresses and lets every unit pass the record and the holds.
//
//   program <-> net.Socket <-> [TappedSocket: plaintext] <-> server
//   program <-> net.Socket <-> [TappedSocket: ciphertext] <-> TLSSocket <-> [TappedSocket: plaintext] <-> server
//
// Counterpart: connection.ts keeps the record. Rule: bytes are never changed here; a unit is passed
// on whole, and an event about it always comes before anything it causes.

import { Duplex } from 'node:stream';

import type { Side } from '../../contract/ids.ts';
import { framerFor, type Frame, type Framer, type FramedProtocol } from '../../mail/framing.ts';
import { VerbTracker } from '../../mail/verb-tracker.ts';
import type { Connection } from './connection.ts';
import type { Holds } from './holds.ts';

export interface TapOptions {
  conn: Connection;
  holds: Holds;
  protocol: FramedProtocol;
  /** The program at the far end of `inner` speaks as this side. */
  far: Side;
  tls: boolean;
}

export class TappedSocket extends Duplex {
  readonly conn: Connection;
  readonly #inner: Duplex;
  readonly #options: TapOptions;
  #framer: Framer | undefined;
  readonly #verbs: VerbTracker;
  /** What the far end closed with, when held units still have to go first. */
  #farEnded = false;
  #transparent = false;
  #heard = 0;
  #finalDone: ((error?: Error | null) => void) | undefined;

  constructor(inner: Duplex, options: TapOptions) {
    super({ allowHalfOpen: true, emitClose: true, autoDestroy: true });
    this.conn = options.conn;
    this.#inner = inner;
    this.#options = options;
    this.#framer = framerFor(options.protocol);
    this.#verbs = new VerbTracker(options.protocol === 'imap', options.conn.isSilent, options.protocol === 'lmtp');
    inner.on('data', (chunk: Uint8Array) => this.#fromFar(chunk));
    inner.on('end', () => this.#onFarEnd());
    inner.on('error', (error) => this.destroy(error));
    inner.on('close', () => this.destroy());
    inner.on('drain', () => this.emit('inner-drain'));
  }

  /** From here on only ciphertext passes; what was said in plaintext before and isn't a whole line yet, too. */
  becomeCiphertext(): void {
    this.#framer = undefined;
  }

  /** From here on bytes only pass; the socket above this one keeps the record. */
  becomeTransparent(): void {
    this.#framer = undefined;
    this.#transparent = true;
  }

  get far(): Side {
    return this.#options.far;
  }
  /** Octets that have come from the far end, also of a line that isn't whole yet. */
  get octetsHeard(): number {
    return this.#heard;
  }
  /** Whether the client pipelined since this was last asked (RFC 2920). */
  takePipelined(): boolean {
    return this.#verbs.takeSpokeEarly();
  }
  /** Commands of the client that wait for their reply. */
  get commandsWaiting(): number {
    return this.#verbs.waiting;
  }
  get holds(): Holds {
    return this.#options.holds;
  }

  // What servers read of a net.Socket, in virtual terms.
  get remoteAddress(): string {
    return this.#end(this.#options.far).address;
  }
  get remotePort(): number {
    return this.#end(this.#options.far).port;
  }
  get localAddress(): string {
    return this.#end(this.#near).address;
  }
  get localPort(): number {
    return this.#end(this.#near).port;
  }
  get readyState(): string {
    return this.destroyed || this.writableEnded ? 'closed' : 'open';
  }
  /** Idle time is the activity clock's business; libraries may ask, and get nothing. */
  setTimeout(): this {
    return this;
  }

  override _read(): void {
    this.#inner.resume();
  }

  override _write(chunk: Uint8Array, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#pass(this.#near, chunk, (bytes) => this.#inner.write(bytes));
    this.#whenDrained(done);
  }

  /** What was said while corked goes in one piece, though each unit is recorded, and may be held, by itself. */
  override _writev(chunks: { chunk: Uint8Array }[], done: (error?: Error | null) => void): void {
    this.#inner.cork();
    for (const { chunk } of chunks) this.#pass(this.#near, chunk, (bytes) => this.#inner.write(bytes));
    this.#inner.uncork();
    this.#whenDrained(done);
  }

  #whenDrained(done: () => void): void {
    if (this.#inner.writableNeedDrain && !this.#inner.destroyed) this.once('inner-drain', done);
    else done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#flush(this.#near, (bytes) => this.#inner.write(bytes));
    if (this.#options.holds.isWaiting(this.conn, this.#near)) {
      this.#finalDone = done;
      return;
    }
    this.#endInner(done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#options.holds.forget(this.conn);
    this.removeAllListeners('inner-drain');
    this.#inner.destroy();
    // A reset by the peer is an everyday end of a connection, not a fault of the server that reads it.
    const reset = (error as NodeJS.ErrnoException | null)?.code === 'ECONNRESET';
    done(reset ? null : error);
  }

  get #near(): Side {
    return this.#options.far === 'client' ? 'server' : 'client';
  }

  #end(side: Side): { address: string; port: number } {
    return this.conn[side];
  }

  #fromFar(chunk: Uint8Array): void {
    this.#heard += chunk.length;
    this.#pass(this.#options.far, chunk, (bytes) => this.#toNear(bytes));
  }

  #toNear(bytes: Uint8Array): void {
    if (this.destroyed || this.readableEnded) return;
    if (!this.push(bytes)) this.#inner.pause();
  }

  #pass(from: Side, chunk: Uint8Array, go: (bytes: Uint8Array) => void): void {
    if (!this.#framer) {
      if (!this.#transparent) this.conn.recordCiphertext(from, chunk);
      go(chunk);
      return;
    }
    const frames = from === 'client' ? this.#framer.fromClient(chunk) : this.#framer.fromServer(chunk);
    for (const frame of frames) this.#offer(from, frame, go);
  }

  #offer(from: Side, frame: Frame, go: (bytes: Uint8Array) => void): void {
    const { conn, holds, tls } = this.#options;
    const verb = this.#verbs.next(from, frame);
    holds.offer(conn, {
      from,
      bytes: frame.bytes,
      secret: frame.secret,
      verb,
      tls,
      pass: (bytes) => {
        conn.record(from, bytes === frame.bytes ? frame : inPlaceOf(frame, bytes), tls);
        go(bytes);
        this.#afterPass();
      },
    });
  }

  /** An end that waited for a held unit comes after it. */
  #afterPass(): void {
    const { conn, holds, far } = this.#options;
    if (this.#farEnded && !holds.isWaiting(conn, far)) {
      this.#farEnded = false;
      this.push(null);
    }
    const done = this.#finalDone;
    if (done && !holds.isWaiting(conn, this.#near)) {
      this.#finalDone = undefined;
      this.#endInner(done);
    }
  }

  #onFarEnd(): void {
    const { conn, holds, far } = this.#options;
    conn.ended(far);
    this.#flush(far, (bytes) => this.#toNear(bytes));
    if (holds.isWaiting(conn, far)) this.#farEnded = true;
    else this.push(null);
  }

  /** The unfinished rest of a direction that ended. */
  #flush(side: Side, go: (bytes: Uint8Array) => void): void {
    for (const frame of this.#framer?.end()[side] ?? []) this.#offer(side, frame, go);
  }

  #endInner(done: (error?: Error | null) => void): void {
    this.conn.ended(this.#near);
    this.#inner.end();
    done();
  }
}

/** What a person said in its place. Said where a password was due, it may be one, all of it. */
function inPlaceOf({ kind, secret }: Frame, bytes: Uint8Array): Frame {
  if (secret === undefined) return { kind, bytes };
  return { kind, bytes, secret: { start: 0, end: withoutLineEnd(bytes) } };
}

function withoutLineEnd(bytes: Uint8Array): number {
  const line = bytes.at(-1) === LF ? bytes.subarray(0, -1) : bytes;
  return line.at(-1) === CR ? line.length - 1 : line.length;
}

const CR = 13;
const LF = 10;
