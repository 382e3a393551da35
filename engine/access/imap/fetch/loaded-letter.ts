// A letter that is being read, and what was found out about it, each only when somebody asks. Counterpart:
// session.ts (load); fetch/ and search/ ask. Rule: a list of 5,000 subjects reads no MIME tree.

import type { ByteString } from '../../../../mail/bytes.ts';
import { type Field, headerLength, splitMessage } from '../../../../mail/fields.ts';
import { type MimePart, walkMime } from '../../../../mail/mime.ts';

export class LoadedLetter {
  readonly uid: number;
  readonly #read: () => Uint8Array;
  #octets: Uint8Array | undefined;
  #headerOctets: number | undefined;
  #fields: Field[] | undefined;
  #text: ByteString | undefined;
  #tree: MimePart | undefined;

  /** `read` may throw StoreError, and so may everything here until it has succeeded once. */
  constructor(uid: number, read: () => Uint8Array) {
    this.uid = uid;
    this.#read = read;
  }

  octets(): Uint8Array {
    return (this.#octets ??= this.#read());
  }

  /** Octets of the header and its blank line. */
  headerOctets(): number {
    return (this.#headerOctets ??= headerLength(this.octets()));
  }

  fields(): readonly Field[] {
    return (this.#fields ??= splitMessage(latin1(this.octets().subarray(0, this.headerOctets()))).fields);
  }

  /** The whole letter, one character an octet. */
  text(): ByteString {
    return (this.#text ??= latin1(this.octets()));
  }

  tree(): MimePart {
    return (this.#tree ??= walkMime(this.text()));
  }
}

/** As mail/bytes.ts `toByteString`, by the engine's quicker way. */
function latin1(octets: Uint8Array): ByteString {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('latin1');
}
