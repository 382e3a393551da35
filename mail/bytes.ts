// Bytes as text, one character an octet (ISO 8859-1), so that header code can use string
// functions without ever changing a byte. Counterpart: every parser of this folder.
// Rule: a `ByteString` holds only characters U+0000 to U+00FF; it is never shown to a person as it is.

/** A string in which every character stands for one octet. */
export type ByteString = string;

const CHUNK_CHARS = 8192; // String.fromCharCode takes its characters as arguments, and the stack is finite

/** Node's Buffer does it natively, in a twentieth of the time; a page's octets have no such method. */
interface NativeOctets {
  latin1Slice(): ByteString;
}

/** Octets to a ByteString of the same length. */
export function toByteString(bytes: Uint8Array & Partial<NativeOctets>): ByteString {
  if (bytes.latin1Slice) return bytes.latin1Slice();
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK_CHARS) {
    // `apply` takes the octets as they lie; spreading them would walk an iterator, an octet at a time.
    text += String.fromCharCode.apply(undefined, bytes.subarray(at, at + CHUNK_CHARS) as unknown as number[]);
  }
  return text;
}

/** A ByteString to its octets. Throws a RangeError on a character above U+00FF: that is text, not bytes. */
export function fromByteString(text: ByteString): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const octet = text.charCodeAt(at);
    if (octet > 255) throw new RangeError(`character U+${octet.toString(16)} at ${at} is not one octet`);
    bytes[at] = octet;
  }
  return bytes;
}
