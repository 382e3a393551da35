// What a machine has to say, gathered until its owner takes it. Counterpart: machine.ts (Output).
// Rule: order is kept; neighbouring replies are joined, so a list of 5,000 lines is a few writes.

import { fromByteString, type ByteString } from '../../mail/bytes.ts';
import { ACCESS_LIMITS } from './limits.ts';
import type { AccessEventType, Output } from './machine.ts';
import type { EventData } from '../../contract/events.ts';

export class Outputs {
  #outputs: Output[] = [];
  #replies: Uint8Array[] = [];
  #replyOctets = 0;

  /** Text is sent one octet a character. */
  reply(...pieces: (ByteString | Uint8Array)[]): void {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? fromByteString(piece) : piece;
      if (this.#replyOctets + bytes.length > ACCESS_LIMITS.joinOctets) this.#flush();
      this.#replies.push(bytes);
      this.#replyOctets += bytes.length;
    }
  }

  event<T extends AccessEventType>(type: T, data: EventData[T]): void {
    this.#flush();
    // The pair is right by the signature; TypeScript can't follow a generic into the union.
    this.#outputs.push({ kind: 'event', type, data } as Output);
  }

  startTls(): void {
    this.#flush();
    this.#outputs.push({ kind: 'startTls' });
  }

  close(): void {
    this.#flush();
    this.#outputs.push({ kind: 'close' });
  }

  take(): Output[] {
    this.#flush();
    const outputs = this.#outputs;
    this.#outputs = [];
    return outputs;
  }

  #flush(): void {
    const [only, ...more] = this.#replies;
    if (!only) return;
    this.#outputs.push({ kind: 'reply', bytes: more.length === 0 ? only : Buffer.concat(this.#replies) });
    this.#replies = [];
    this.#replyOctets = 0;
  }
}
