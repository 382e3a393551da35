// A held line as text to edit, and back to the octets that go out. Counterpart: `hold.release` of the contract, whose
// bytes are one character an octet. Rule: what wasn't touched goes out as it was; every line ends in CRLF.

import { toByteString } from '../../mail/bytes.ts';

/** Lines without their last end. Text where it is UTF-8, else one character an octet. */
export function editable(bytes: string): string {
  return (isUtf8(bytes) ? decode(bytes) : bytes).replace(/\r\n$/, '').replaceAll('\r\n', '\n');
}

/** `text` as it goes out in place of `bytes`. */
export function edited(bytes: string, text: string): string {
  if (text === editable(bytes)) return bytes;
  const lines = text.replaceAll(/\r?\n/g, '\r\n') + '\r\n';
  return isUtf8(bytes) || /[^\0-\xff]/.test(lines) ? toByteString(new TextEncoder().encode(lines)) : lines;
}

const decode = (bytes: string) => new TextDecoder('utf-8', { fatal: true }).decode(octets(bytes));

function isUtf8(bytes: string): boolean {
  try {
    decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function octets(bytes: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes, (one) => one.charCodeAt(0));
}
