// Reads a zip file that may be hostile (PKWARE APPNOTE): its directory, then one entry at a time. Counterpart:
// zip-writer.ts. Rule: the directory is believed for nothing but where to look; what comes out is counted while it comes,
// and every entry's check sum is compared.

import { strFromU8 } from 'fflate';

import { type ByteSource, readAt } from './byte-source.ts';
import { crc32 } from './crc32.ts';
import type { Deflation } from './deflation.ts';
import { gzipMember } from './gzip.ts';
import { SESSION_LIMITS } from './limits.ts';
import { SessionProblem } from './problem.ts';
import { CENTRAL, END, LOCAL, METHOD } from './zip-format.ts';

export interface ZipEntry {
  name: string;
  method: number;
  /** Where its local header begins. */
  at: number;
  packed: number;
  octets: number;
  crc: number;
}

/** The entries, in the order of the directory. Throws SessionProblem. */
export async function readDirectory(file: ByteSource): Promise<ZipEntry[]> {
  const isZip =
    file.length >= SIGNATURE && viewOf(await readAt(file, 0, SIGNATURE)).getUint32(0, true) === LOCAL.signature;
  if (!isZip) throw new SessionProblem('not a session');
  const tail = await readAt(
    file,
    Math.max(0, file.length - END.octets - END.comment),
    Math.min(file.length, END.octets + END.comment),
  );
  const end = findEnd(viewOf(tail));
  const view = viewOf(tail.subarray(end));
  const count = view.getUint16(10, true);
  const octets = view.getUint32(12, true);
  if (count > SESSION_LIMITS.entries) throw new SessionProblem('too large', `${count} entries`);
  if (octets > SESSION_LIMITS.directoryOctets) throw new SessionProblem('too large', `a directory of ${octets} octets`);
  return entriesOf(await readAt(file, view.getUint32(16, true), octets), count);
}

function entriesOf(directory: Uint8Array, count: number): ZipEntry[] {
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  let at = 0;
  let octets = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL.octets > view.byteLength || view.getUint32(at, true) !== CENTRAL.signature) throw cut();
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw new SessionProblem('not a session', 'encrypted');
    const name = view.getUint16(at + 28, true);
    const next = at + CENTRAL.octets + name + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > view.byteLength) throw cut();
    const entry = {
      name: strFromU8(directory.subarray(at + CENTRAL.octets, at + CENTRAL.octets + name)),
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

/** One entry's octets in pieces; whoever takes them all has them checked. Throws SessionProblem. */
export async function* piecesOf(file: ByteSource, entry: ZipEntry, { gunzip }: Deflation): AsyncGenerator<Uint8Array> {
  const data = await dataOf(file, entry);
  const isStored = entry.method === METHOD.stored;
  if (isStored && crc32(data) !== entry.crc) throw damaged(entry);
  let length = 0;
  for await (const piece of sound(entry, isStored ? [data] : gunzip(gzipMember(data, entry)))) {
    length += piece.length;
    if (length > entry.octets) throw damaged(entry);
    yield piece;
  }
  if (length !== entry.octets) throw damaged(entry);
}

/** One entry, at most `most` octets of it. Throws SessionProblem. */
export async function wholeEntry(
  file: ByteSource,
  entry: ZipEntry,
  deflation: Deflation,
  most: number = SESSION_LIMITS.entryOctets,
): Promise<Uint8Array> {
  if (entry.octets > most) throw new SessionProblem('too large', entry.name);
  const out = new Uint8Array(entry.octets);
  let at = 0;
  for await (const piece of piecesOf(file, entry, deflation)) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

/** The same pieces; what is thrown is a SessionProblem. */
async function* sound(
  entry: ZipEntry,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (entry.method !== METHOD.stored && entry.method !== METHOD.deflated) throw damaged(entry);
  try {
    for await (const piece of pieces) yield piece;
  } catch (error) {
    throw error instanceof SessionProblem ? error : damaged(entry);
  }
}

/** Header and octets are read at once: only a strange writer's header is longer than the directory says. */
async function dataOf(file: ByteSource, entry: ZipEntry): Promise<Uint8Array> {
  const { at, packed, name } = entry;
  const usual = LOCAL.octets + name.length;
  const bytes = await readAt(file, at, Math.min(usual + packed, Math.max(0, file.length - at)));
  if (bytes.length < LOCAL.octets) throw damaged(entry);
  const view = viewOf(bytes);
  if (view.getUint32(0, true) !== LOCAL.signature) throw damaged(entry);
  const header = LOCAL.octets + view.getUint16(26, true) + view.getUint16(28, true);
  if (at + header + packed > file.length) throw damaged(entry);
  return header === usual ? bytes.subarray(header) : readAt(file, at + header, packed);
}

/** The end record is the last thing in the file, but for a comment. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - END.octets; at >= 0; at -= 1) {
    if (view.getUint32(at, true) === END.signature) return at;
  }
  throw cut();
}

const ENCRYPTED = 1;
/** Octets that say what it is. */
const SIGNATURE = 4;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function cut(): SessionProblem {
  return new SessionProblem('damaged', 'the file is cut short');
}

function damaged({ name }: ZipEntry): SessionProblem {
  return new SessionProblem('damaged', name);
}
