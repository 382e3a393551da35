// The check sum of a zip file (ISO 3309, as APPNOTE section 4.4.7 asks). Counterpart: zip.ts. It finds accidents, not
// intent.

const TABLE = Uint32Array.from({ length: 256 }, (_, octet) => {
  let value = octet;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** `before`: the sum of what comes before `bytes`. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let sum = ~before;
  // Counted, not walked over: a saved session is gigabytes, and this the dearest line of it.
  for (let at = 0; at < bytes.length; at += 1) {
    sum = (TABLE[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
  }
  return ~sum >>> 0;
}
