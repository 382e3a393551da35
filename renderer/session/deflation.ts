// Packing and unpacking as a browser does it, beside the page's own thread. Counterpart: contract/session/deflation.ts.
// Rule: streams of the platform; nothing is packed by this page's own code.

import type { Deflation } from '../../contract/session/deflation.ts';

export const deflation: Deflation = {
  deflate: async (bytes) => {
    const packed = through(new CompressionStream('deflate-raw'), bytes);
    return new Uint8Array(await new Response(packed).arrayBuffer());
  },
  inflate: (packed) => piecesOf(through(new DecompressionStream('deflate-raw'), packed)),
  gunzip: (member) => piecesOf(through(new DecompressionStream('gzip'), member)),
};

function through({ readable, writable }: CompressionStream, bytes: Uint8Array): ReadableStream<Uint8Array> {
  const writer = writable.getWriter();
  const written = writer.write(bytes as Uint8Array<ArrayBuffer>).then(() => writer.close());
  // Whoever reads hears of it too.
  written.catch(() => undefined);
  return readable;
}

/** Not every browser can walk over a stream with `for await`. */
async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever had enough lets the rest go; what it was torn by has been said already.
    void reader.cancel().catch(() => undefined);
  }
}
