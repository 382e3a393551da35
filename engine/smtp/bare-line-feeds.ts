// Message data as a server reads it that takes a bare LF for a line end: each becomes CRLF before the end is looked for.
// Counterpart: mail/framing/bare-dot.ts cuts the same data for the record. Rule: a CR at the end of one piece belongs to the
// LF that begins the next.

import type { SmtpSession } from './session.ts';

const END = Buffer.from('\r\n.\r\n');
const LF = 10;
const CR = 13;

/** Asked before the 354, because the record of the wire goes by it, too; undefined where CRLF alone ends a line. */
export function lineFeedsFor({ agent, conn }: SmtpSession): BareLineFeeds | undefined {
  conn.endsAtBareLf = agent.settings.smtp.bareLineEnds === 'end';
  return conn.endsAtBareLf ? new BareLineFeeds() : undefined;
}

export class BareLineFeeds {
  #last = 0;
  /** The last octets as they came. The data begins at a line's start. */
  #tail: Buffer = END.subarray(0, 2);

  /** What was read ended where only we see an end: to whoever sent it, what follows is still the same letter. */
  get endedBare(): boolean {
    return !this.#tail.equals(END);
  }

  /** The piece with CRLF for each bare LF; the piece itself where there is none. */
  complete(piece: Buffer): Buffer {
    const bare: number[] = [];
    for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, at + 1)) {
      if ((at === 0 ? this.#last : piece[at - 1]) !== CR) bare.push(at);
    }
    this.#last = piece.at(-1) ?? this.#last;
    this.#tail = Buffer.concat([this.#tail, piece.subarray(-END.length)]).subarray(-END.length);
    if (bare.length === 0) return piece;
    const out = Buffer.alloc(piece.length + bare.length);
    let from = 0;
    bare.forEach((at, found) => {
      piece.copy(out, from + found, from, at);
      out[at + found] = CR;
      from = at;
    });
    piece.copy(out, from + bare.length, from);
    return out;
  }
}
