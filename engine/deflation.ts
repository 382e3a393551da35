// Packing and unpacking with node's own zlib, beside the thread in which letters move. Counterpart:
// contract/session/deflation.ts.

import { promisify } from 'node:util';
import zlib from 'node:zlib';

import type { Deflation } from '../contract/session/deflation.ts';

const deflateRaw = promisify(zlib.deflateRaw);

export const deflation: Deflation = {
  deflate: (bytes) => deflateRaw(bytes),
  inflate: (packed) => {
    // One stream and no pipe: who stops taking destroys it, and nothing else is left to complain.
    const inflate = zlib.createInflateRaw();
    inflate.end(packed);
    return inflate as AsyncIterable<Uint8Array>;
  },
};
