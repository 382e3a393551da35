// A broken link turns one bit over. Counterpart: disturbance.ts. Rule: the line stays a line: what is changed of text is
// neither its end nor made one, so that one sees what was changed and not what fell apart because of it.

import type { RandomStream } from '../world.ts';

export interface Corrupted {
  bytes: Uint8Array;
  octet: { at: number; was: number; is: number };
}

/** A TLS record begins with its type, version and length (RFC 8446 section 5.1); what is sealed comes after. */
const RECORD_HEADER = 5;
/** Bits that make another letter of a letter, the first that does. */
const BITS = [1, 2, 4] as const;

export function corrupted(bytes: Uint8Array, what: 'text' | 'records', chance: RandomStream): Corrupted {
  const first = what === 'records' && bytes.length > RECORD_HEADER ? RECORD_HEADER : 0;
  const begin = first + chance.below(bytes.length - first);
  const at = what === 'text' ? printableFrom(bytes, begin) : begin;
  const was = bytes[at] ?? 0;
  const is = was ^ (what === 'text' ? (BITS.find((bit) => isPrintable(was ^ bit)) ?? 1) : 1);
  const changed = Uint8Array.from(bytes);
  changed[at] = is;
  return { bytes: changed, octet: { at, was, is } };
}

/** The nearest octet that can be read, going on from the beginning after the end. */
function printableFrom(bytes: Uint8Array, begin: number): number {
  for (let step = 0; step < bytes.length; step += 1) {
    const at = (begin + step) % bytes.length;
    if (isPrintable(bytes[at] ?? 0)) return at;
  }
  return begin;
}

function isPrintable(octet: number): boolean {
  return octet > 0x20 && octet < 0x7f;
}
