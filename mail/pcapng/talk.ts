// A TCP connection as packets: what was said is what was recorded, the packets around it are as TCP would have made them.
// Counterpart: packet.ts writes them. Rule: deterministic; sequence numbers begin at 0 at both ends, as Wireshark shows
// them anyway.

import { type Address, FLAG, ipPacket } from './packet.ts';

/** What an Ethernet frame carries of TCP. */
const SEGMENT_OCTETS = 1460;

type Side = 'client' | 'server';

export class TcpTalk {
  readonly #ends: Record<Side, Address>;
  /** The number of the octet that each end says next. */
  readonly #next: Record<Side, number> = { client: 0, server: 0 };

  constructor(client: Address, server: Address) {
    this.#ends = { client, server };
  }

  /** The handshake. */
  open(): Uint8Array[] {
    const syn = this.#packet('client', FLAG.syn);
    this.#next.client = 1;
    const answer = this.#packet('server', FLAG.syn | FLAG.ack);
    this.#next.server = 1;
    return [syn, answer, this.#packet('client', FLAG.ack)];
  }

  say(from: Side, payload: Uint8Array): Uint8Array[] {
    const packets: Uint8Array[] = [];
    for (let at = 0; at < payload.length; at += SEGMENT_OCTETS) {
      const piece = payload.subarray(at, at + SEGMENT_OCTETS);
      const isLast = at + SEGMENT_OCTETS >= payload.length;
      packets.push(this.#packet(from, FLAG.ack | (isLast ? FLAG.push : 0), piece));
      this.#next[from] = (this.#next[from] + piece.length) >>> 0;
    }
    return packets;
  }

  /** So many octets were said and aren't kept: Wireshark shows that they are missing. */
  skip(from: Side, octets: number): void {
    this.#next[from] = (this.#next[from] + octets) >>> 0;
  }

  /** Both ends close, `by` first. */
  close(by: Side): Uint8Array[] {
    const other = by === 'client' ? 'server' : 'client';
    const first = this.#packet(by, FLAG.fin | FLAG.ack);
    this.#next[by] += 1;
    const second = this.#packet(other, FLAG.fin | FLAG.ack);
    this.#next[other] += 1;
    return [first, second, this.#packet(by, FLAG.ack)];
  }

  reset(): Uint8Array[] {
    return [this.#packet('client', FLAG.reset | FLAG.ack)];
  }

  #packet(from: Side, flags: number, payload: Uint8Array = new Uint8Array()): Uint8Array {
    const other = from === 'client' ? 'server' : 'client';
    const isFirst = flags === FLAG.syn;
    const { [from]: own, [other]: theirs } = this.#ends;
    return ipPacket({
      ...{ from: own, to: theirs, flags, payload },
      ...{ seq: this.#next[from], ack: isFirst ? 0 : this.#next[other] },
    });
  }
}
