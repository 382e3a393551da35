// Blocks of a pcapng file (IETF draft-ietf-opsawg-pcapng), the format that Wireshark reads: little endian, each padded to
// four octets, its length before and after. Counterpart: talk.ts makes the packets. Rule: pure; a file is blocks joined.

import { encodeUtf8 } from '../charset.ts';

const BLOCK = { section: 0x0a0d0d0a, interface: 1, names: 4, packet: 6, secrets: 10 } as const;
const OPTION = { end: 0, comment: 1, interfaceName: 2, application: 4, resolution: 9 } as const;
const BYTE_ORDER = 0x1a2b3c4d;
/** Packets begin with their IP header (LINKTYPE_RAW). */
const LINK_RAW = 101;
/** Times count microseconds. */
const MICROSECONDS = 6;
/** The key log that browsers and OpenSSL write ("TLSK"). */
const TLS_KEY_LOG = 0x544c534b;
const NAMES = { end: 0, ipv4: 1, ipv6: 2 } as const;
/** Octets of a field that has its length in sixteen bits. */
const MOST_OCTETS = 0xffff;

/** The first block of a file. `comment` is for people. */
export function sectionHeader(application: string, comment: string): Uint8Array {
  const head = bytes(16);
  head.view.setUint32(0, BYTE_ORDER, true);
  head.view.setUint16(4, 1, true);
  // The section's length isn't known beforehand.
  head.view.setInt32(8, -1, true);
  head.view.setInt32(12, -1, true);
  return block(BLOCK.section, [
    head.octets,
    options([text(OPTION.application, application), text(OPTION.comment, comment)]),
  ]);
}

/** A place where packets were seen; the first described is number 0. */
export function interfaceDescription(name: string): Uint8Array {
  const head = bytes(8);
  head.view.setUint16(0, LINK_RAW, true);
  const resolution = { code: OPTION.resolution, value: Uint8Array.of(MICROSECONDS) };
  return block(BLOCK.interface, [head.octets, options([text(OPTION.interfaceName, name), resolution])]);
}

/** What addresses are called. */
export function nameResolution(names: readonly { address: Uint8Array; name: string }[]): Uint8Array {
  const records = names.map(({ address, name }) => {
    const value = joined([address, encodeUtf8(name), Uint8Array.of(0)]).subarray(0, MOST_OCTETS);
    const head = bytes(4);
    head.view.setUint16(0, address.length === 4 ? NAMES.ipv4 : NAMES.ipv6, true);
    head.view.setUint16(2, value.length, true);
    return joined([head.octets, padded(value)]);
  });
  return block(BLOCK.names, [...records, bytes(4).octets]);
}

/** Keys with which what was encrypted can be read: lines as in an NSS key log. */
export function decryptionSecrets(lines: readonly string[]): Uint8Array {
  const log = encodeUtf8(lines.map((line) => `${line}\n`).join(''));
  const head = bytes(8);
  head.view.setUint32(0, TLS_KEY_LOG, true);
  head.view.setUint32(4, log.length, true);
  return block(BLOCK.secrets, [head.octets, padded(log)]);
}

interface PacketParts {
  /** Number of its interface. */
  at: number;
  /** Microseconds since 1970. */
  time_us: number;
  packet: Uint8Array;
  comment?: string | undefined;
}

export function enhancedPacket({ at, time_us, packet, comment }: PacketParts): Uint8Array {
  const head = bytes(20);
  head.view.setUint32(0, at, true);
  head.view.setUint32(4, Math.floor(time_us / 2 ** 32), true);
  head.view.setUint32(8, time_us % 2 ** 32, true);
  head.view.setUint32(12, packet.length, true);
  head.view.setUint32(16, packet.length, true);
  const told = comment === undefined ? [] : [text(OPTION.comment, comment)];
  return block(BLOCK.packet, [head.octets, padded(packet), options(told)]);
}

interface Option {
  code: number;
  value: Uint8Array;
}

function text(code: number, value: string): Option {
  return { code, value: encodeUtf8(value).subarray(0, MOST_OCTETS) };
}

function options(all: readonly Option[]): Uint8Array {
  if (all.length === 0) return new Uint8Array();
  const written = all.map(({ code, value }) => {
    const head = bytes(4);
    head.view.setUint16(0, code, true);
    head.view.setUint16(2, value.length, true);
    return joined([head.octets, padded(value)]);
  });
  return joined([...written, bytes(4).octets]);
}

function block(type: number, parts: readonly Uint8Array[]): Uint8Array {
  const length = 12 + parts.reduce((sum, part) => sum + part.length, 0);
  const ends = bytes(12);
  ends.view.setUint32(0, type, true);
  ends.view.setUint32(4, length, true);
  ends.view.setUint32(8, length, true);
  return joined([ends.octets.subarray(0, 8), ...parts, ends.octets.subarray(8)]);
}

function bytes(length: number): { octets: Uint8Array; view: DataView } {
  const octets = new Uint8Array(length);
  return { octets, view: new DataView(octets.buffer) };
}

function padded(octets: Uint8Array): Uint8Array {
  const rest = -octets.length & 3;
  return rest === 0 ? octets : joined([octets, new Uint8Array(rest)]);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
