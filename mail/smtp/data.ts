// Message data on the wire: dots doubled, a lone dot at the end, and back (RFC 5321 section 4.5.2). Counterpart:
// framing.ts finds the end in a stream; this works on whole messages. Rule: octets only, one pass, megabytes at once.
//
//   message  Hi\r\n.signed\r\n      wire  Hi\r\n..signed\r\n.\r\n

const LF = 10;
const CR = 13;
const DOT = 46;

/** A CR or LF that stands alone, if there is one. `indexOf` walks megabytes faster than a loop. */
export function bareLineEnd(bytes: Uint8Array): 'CR' | 'LF' | undefined {
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) if (bytes[at - 1] !== CR) return 'LF';
  for (let at = bytes.indexOf(CR); at >= 0; at = bytes.indexOf(CR, at + 1)) if (bytes[at + 1] !== LF) return 'CR';
  return undefined;
}

/** Every line end (CRLF, bare LF, bare CR) as CRLF: RFC 5321 section 2.3.8 lets neither stand alone. Returns its input if nothing changes. */
export function normaliseLineEnds(bytes: Uint8Array): Uint8Array {
  if (bareLineEnd(bytes) === undefined) return bytes;
  let bare = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const octet = bytes[at];
    if (octet === CR && bytes[at + 1] === LF) at += 1;
    else if (octet === CR || octet === LF) bare += 1;
  }
  const out = new Uint8Array(bytes.length + bare);
  let to = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const octet = bytes[at] ?? 0;
    if (octet === CR || octet === LF) {
      out[to] = CR;
      out[to + 1] = LF;
      to += 2;
      if (octet === CR && bytes[at + 1] === LF) at += 1;
    } else {
      out[to] = octet;
      to += 1;
    }
  }
  return out;
}

/** Whether the octet at `at` begins a line: RFC 5321 knows CRLF alone as a line end. */
const startsLine = (bytes: Uint8Array, at: number): boolean =>
  at === 0 || (bytes[at - 1] === LF && bytes[at - 2] === CR);

/**
 * A message as it goes after DATA: leading dots doubled, a CRLF added if the last line has none, then the lone dot.
 * With `normalise` bare LF and CR become CRLF first; without it they travel as they are, as an attacker would send them.
 */
export function stuffDots(message: Uint8Array, options: { normalise?: boolean } = {}): Uint8Array {
  const bytes = options.normalise === true ? normaliseLineEnds(message) : message;
  return stuffedPiece(bytes, 0, bytes.length);
}

/** The same in pieces of about `octets`, so that a large letter on its way isn't in memory twice. */
export function* stuffedPieces(message: Uint8Array, octets: number): Generator<Uint8Array> {
  for (let from = 0; from === 0 || from < message.length; from += octets) {
    yield stuffedPiece(message, from, Math.min(from + octets, message.length));
  }
}

/** What stands from `start` to `end`, each dot seen in the whole; the lone dot behind it where the message ends. */
function stuffedPiece(message: Uint8Array, start: number, end: number): Uint8Array {
  const dots: number[] = [];
  for (let at = message.indexOf(DOT, start); at >= 0 && at < end; at = message.indexOf(DOT, at + 1)) {
    if (startsLine(message, at)) dots.push(at);
  }
  const close = end < message.length ? [] : startsLine(message, end) ? [DOT, CR, LF] : [CR, LF, DOT, CR, LF];
  if (dots.length + close.length === 0) return message.subarray(start, end);
  const out = new Uint8Array(end - start + dots.length + close.length);
  let from = start;
  let to = 0;
  for (const dot of dots) {
    out.set(message.subarray(from, dot + 1), to);
    to += dot + 1 - from;
    from = dot; // the dot goes out again with what follows it
  }
  out.set(message.subarray(from, end), to);
  to += end - from;
  out.set(close, to);
  return out;
}

/**
 * The message inside wire data: one leading dot off each line that has one; the lone dot ends it, and what stands behind
 * is ignored. Data cut off before its lone dot yields what there is.
 */
export function unstuffDots(wire: Uint8Array): Uint8Array {
  const out = new Uint8Array(wire.length);
  let from = 0;
  let to = 0;
  for (let dot = wire.indexOf(DOT); dot >= 0; dot = wire.indexOf(DOT, dot + 1)) {
    if (dot < from || !startsLine(wire, dot)) continue;
    out.set(wire.subarray(from, dot), to);
    to += dot - from;
    from = dot + 1;
    if (wire[dot + 1] === CR && wire[dot + 2] === LF) return out.slice(0, to);
  }
  out.set(wire.subarray(from), to);
  return out.slice(0, to + wire.length - from);
}
