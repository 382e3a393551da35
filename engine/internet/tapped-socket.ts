// The socket that servers get: a Duplex around the accepted one (or around the TLS on top of it)
// that shows virtual addresses and lets every unit pass the record and the holds.
//
//   program <-> net.Socket <-> [TappedSocket: plaintext] <-> server
//   program <-> net.Socket <-> [TappedSocket: ciphertext] <-> TLSSocket <-> [TappedSocket: plaintext] <-> server
//
// Counterpart: connection.ts keeps the record. Rule: bytes are never changed here; a unit is passed
// on whole, and an event about it always comes before anything it causes.

import { Socket } from 'node:net';
import { Duplex } from 'node:stream';

import type { Seq, Side } from '../../contract/ids.ts';
import { framerFor, type Frame, type Framer, type FramedProtocol } from '../../mail/framing.ts';
import { VerbTracker } from '../../mail/verb-tracker.ts';
import type { Connection } from './connection.ts';
import type { Disturbance } from './disturbance.ts';
import type { Holds } from './holds.ts';
import type { StandIn } from './stand-in.ts';
import type { Unit } from './unit.ts';

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
  /** Replies in the server's stead that wait for those before them. */
  #due: { turn: number; say: () => void }[] = [];
  #isNearEnded = false;
  /** A write that waits until less is on its way. */
  #written: (() => void) | undefined;
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
    this.#framer = framerFor(options.protocol, options.conn);
    options.conn.top = this;
    this.#verbs = new VerbTracker(options.protocol === 'imap', options.conn.isSilent, options.protocol === 'lmtp');
    inner.on('data', (chunk: Uint8Array) => this.#fromFar(chunk));
    inner.on('end', () => this.#onFarEnd());
    inner.on('error', (error) => this.#onInnerError(error));
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

  /** Ends the connection at both sides, as the network would. */
  sever(how: 'cut' | 'reset'): void {
    if (how === 'reset') {
      if (this.#inner instanceof Socket) this.#inner.resetAndDestroy();
      this.destroy();
      return;
    }
    this.conn.cut();
    this.#endNear();
    this.#inner.end();
    this.#afterPass();
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
    if (this.conn.faults?.isFull(this.#near) === true) this.#written = done;
    else if (this.#inner.writableNeedDrain && !this.#inner.destroyed) this.once('inner-drain', done);
    else done();
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#flush(this.#near, (bytes) => this.#inner.write(bytes));
    if (this.#isWaiting(this.#near)) {
      this.#finalDone = done;
      return;
    }
    this.#endInner(done);
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#options.holds.forget(this.conn);
    this.removeAllListeners('inner-drain');
    // In a black hole the other end doesn't hear of it.
    if (this.conn.faults?.isSilent === true) this.#inner.resume();
    else this.#inner.destroy();
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

  #onInnerError(error: NodeJS.ErrnoException): void {
    // Octets that were changed on their way: TLS notices, and tells the other end by an alert (RFC 8446 section 6.2).
    const isTls = this.#options.tls && error.code?.startsWith('ERR_SSL') === true;
    if (isTls) this.conn.speaker(this.#near).emit('tls.failed', { problem: error.code ?? '' });
    this.destroy(error);
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
    if (this.#framer) {
      const frames = from === 'client' ? this.#framer.fromClient(chunk) : this.#framer.fromServer(chunk);
      for (const frame of frames) this.#offer(from, frame, go);
    } else this.#passCiphertext(from, chunk, go);
    if (this.conn.faults?.isFull(from) === true && from === this.far) this.#inner.pause();
  }

  #passCiphertext(from: Side, chunk: Uint8Array, go: (bytes: Uint8Array) => void): void {
    const { conn } = this;
    const pass = (bytes: Uint8Array) => {
      if (!this.#transparent) conn.recordCiphertext(from, bytes);
      go(bytes);
    };
    if (!conn.faults || this.#transparent) {
      pass(chunk);
      return;
    }
    conn.faults.carryCiphertext(from, chunk, conn.top === this, (bytes) => {
      pass(bytes);
      this.#afterPass();
    });
  }

  #offer(from: Side, frame: Frame, go: (bytes: Uint8Array) => void): void {
    const { conn, holds } = this.#options;
    const unit = this.#unitOf(from, frame, go);
    if (conn.faults) this.#offerDisturbed(unit, conn.faults);
    else holds.offer(conn, unit);
  }

  #unitOf(from: Side, frame: Frame, go: (bytes: Uint8Array) => void): Unit {
    const { conn, tls } = this.#options;
    const verb = this.#verbs.next(from, frame);
    const note = (bytes: Uint8Array, input?: Seq) =>
      conn.record(from, bytes === frame.bytes ? frame : inPlaceOf(frame, bytes), tls, input);
    const pass = (bytes: Uint8Array, input?: Seq) => {
      note(bytes, input);
      go(bytes);
      this.#afterPass();
    };
    return { from, frame, verb, tls, note, pass };
  }

  /** Between a program and the link stands whoever answers in the server's stead, and then whoever holds. */
  #offerDisturbed(unit: Unit, faults: Disturbance): void {
    const { conn, holds } = this.#options;
    const turn = this.#verbs.answered + this.#verbs.waiting - 1;
    const standIn: StandIn = {
      unsay: () => this.#verbs.unsay(),
      answer: (reply, said, then) => {
        this.#due.push({ turn, say: () => this.#say(reply, faults, said, then) });
        this.#sayDue();
      },
    };
    faults.read(unit, standIn, (told) => holds.offer(conn, { ...told, pass: (bytes) => faults.carry(told, bytes) }));
    this.#sayDue();
  }

  #sayDue(): void {
    while (this.#due[0] && this.#due[0].turn <= this.#verbs.answered) this.#due.shift()?.say();
  }

  /** A reply that the server doesn't know of. */
  #say(reply: string, faults: Disturbance, said: () => void, then: () => void): void {
    const go = (bytes: Uint8Array) => (this.far === 'client' ? this.#inner.write(bytes) : this.#toNear(bytes));
    for (const frame of this.#framer?.fromServer(Buffer.from(reply, 'latin1')) ?? []) {
      const unit = this.#unitOf('server', frame, go);
      const pass: Unit['pass'] = (bytes, input) => {
        said();
        unit.pass(bytes, input);
        then();
      };
      this.#offerDisturbed({ ...unit, pass }, faults);
    }
  }

  /** An end, or a write, that waited for a unit comes after it. */
  #afterPass(): void {
    const { far } = this;
    if (this.#farEnded && !this.#isWaiting(far)) {
      this.#farEnded = false;
      this.#endNear();
    }
    const done = this.#finalDone;
    if (done && !this.#isWaiting(this.#near)) {
      this.#finalDone = undefined;
      this.#endInner(done);
    }
    if (this.conn.faults) this.#goOn(this.conn.faults);
  }

  #goOn(faults: Disturbance): void {
    if (!faults.isFull(this.far)) this.#inner.resume();
    const written = this.#written;
    if (!written || faults.isFull(this.#near)) return;
    this.#written = undefined;
    this.#whenDrained(written);
  }

  /** What `from` said is held, or still on its way. */
  #isWaiting(from: Side): boolean {
    const { conn, holds } = this.#options;
    return holds.isWaiting(conn, from) || conn.faults?.isWaiting(from) === true;
  }

  #onFarEnd(): void {
    const { far } = this;
    this.conn.ended(far);
    this.#flush(far, (bytes) => this.#toNear(bytes));
    // Who gives up in a black hole never hears of it, and nobody hears of them: the lab lets both go.
    if (this.conn.faults?.isSilent === true) this.#inner.destroy();
    else if (this.#isWaiting(far)) this.#farEnded = true;
    else this.#endNear();
  }

  #endNear(): void {
    if (this.#isNearEnded || this.destroyed) return;
    this.#isNearEnded = true;
    this.push(null);
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
