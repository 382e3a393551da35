// Writes a zip file entry by entry (PKWARE APPNOTE section 4.3). Counterpart: zip.ts reads it. Rule: an entry is whole when
// it is written, so its header says how long it is, and a reader may begin anywhere.

import { strToU8 } from 'fflate';

import { crc32 } from './crc32.ts';
import type { Deflation } from './deflation.ts';
import { SESSION_LIMITS } from './limits.ts';
import { SessionProblem } from './problem.ts';
import { CENTRAL, END, LOCAL, METHOD } from './zip-format.ts';

/** 2.0: deflated entries. */
const VERSION = 20;
/** Names are UTF-8. */
const FLAGS = 0x0800;

export class ZipWriter {
  readonly #deflation: Deflation;
  readonly #time: number;
  readonly #directory: Uint8Array[] = [];
  #at = 0;

  /** `now_ms`: when the entries say that they were written. */
  constructor(deflation: Deflation, now_ms: number) {
    this.#deflation = deflation;
    this.#time = dosTime(now_ms);
  }

  /** The octets of the next entry. Throws SessionProblem when the file has no room for it. */
  async entry(name: string, bytes: Uint8Array): Promise<Uint8Array[]> {
    const deflated = await this.#deflation.deflate(bytes);
    const isSmaller = deflated.length < bytes.length;
    const data = isSmaller ? deflated : bytes;
    const path = strToU8(name);
    const told = new Uint8Array(LOCAL.octets - TOLD_AT);
    const view = new DataView(told.buffer);
    view.setUint16(0, VERSION, true);
    view.setUint16(2, FLAGS, true);
    view.setUint16(4, isSmaller ? METHOD.deflated : METHOD.stored, true);
    view.setUint32(6, this.#time, true);
    view.setUint32(10, crc32(bytes), true);
    view.setUint32(14, data.length, true);
    view.setUint32(18, bytes.length, true);
    view.setUint16(22, path.length, true);
    const local = record(LOCAL.signature, LOCAL.octets);
    local.set(told, TOLD_AT);
    const central = record(CENTRAL.signature, CENTRAL.octets);
    new DataView(central.buffer).setUint16(4, VERSION, true);
    central.set(told, CENTRAL_TOLD_AT);
    new DataView(central.buffer).setUint32(42, this.#at, true);
    this.#directory.push(central, path);
    this.#at += local.length + path.length + data.length;
    const isFull = this.#directory.length / 2 > SESSION_LIMITS.entries || this.#at > SESSION_LIMITS.packedOctets;
    if (isFull) throw new SessionProblem('too large', `${this.#at} octets`);
    return [local, path, data];
  }

  /** What comes after the last entry. */
  end(): Uint8Array[] {
    const end = record(END.signature, END.octets);
    const view = new DataView(end.buffer);
    const count = this.#directory.length / 2;
    view.setUint16(8, count, true);
    view.setUint16(10, count, true);
    view.setUint32(
      12,
      this.#directory.reduce((sum, { length }) => sum + length, 0),
      true,
    );
    view.setUint32(16, this.#at, true);
    return [...this.#directory, end];
  }
}

/** Both headers of an entry say the same from here on. */
const TOLD_AT = 4;
const CENTRAL_TOLD_AT = 6;

function record(signature: number, octets: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(octets);
  new DataView(bytes.buffer).setUint32(0, signature, true);
  return bytes;
}

/** Date and time as MS-DOS has them, UTC: two seconds are its smallest step, 1980 its first year. */
function dosTime(now_ms: number): number {
  const now = new Date(Math.max(now_ms, Date.UTC(1980, 0)));
  const date = ((now.getUTCFullYear() - 1980) << 9) | ((now.getUTCMonth() + 1) << 5) | now.getUTCDate();
  const time = (now.getUTCHours() << 11) | (now.getUTCMinutes() << 5) | (now.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}
