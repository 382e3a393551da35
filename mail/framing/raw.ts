// Bytes of a protocol that nobody here reads: ciphertext, or a port without a name. Counterpart: framing.ts.
// Rule: pass everything on as it came, cut only where a piece would be too big; here alone chunks show.

import type { Frame, Framer } from '../framing.ts';
import { FRAME_BULK_OCTETS } from '../limits.ts';

export function rawFramer(): Framer {
  return { fromClient: pieces, fromServer: pieces, end: () => ({ client: [], server: [] }) };
}

function pieces(bytes: Uint8Array): Frame[] {
  const frames: Frame[] = [];
  for (let at = 0; at < bytes.length; at += FRAME_BULK_OCTETS) {
    frames.push({ kind: 'bulk', bulk: 'raw', bytes: bytes.slice(at, at + FRAME_BULK_OCTETS) });
  }
  return frames;
}
