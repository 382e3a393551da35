// Packing and unpacking (RFC 1951, RFC 1952), as the machine does it best: engine/deflation.ts in node, renderer/session/deflation.ts
// on a page. Counterpart: zip.ts, zip-writer.ts. Rule: what is unpacked comes in pieces, so that who counts them can stop.

export interface Deflation {
  deflate: (bytes: Uint8Array) => Promise<Uint8Array>;
  /** Throws whatever it likes at octets that aren't deflated. */
  inflate: (packed: Uint8Array) => AsyncIterable<Uint8Array>;
  /** The same of a member of gzip; throws also where its check sum or length is another. */
  gunzip: (member: Uint8Array) => AsyncIterable<Uint8Array>;
}
