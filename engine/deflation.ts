// Packing and unpacking with node's own zlib, beside the thread in which letters move. Counterpart:
// contract/session/deflation.ts.

import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

import type { Deflation } from '../contract/session/deflation.ts';

const deflateRaw = promisify(zlib.deflateRaw);

export const deflation: Deflation = {
  deflate: (bytes) => deflateRaw(bytes),
  inflate: (packed) => Readable.from([packed]).compose(zlib.createInflateRaw()) as AsyncIterable<Uint8Array>,
};
