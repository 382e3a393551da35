// The authoritative name server without its sockets: octets in, octets out, for datagrams and for streams.
// Counterpart: sockets.ts. Rule: nothing that comes in throws; what deserves no answer gets none.

import type { Transport } from './authority.ts';
import { answer } from './authority.ts';
import { readQuery } from './query.ts';
import type { Rcode } from './records.ts';
import { typeName } from './records.ts';
import { writeResponse } from './response.ts';
import { frame, TcpFraming } from './tcp-framing.ts';
import type { ZoneData } from './zone-data.ts';

/** One question answered, as it was asked: letter case kept, no final dot. */
export interface Served {
  name: string;
  type: string;
  rcode: Rcode;
  transport: Transport;
}

export interface NameServerOptions {
  zones: readonly ZoneData[];
  /** Told of each question answered; not of octets that hold no question. */
  onServed?: (served: Served) => void;
}

/** One TCP connection: as many questions as the client likes (RFC 7766 section 6.2.1), answered in order. */
export interface NameServerStream {
  push(bytes: Uint8Array): void;
  /** The next answer, its length before it; undefined when more octets are needed; `close` when the client makes no sense. */
  next(): Uint8Array | undefined | 'close';
}

export class NameServer {
  #zones: readonly ZoneData[];
  readonly #onServed: ((served: Served) => void) | undefined;

  constructor({ zones, onServed }: NameServerOptions) {
    this.#zones = zones;
    this.#onServed = onServed;
  }

  /** From the next question on, these zones and no others. */
  setZones(zones: readonly ZoneData[]): void {
    this.#zones = zones;
  }

  /** The answer to a UDP datagram; undefined when it deserves none. */
  handleDatagram(bytes: Uint8Array): Uint8Array | undefined {
    return this.#handle(bytes, 'udp');
  }

  openStream(): NameServerStream {
    const framing = new TcpFraming();
    return {
      push: (bytes) => framing.push(bytes),
      next: () => {
        const message = framing.next();
        if (!message) return undefined;
        const reply = this.#handle(message, 'tcp');
        return reply ? frame(reply) : 'close';
      },
    };
  }

  #handle(bytes: Uint8Array, transport: Transport): Uint8Array | undefined {
    const query = readQuery(bytes);
    if (!query) return undefined;
    const plan = answer(this.#zones, query, transport);
    const { question } = query;
    if (question)
      this.#onServed?.({ name: question.name, type: typeName(question.type), rcode: plan.rcode, transport });
    return writeResponse(query, plan);
  }
}
