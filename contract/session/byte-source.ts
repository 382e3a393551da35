// A file that is read where it is wanted: of the disk, of the browser, or in memory. Counterpart: zip.ts asks it. Rule: what
// is asked for lies within it, or the file is cut.

import { SessionProblem } from './problem.ts';

export interface ByteSource {
  readonly length: number;
  /** `length` octets from `at` on. */
  read: (at: number, length: number) => Promise<Uint8Array>;
}

export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return { length: bytes.length, read: (at, length) => Promise.resolve(bytes.subarray(at, at + length)) };
}

/** Throws SessionProblem where the file has no such place. */
export async function readAt(file: ByteSource, at: number, length: number): Promise<Uint8Array> {
  if (at < 0 || at + length > file.length) throw new SessionProblem('damaged', 'the file is cut short');
  const bytes = await file.read(at, length);
  if (bytes.length !== length) throw new SessionProblem('damaged', 'the file is cut short');
  return bytes;
}
