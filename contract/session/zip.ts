// Reads a zip file that may be hostile (PKWARE APPNOTE): its directory, then one entry at a time. Counterpart:
// engine/session.ts writes with fflate. Rule: the directory is believed for nothing but where to look; what comes out
// is counted while it comes, and every entry's check sum is compared.

import { Inflate, strFromU8 } from 'fflate';

import { crc32 } from './crc32.ts';
import { SESSION_LIMITS } from './limits.ts';
import { SessionProblem } from './problem.ts';

export interface ZipEntry {
  name: string;
  /** 0: stored; 8: deflated. */
  method: number;
  /** Where its local header begins. */
  at: number;
  packed: number;
  octets: number;
  crc: number;
}

const END = { signature: 0x06054b50, octets: 22, comment: 0xffff };
const CENTRAL = { signature: 0x02014b50, octets: 46 };
const LOCAL = { signature: 0x04034b50, octets: 30 };
const ENCRYPTED = 1;

/** The entries, in the order of the directory. Throws SessionProblem. */
export function readDirectory(file: Uint8Array): ZipEntry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > SESSION_LIMITS.entries) throw new SessionProblem('too large', `${count} entries`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  let octets = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL.octets > end || view.getUint32(at, true) !== CENTRAL.signature) throw cut();
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new SessionProblem('not a session', 'encrypted');
    const name = view.getUint16(at + 28, true);
    const next = at + CENTRAL.octets + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw cut();
    const entry = {
      name: strFromU8(file.subarray(at + CENTRAL.octets, at + CENTRAL.octets + name)),
      method: view.getUint16(at + 10, true),
      at: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      octets: view.getUint32(at + 24, true),
      crc: view.getUint32(at + 16, true),
    };
    octets += entry.octets;
    if (octets > SESSION_LIMITS.octets) throw new SessionProblem('too large', `${octets} octets`);
    entries.push(entry);
    at = next;
  }
  return entries;
}

/** One entry's octets, a step at a time; `pause` comes between. Throws SessionProblem. */
export async function inflateEntry(
  file: Uint8Array,
  entry: ZipEntry,
  pause: (octets: number) => Promise<void>,
): Promise<Uint8Array> {
  const data = dataOf(file, entry);
  const out = new Uint8Array(entry.octets);
  let length = 0;
  const take = (piece: Uint8Array) => {
    if (length + piece.length > out.length) throw damaged(entry);
    out.set(piece, length);
    length += piece.length;
  };
  if (entry.method === 0) take(data);
  else if (entry.method === 8) {
    const inflate = new Inflate(take);
    for (let at = 0; at < data.length; at += SESSION_LIMITS.inflateStep) {
      const before = length;
      push(inflate, data.subarray(at, at + SESSION_LIMITS.inflateStep), entry);
      await pause(length - before);
    }
  } else throw damaged(entry);
  if (length !== out.length || crc32(out) !== entry.crc) throw damaged(entry);
  return out;
}

function push(inflate: Inflate, piece: Uint8Array, entry: ZipEntry): void {
  try {
    inflate.push(piece);
  } catch (error) {
    throw error instanceof SessionProblem ? error : damaged(entry);
  }
}

function dataOf(file: Uint8Array, entry: ZipEntry): Uint8Array {
  const { at, packed } = entry;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (at + LOCAL.octets > file.length || view.getUint32(at, true) !== LOCAL.signature) throw damaged(entry);
  const start = at + LOCAL.octets + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (start + packed > file.length) throw damaged(entry);
  return file.subarray(start, start + packed);
}

/** The end record is the last thing in the file, but for a comment. */
function findEnd(view: DataView): number {
  if (view.byteLength < 4 || view.getUint32(0, true) !== LOCAL.signature) throw new SessionProblem('not a session');
  const first = Math.max(0, view.byteLength - END.octets - END.comment);
  for (let at = view.byteLength - END.octets; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END.signature) return at;
  }
  throw cut();
}

function cut(): SessionProblem {
  return new SessionProblem('damaged', 'the file is cut short');
}

function damaged({ name }: ZipEntry): SessionProblem {
  return new SessionProblem('damaged', name);
}
