// A small writer of DER, the rules that give each ASN.1 value exactly one encoding; certificates are signed over it
// (ITU-T X.690). Every function returns a complete tag-length-value; bigger things are made by nesting the calls.
// There is no reader on purpose: node:crypto parses certificates, and the test has a reader of its own.
//
//   sequence(boolean(true), integer(5n))   ->   30 06 | 01 01 ff | 02 01 05

const UNIVERSAL = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  sequence: 0x30, // 0x10 with the "constructed" bit
  set: 0x31, // 0x11 with the "constructed" bit
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
} as const;

const CONTEXT_PRIMITIVE = 0x80;
const CONTEXT_CONSTRUCTED = 0xa0;
/** Tag numbers from 31 on need more than one octet (X.690 8.1.2.4); certificates have none. */
const HIGHEST_TAG_NUMBER = 30;

/** A value that DER, or the ASN.1 type that was asked for, can't express. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

/** The length octets before `length` octets of content, in the shortest form (X.690 8.1.3 and 10.1). */
export function lengthOctets(length: number): Uint8Array {
  if (!Number.isSafeInteger(length) || length < 0) throw new DerError(`${length} is not a length in octets.`);
  if (length < 0x80) return Uint8Array.of(length);
  const octets: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256);
  return Uint8Array.of(0x80 | octets.length, ...octets);
}

/** SEQUENCE or SEQUENCE OF, in the order given (X.690 8.9). */
export function sequence(...parts: Uint8Array[]): Uint8Array {
  return tagged(UNIVERSAL.sequence, join(parts));
}

/** SET OF: DER sorts the encoded members, so that one set has one encoding (X.690 11.6). */
export function set(...parts: Uint8Array[]): Uint8Array {
  return tagged(UNIVERSAL.set, join(parts.toSorted((left, right) => Buffer.compare(left, right))));
}

/** BOOLEAN; in DER true is all ones (X.690 11.1). */
export function boolean(value: boolean): Uint8Array {
  return tagged(UNIVERSAL.boolean, Uint8Array.of(value ? 0xff : 0x00));
}

/** INTEGER: two's complement, big end first, in as few octets as keep the sign (X.690 8.3). */
export function integer(value: bigint): Uint8Array {
  const octets: number[] = [];
  let rest = value;
  do {
    octets.push(Number(rest & 0xffn));
    rest >>= 8n;
  } while (!isSignOf(rest, octets.at(-1) ?? 0));
  return tagged(UNIVERSAL.integer, Uint8Array.from(octets.reverse()));
}

/** BIT STRING; `unusedBits` (0 to 7) low bits of the last octet are padding and have to be zero (X.690 8.6, 11.2.1). */
export function bitString(octets: Uint8Array, unusedBits = 0): Uint8Array {
  const padding = (1 << unusedBits) - 1;
  const most = octets.length === 0 ? 0 : 7;
  if (!Number.isInteger(unusedBits) || unusedBits < 0 || unusedBits > most || ((octets.at(-1) ?? 0) & padding) !== 0) {
    throw new DerError(
      `A bit string of ${octets.length} octets can't leave ${unusedBits} bits of its last octet unused.`,
    );
  }
  return tagged(UNIVERSAL.bitString, join([Uint8Array.of(unusedBits), octets]));
}

/** OCTET STRING (X.690 8.7). */
export function octetString(octets: Uint8Array): Uint8Array {
  return tagged(UNIVERSAL.octetString, octets);
}

/** OBJECT IDENTIFIER from dotted decimals such as `2.5.29.17`; the first two arcs share a number (X.690 8.19). */
export function oid(dotted: string): Uint8Array {
  if (!/^[012](\.(0|[1-9][0-9]*))+$/.test(dotted)) throw new DerError(`"${dotted}" is not an object identifier.`);
  const [first = 0n, second = 0n, ...others] = dotted.split('.').map(BigInt);
  if (first < 2n && second > 39n) throw new DerError(`"${dotted}": under 0 and 1, the second number is 39 at most.`);
  return tagged(UNIVERSAL.objectIdentifier, join([first * 40n + second, ...others].map(base128)));
}

/** UTF8String (X.690 8.23). */
export function utf8String(text: string): Uint8Array {
  if (!text.isWellFormed()) throw new DerError('The text has half of a surrogate pair, which UTF-8 has no octets for.');
  return tagged(UNIVERSAL.utf8String, utf8(text));
}

/** PrintableString: letters, digits, space and eleven signs, without @ and * (X.680 41.4). */
export function printableString(text: string): Uint8Array {
  if (!/^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text)) throw new DerError(`"${text}" has signs that PrintableString lacks.`);
  return tagged(UNIVERSAL.printableString, utf8(text));
}

/** UTCTime to the second, for 1950 to 2049, from milliseconds since 1970 (RFC 5280 4.1.2.5.1). */
export function utcTime(time_ms: number): Uint8Array {
  const digits = timeDigits(time_ms);
  if (digits < '1950' || digits >= '2050')
    throw new DerError('UTCTime has two digits for the year: 1950 to 2049 only.');
  return tagged(UNIVERSAL.utcTime, utf8(`${digits.slice(2)}Z`));
}

/** GeneralizedTime to the second, from milliseconds since 1970; fractions are cut off (RFC 5280 4.1.2.5.2). */
export function generalizedTime(time_ms: number): Uint8Array {
  return tagged(UNIVERSAL.generalizedTime, utf8(`${timeDigits(time_ms)}Z`));
}

/** Time as certificates have it: UTCTime through 2049, GeneralizedTime from then on (RFC 5280 4.1.2.5). */
export function time(time_ms: number): Uint8Array {
  return new Date(time_ms).getUTCFullYear() < 2050 ? utcTime(time_ms) : generalizedTime(time_ms);
}

/** `[number] IMPLICIT` over a primitive type: the content octets under a tag of the context (X.690 8.14). */
export function contextPrimitive(number: number, content: Uint8Array): Uint8Array {
  return tagged(CONTEXT_PRIMITIVE | tagNumber(number), content);
}

/** `[number] EXPLICIT`, or IMPLICIT over a SEQUENCE: whole encodings under a tag of the context (X.690 8.14). */
export function contextConstructed(number: number, ...parts: Uint8Array[]): Uint8Array {
  return tagged(CONTEXT_CONSTRUCTED | tagNumber(number), join(parts));
}

/** The encoding as text, with a label such as CERTIFICATE (RFC 7468 section 2). */
export function pem(label: string, encoding: Uint8Array): string {
  const lines =
    Buffer.from(encoding)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

function tagged(tag: number, content: Uint8Array): Uint8Array {
  return join([Uint8Array.of(tag), lengthOctets(content.length), content]);
}

function tagNumber(number: number): number {
  if (Number.isInteger(number) && number >= 0 && number <= HIGHEST_TAG_NUMBER) return number;
  throw new DerError(`The tag number ${number} is not one of 0 to ${HIGHEST_TAG_NUMBER}.`);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Is what remains nothing but copies of the sign bit that the octet already shows? */
function isSignOf(rest: bigint, octet: number): boolean {
  return octet < 0x80 ? rest === 0n : rest === -1n;
}

/** Seven bits an octet, big end first; the high bit says that more follow. */
function base128(arc: bigint): Uint8Array {
  const octets = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) octets.unshift(0x80 | Number(rest & 0x7fn));
  return Uint8Array.from(octets);
}

/** YYYYMMDDHHMMSS in UTC. */
function timeDigits(time_ms: number): string {
  const time = new Date(time_ms);
  const year = time.getUTCFullYear(); // NaN for what is not a time, which fails the comparison
  if (!(year >= 0 && year <= 9999)) throw new DerError(`${time_ms} ms is not a time in the years 0 to 9999.`);
  return time.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '');
}
