// Messages over TCP: each has its length before it (RFC 1035 section 4.2.2). Counterpart: server.ts and sockets.ts.
// Rule: octets in by `push`, whole messages out by `next`; the caller decides when to take the next one, so what
// waits is bounded by what it pushed.
//
//   push  00 1d .. .. | 00    next -> 29 octets
//   push  1f .. ..            next -> 31 octets, then undefined

const LENGTH_OCTETS = 2;

export class TcpFraming {
  #chunks: Uint8Array[] = [];
  #held = 0;

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#chunks.push(bytes);
    this.#held += bytes.length;
  }

  /** The next whole message without its length; undefined until there is one. */
  next(): Uint8Array | undefined {
    if (this.#held < LENGTH_OCTETS) return undefined;
    const needed = LENGTH_OCTETS + this.#length();
    if (this.#held < needed) return undefined;
    const all = this.#chunks.length === 1 && this.#chunks[0] ? this.#chunks[0] : Buffer.concat(this.#chunks);
    this.#chunks = all.length > needed ? [all.subarray(needed)] : [];
    this.#held -= needed;
    return all.subarray(LENGTH_OCTETS, needed);
  }

  /** The length may come in two pieces. */
  #length(): number {
    const octet = (index: number): number => {
      const [first, second] = this.#chunks;
      return first && index < first.length ? (first[index] ?? 0) : (second?.[index - (first?.length ?? 0)] ?? 0);
    };
    return octet(0) * 256 + octet(1);
  }
}

/** `message` with its length before it. */
export function frame(message: Uint8Array): Uint8Array {
  const framed = new Uint8Array(LENGTH_OCTETS + message.length);
  framed[0] = message.length >> 8;
  framed[1] = message.length & 255;
  framed.set(message, LENGTH_OCTETS);
  return framed;
}
