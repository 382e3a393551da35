// A file that was picked or dropped, read where it is wanted. Counterpart: contract/session/byte-source.ts. Rule: the browser
// holds the file; this page holds what it asked for.

import type { ByteSource } from '../../contract/session/byte-source.ts';

export function blobSource(file: Blob): ByteSource {
  return {
    length: file.size,
    read: async (at, length) => new Uint8Array(await file.slice(at, at + length).arrayBuffer()),
  };
}
