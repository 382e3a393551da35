// The capture file of one run: message data, other bulk and ciphertext, each found by a reference.
// Counterpart: wire events, which carry the references. Rule: capped; what no longer fits is
// counted and shown as expired, and no byte of mail ever waits for it.

import type { BytesRef } from '../contract/ids.ts';
import { LOG_LIMITS } from './limits.ts';
import type { AppendFile } from './world.ts';

export class Capture {
  readonly #file: AppendFile;

  constructor(file: AppendFile) {
    this.#file = file;
  }

  /** Keeps `bytes`, which nobody may change any more. Beyond the cap the reference points past the end of the file. */
  add(bytes: Uint8Array): BytesRef {
    if (this.#file.length() + bytes.length > LOG_LIMITS.captureOctets) {
      return { at: LOG_LIMITS.captureOctets, length: bytes.length };
    }
    return { at: this.#file.append(bytes), length: bytes.length };
  }

  /** Octets kept so far. */
  get length(): number {
    return this.#file.length();
  }

  /** The octets, or undefined when they have expired. */
  async read(ref: BytesRef): Promise<Uint8Array | undefined> {
    if (ref.at + ref.length > this.#file.length()) return undefined;
    return this.#file.read(ref.at, ref.length);
  }

  flush(): Promise<void> {
    return this.#file.flush();
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
