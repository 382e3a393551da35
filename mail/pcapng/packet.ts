// One TCP segment in its IP packet, with the check sums that a network card would have put in: IPv4 (RFC 791), IPv6
// (RFC 8200), TCP (RFC 9293). Counterpart: talk.ts counts sequence numbers. Rule: pure.

export interface Address {
  /** Four octets or sixteen. */
  octets: Uint8Array;
  port: number;
}

export interface Segment {
  from: Address;
  to: Address;
  seq: number;
  ack: number;
  flags: number;
  payload: Uint8Array;
}

export const FLAG = { fin: 1, syn: 2, reset: 4, push: 8, ack: 16 } as const;

const TCP = 6;
const TTL = 64;
const WINDOW = 0xffff;
const HEAD = { ipv4: 20, ipv6: 40, tcp: 20 } as const;

/** The octets of an address as it is written, or undefined if it isn't one. */
export function addressOctets(address: string): Uint8Array | undefined {
  const parts = address.split('.').map(Number);
  if (parts.length === 4 && parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255)) {
    return Uint8Array.from(parts);
  }
  return ipv6Octets(address);
}

/** RFC 4291 section 2.2, without a zone or dotted end. */
function ipv6Octets(address: string): Uint8Array | undefined {
  const [head = '', tail, ...more] = address.split('::');
  if (more.length > 0 || !address.includes(':')) return undefined;
  const words = (text: string) => (text === '' ? [] : text.split(':'));
  const [left, right] = [words(head), words(tail ?? '')];
  const missing = 8 - left.length - right.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  const all = [...left, ...Array.from({ length: tail === undefined ? 0 : missing }, () => '0'), ...right];
  if (!all.every((word) => /^[0-9a-f]{1,4}$/i.test(word))) return undefined;
  return Uint8Array.from(all.flatMap((word) => [Number.parseInt(word, 16) >> 8, Number.parseInt(word, 16) & 0xff]));
}

export function ipPacket(segment: Segment): Uint8Array {
  const { from, to, payload } = segment;
  const isV4 = from.octets.length === 4;
  const head = isV4 ? HEAD.ipv4 : HEAD.ipv6;
  const packet = new Uint8Array(head + HEAD.tcp + payload.length);
  const view = new DataView(packet.buffer);
  writeTcp(new DataView(packet.buffer, head), segment);
  packet.set(payload, head + HEAD.tcp);
  const length = HEAD.tcp + payload.length;
  view.setUint16(head + 16, checksum([pseudoHeader(from, to, length), packet.subarray(head)]));
  if (isV4) {
    view.setUint16(0, 0x4500);
    view.setUint16(2, packet.length);
    view.setUint16(6, 0x4000); // don't fragment
    view.setUint8(8, TTL);
    view.setUint8(9, TCP);
    packet.set(from.octets, 12);
    packet.set(to.octets, 16);
    view.setUint16(10, checksum([packet.subarray(0, head)]));
  } else {
    view.setUint32(0, 0x60000000);
    view.setUint16(4, length);
    view.setUint8(6, TCP);
    view.setUint8(7, TTL);
    packet.set(from.octets, 8);
    packet.set(to.octets, 24);
  }
  return packet;
}

function writeTcp(view: DataView, { from, to, seq, ack, flags }: Segment): void {
  view.setUint16(0, from.port);
  view.setUint16(2, to.port);
  view.setUint32(4, seq);
  view.setUint32(8, ack);
  view.setUint8(12, (HEAD.tcp / 4) << 4);
  view.setUint8(13, flags);
  view.setUint16(14, WINDOW);
}

/** What the check sum covers besides the segment (RFC 9293 section 3.1). */
function pseudoHeader(from: Address, to: Address, length: number): Uint8Array {
  const size = from.octets.length;
  const pseudo = new Uint8Array(2 * size + (size === 4 ? 4 : 8));
  pseudo.set(from.octets, 0);
  pseudo.set(to.octets, size);
  const view = new DataView(pseudo.buffer, 2 * size);
  if (size === 4) {
    view.setUint8(1, TCP);
    view.setUint16(2, length);
  } else {
    view.setUint32(0, length);
    view.setUint8(7, TCP);
  }
  return pseudo;
}

/** RFC 1071; each part but the last has an even length. */
function checksum(parts: readonly Uint8Array[]): number {
  let sum = 0;
  for (const part of parts) {
    for (let at = 0; at < part.length; at += 2) sum += ((part[at] ?? 0) << 8) | (part[at + 1] ?? 0);
  }
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 0x10000);
  return ~sum & 0xffff;
}
