// A multi-line answer on its way out (RFC 1939 section 3). Counterpart: transaction.ts (RETR, TOP).
// Rule: every octet goes as it is stored; only dots are added, and the last line end when it is missing.
//
//   Hi CRLF .bye      ->  Hi CRLF ..bye CRLF . CRLF

const LF = 10;
const CR = 13;
const DOT = 46;

/** The octets with doubled dots, a line end and the final dot. */
export function dotStuff(octets: Uint8Array): Uint8Array {
  const stuffed = Buffer.alloc(octets.length + dotsToDouble(octets) + '\r\n.\r\n'.length);
  let to = 0;
  let from = 0;
  for (const dot of dotLines(octets)) {
    stuffed.set(octets.subarray(from, dot), to);
    to += dot - from;
    stuffed[to++] = DOT;
    from = dot;
  }
  stuffed.set(octets.subarray(from), to);
  to += octets.length - from;
  to += stuffed.write(octets.length === 0 || endsWithCrLf(octets) ? '.\r\n' : '\r\n.\r\n', to);
  return stuffed.subarray(0, to);
}

/**
 * Where a line begins with a dot. A bare LF counts as a line end here: a client that reads up to LF would take
 * `LF . CRLF` inside a letter for its end, and the rest of the letter for answers.
 */
function* dotLines(octets: Uint8Array): Generator<number> {
  if (octets[0] === DOT) yield 0;
  for (let lf = octets.indexOf(LF); lf >= 0; lf = octets.indexOf(LF, lf + 1)) {
    if (octets[lf + 1] === DOT) yield lf + 1;
  }
}

function dotsToDouble(octets: Uint8Array): number {
  let count = 0;
  for (const _ of dotLines(octets)) count += 1;
  return count;
}

function endsWithCrLf(octets: Uint8Array): boolean {
  return octets.at(-1) === LF && octets.at(-2) === CR;
}

/** Header, blank line and the first `lines` lines of the body (RFC 1939 section 7, TOP). */
export function topOf(octets: Uint8Array, lines: number): Uint8Array {
  let left: number | undefined; // undefined until the blank line
  for (let at = 0; at < octets.length;) {
    const lf = octets.indexOf(LF, at);
    if (left === 0) return octets.subarray(0, at);
    const blank = lf === at || (octets[at] === CR && lf === at + 1);
    if (left !== undefined) left -= 1;
    else if (blank) left = lines;
    if (lf < 0) break;
    at = lf + 1;
  }
  return octets;
}
