// The end of message data as a server finds it that takes a bare LF for a line end: CRLF . CRLF, and also LF . LF and LF .
// CRLF. Counterpart: cutter.ts, whose own search knows CRLF alone (RFC 5321 section 4.1.1.4). Rule: how it was cut into
// pieces makes no difference.

const LF = 10;
const CR = 13;
const DOT = 46;

export class BareDot {
  /** What stands at the end of what was read. The data begins at a line's start. */
  #at: 'text' | 'cr' | 'start' | 'dot' | 'dot cr' = 'start';
  /** The line under way was begun by a bare LF. */
  #begunBare = false;
  #isBare = false;

  /** Whether another server would have seen no end there. */
  get isBare(): boolean {
    return this.#isBare;
  }

  /** The offset behind the end, or -1. */
  find(bytes: Uint8Array): number {
    for (let at = 0; at < bytes.length; at += 1) {
      const octet = bytes[at];
      const before = this.#at;
      if (octet === LF) {
        const hasCr = before === 'cr' || before === 'dot cr';
        if (before === 'dot' || before === 'dot cr') {
          this.#isBare = this.#begunBare || !hasCr;
          return at + 1;
        }
        this.#at = 'start';
        this.#begunBare = !hasCr;
      } else if (octet === CR) this.#at = before === 'dot' ? 'dot cr' : 'cr';
      else this.#at = octet === DOT && before === 'start' ? 'dot' : 'text';
    }
    return -1;
  }
}
