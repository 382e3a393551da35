// Packing and unpacking with node's own zlib, beside the thread in which letters move. Counterpart:
// contract/session/deflation.ts.

import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

import type { Deflation } from '../contract/session/deflation.ts';

const deflateRaw = promisify(zlib.deflateRaw);

export const deflation: Deflation = {
  deflate: (bytes) => deflateRaw(bytes),
  inflate: (packed) => through(zlib.createInflateRaw(), packed),
  gunzip: (member) => through(zlib.createGunzip(), member),
};

/** One stream and no pipe: who stops taking destroys it, and nothing else is left to complain. */
function through(stream: Transform, packed: Uint8Array): AsyncIterable<Uint8Array> {
  stream.end(packed);
  return stream as AsyncIterable<Uint8Array>;
}
