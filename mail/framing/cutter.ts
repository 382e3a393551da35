// One direction of a connection, cut into frames: by line, up to a lone dot, or by a count of octets. Counterpart: the
// protocol files beside it, which decide what comes next. Rule: where a frame ends depends on the bytes and on those
// decisions, never on the chunks in which the bytes arrived.

import { toByteString, type ByteString } from '../bytes.ts';
import type { BulkKind, Frame, SecretRange } from '../framing.ts';
import { BareDot } from './bare-dot.ts';
import { FRAME_BULK_OCTETS, FRAME_LINE_OCTETS } from '../limits.ts';

const LF = 10;
const CR = 13;
const DOT = 46;
const TAIL_OCTETS = 32; // enough of an over-long line's end to recognise an IMAP literal in it

/** A line, or a piece of one that was longer than a frame. */
export interface Line {
  /** The piece's octets, its line end included. */
  text: ByteString;
  /** The piece begins a line, so it may hold a command. */
  first: boolean;
  /** The piece ends a line. */
  last: boolean;
  /** The end of the whole line, which may reach back into an earlier piece. */
  tail: ByteString;
}

/** Reads a line, may call `expectDot` or `expectOctets`, and returns where a credential stands in it. */
export type LineReader = (line: Line) => SecretRange | undefined;

type Mode =
  | { cut: 'line' }
  | { cut: 'dot'; bulk: BulkKind; bare?: BareDot }
  | { cut: 'count'; bulk: BulkKind; secret: boolean };

export class Cutter {
  readonly #readLine: LineReader;
  #mode: Mode = { cut: 'line' };
  #buffer = new Uint8Array(0); // grows by fours up to one frame: a byte at a time must not cost an object a byte
  #heldOctets = 0;
  #ready: Frame[] = [];
  #firstPiece = true;
  #tail: ByteString = '';
  #secretRunsOn = false; // an over-long line was cut inside a credential
  #dotMatch = 0; // how much of CRLF . CRLF stands at the end of what was read
  #endedBare = false;
  #octetsLeft = 0;

  constructor(readLine: LineReader) {
    this.#readLine = readLine;
  }

  /** Takes bytes of this direction; returns the frames that they complete, after any that a mode change completed. */
  push(bytes: Uint8Array): Frame[] {
    let rest = bytes;
    while (rest.length > 0) rest = rest.subarray(this.#take(rest));
    const frames = this.#ready;
    this.#ready = [];
    return frames;
  }

  /**
   * What follows is bulk that ends with a dot alone on its line, the dot included (RFC 5321 4.1.1.4, RFC 1939 3). `bare`:
   * whoever reads it takes a bare LF for a line end.
   */
  expectDot(bulk: BulkKind, bare = false): void {
    this.#dotMatch = 2; // the bulk starts at a line's start, as if CRLF stood before it
    this.#endedBare = false;
    this.#enter({ cut: 'dot', bulk, ...(bare ? { bare: new BareDot() } : {}) });
  }

  /** The last bulk ended where only a reader of bare LFs sees an end. */
  get endedBare(): boolean {
    return this.#endedBare;
  }

  /** What follows is bulk of so many octets. Nothing changes for 0. */
  expectOctets(count: number, bulk: BulkKind, secret = false): void {
    if (count <= 0) return;
    this.#octetsLeft = count;
    this.#enter({ cut: 'count', bulk, secret });
  }

  /** The direction closed: flushes what is held. */
  end(): Frame[] {
    if (this.#heldOctets > 0) this.#emit(false);
    const frames = this.#ready;
    this.#ready = [];
    return frames;
  }

  /** A mode may change while a part of a line is held (the peer talked early): that part belongs to the new mode. */
  #enter(mode: Mode): void {
    this.#mode = mode;
    this.#firstPiece = true;
    this.#secretRunsOn = false;
    const early = this.#release();
    let rest = early;
    while (rest.length > 0) rest = rest.subarray(this.#take(rest));
  }

  /** Takes at most one unit off the front of `bytes`; returns how many octets that was. */
  #take(bytes: Uint8Array): number {
    const mode = this.#mode;
    const room = (mode.cut === 'line' ? FRAME_LINE_OCTETS : FRAME_BULK_OCTETS) - this.#heldOctets;
    const window = bytes.length > room ? bytes.subarray(0, room) : bytes;
    let length = window.length;
    let complete = false;
    if (mode.cut === 'line') {
      const newline = window.indexOf(LF);
      complete = newline >= 0;
      if (complete) length = newline + 1;
    } else if (mode.cut === 'dot') {
      const end = mode.bare ? mode.bare.find(window) : this.#findDot(window);
      complete = end >= 0;
      if (complete) length = end;
      this.#endedBare = complete && mode.bare?.isBare === true;
    } else {
      length = Math.min(length, this.#octetsLeft);
      this.#octetsLeft -= length;
      complete = this.#octetsLeft === 0;
    }
    this.#hold(window.subarray(0, length));
    if (complete || length === room) this.#emit(complete);
    return length;
  }

  /** The offset after CRLF . CRLF in `bytes`, or -1; the match runs on across calls. */
  #findDot(bytes: Uint8Array): number {
    let match = this.#dotMatch;
    for (let at = 0; at < bytes.length; at += 1) {
      // Only a CR begins it: the octets between are passed over at once.
      if (match === 0) at = bytes.indexOf(CR, at);
      if (at < 0) break;
      const octet = bytes[at];
      if (octet === CR) match = match === 3 ? 4 : 1;
      else if (octet === LF && match === 4) return at + 1;
      else if (octet === LF && match === 1) match = 2;
      else if (octet === DOT && match === 2) match = 3;
      else match = 0;
    }
    this.#dotMatch = match;
    return -1;
  }

  /** Copies: a socket may use its buffer again. */
  #hold(bytes: Uint8Array): void {
    const octets = this.#heldOctets + bytes.length;
    if (octets > this.#buffer.length) {
      const grown = new Uint8Array(Math.min(Math.max(octets, this.#buffer.length * 4), FRAME_BULK_OCTETS));
      grown.set(this.#buffer.subarray(0, this.#heldOctets));
      this.#buffer = grown;
    }
    this.#buffer.set(bytes, this.#heldOctets);
    this.#heldOctets = octets;
  }

  #release(): Uint8Array {
    const held = this.#buffer.subarray(0, this.#heldOctets);
    this.#heldOctets = 0;
    if (this.#buffer.length <= FRAME_LINE_OCTETS) return held.slice();
    // A large piece goes as it is: the next one gets a buffer of its own, and behind a full one it needn't grow.
    this.#buffer = new Uint8Array(held.length === FRAME_BULK_OCTETS ? FRAME_BULK_OCTETS : 0);
    return held;
  }

  #emit(complete: boolean): void {
    const bytes = this.#release();
    const mode = this.#mode;
    if (mode.cut === 'line') {
      this.#emitLine(bytes, complete);
      return;
    }
    const frame: Frame = { kind: 'bulk', bytes, bulk: mode.bulk };
    if (mode.cut === 'count' && mode.secret) frame.secret = { start: 0, end: bytes.length };
    this.#ready.push(frame);
    if (complete) this.#mode = { cut: 'line' };
  }

  #emitLine(bytes: Uint8Array, complete: boolean): void {
    const text = toByteString(bytes);
    const frame: Frame = { kind: 'line', bytes, text };
    this.#ready.push(frame);
    const textEnd = text.length - (/\r?\n$/.exec(text)?.[0].length ?? 0);
    this.#tail = (this.#firstPiece ? text : this.#tail + text).slice(-TAIL_OCTETS);
    const line: Line = { text, first: this.#firstPiece, last: complete, tail: this.#tail };
    this.#firstPiece = complete;
    const secret = this.#secretRunsOn ? { start: 0, end: textEnd } : this.#readLine(line);
    if (secret && secret.end > secret.start) frame.secret = secret;
    this.#secretRunsOn = !complete && secret !== undefined && secret.end >= textEnd;
  }
}
