// Packing and unpacking as a browser does it, beside the page's own thread. Counterpart: contract/session/deflation.ts.
// Rule: streams of the platform; nothing is packed by this page's own code.

import type { Deflation } from '../../contract/session/deflation.ts';

export const deflation: Deflation = {
  deflate: async (bytes) => {
    const packed = streamOf(bytes).pipeThrough(new CompressionStream('deflate-raw'));
    return new Uint8Array(await new Response(packed).arrayBuffer());
  },
  inflate: (packed) => piecesOf(streamOf(packed).pipeThrough(new DecompressionStream('deflate-raw'))),
};

function streamOf(bytes: Uint8Array): ReadableStream<BufferSource> {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
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
