// TLS as somebody on the wire sees it: records with their types and lengths, and what of the handshake is readable.
// Counterpart: eavesdropper-view.tsx. Rule: RFC 8446 sections 4.1.2, 4.1.3 and 5.1; octets from a capture may be cut
// anywhere, so everything is read within bounds and nothing throws.

import type { Side } from '../../../contract/ids.ts';

/** Octets of one end in the order in which they crossed, one character an octet. */
export interface Flight {
  from: Side;
  bytes: string;
}

export interface TlsRecord {
  from: Side;
  kind: 'handshake' | 'changeCipher' | 'alert' | 'data' | 'other';
  /** Of the record's content. */
  octets: number;
  bytes: string;
  hello?: Hello;
}

/** The first words of both ends, which anybody can read. */
export type Hello = { by: 'client'; servername?: string; versions: string[] } | { by: 'server'; version?: string };

const HEADER_OCTETS = 5;
const KINDS: Readonly<Record<number, TlsRecord['kind']>> = {
  20: 'changeCipher',
  21: 'alert',
  22: 'handshake',
  23: 'data',
};
const VERSIONS: Readonly<Record<number, string>> = { 0x0301: '1.0', 0x0302: '1.1', 0x0303: '1.2', 0x0304: '1.3' };

/** The records of a connection, each at the place where its first octet crossed. */
export function recordsOf(flights: readonly Flight[]): TlsRecord[] {
  const placed: { at: number; record: TlsRecord }[] = [];
  for (const side of ['client', 'server'] as const) {
    let rest = '';
    let beganAt = 0;
    flights.forEach(({ from, bytes }, at) => {
      if (from !== side) return;
      if (rest === '') beganAt = at;
      rest += bytes;
      let record = firstRecord(side, rest);
      while (record) {
        placed.push({ at: beganAt, record });
        rest = rest.slice(HEADER_OCTETS + record.octets);
        beganAt = at;
        record = firstRecord(side, rest);
      }
    });
    if (rest !== '')
      placed.push({ at: beganAt, record: { from: side, kind: 'other', octets: rest.length, bytes: rest } });
  }
  return placed.toSorted((one, other) => one.at - other.at).map(({ record }) => record);
}

/** The record at the start of `bytes`, if it is whole. */
function firstRecord(from: Side, bytes: string): TlsRecord | undefined {
  if (bytes.length < HEADER_OCTETS) return undefined;
  const octets = number(bytes, 3, 2);
  if (bytes.length < HEADER_OCTETS + octets) return undefined;
  const kind = KINDS[bytes.charCodeAt(0)] ?? 'other';
  const whole = bytes.slice(0, HEADER_OCTETS + octets);
  const hello = kind === 'handshake' ? helloOf(whole.slice(HEADER_OCTETS)) : undefined;
  return { from, kind, octets, bytes: whole, ...(hello === undefined ? {} : { hello }) };
}

const RANDOM_OCTETS = 32;
const CLIENT_HELLO = 1;
const SERVER_HELLO = 2;
const SERVER_NAME = 0;
const SUPPORTED_VERSIONS = 43;

function helloOf(message: string): Hello | undefined {
  const type = message.charCodeAt(0);
  if (type !== CLIENT_HELLO && type !== SERVER_HELLO) return undefined;
  // Type and length, the version as it was written before TLS 1.3, the random octets, the session's id.
  let at = 4 + 2 + RANDOM_OCTETS;
  at += 1 + number(message, at, 1);
  if (type === SERVER_HELLO) {
    const extensions = extensionsAt(message, at + 3);
    const version = VERSIONS[number(extensions.get(SUPPORTED_VERSIONS) ?? message.slice(4, 6), 0, 2)];
    return { by: 'server', ...(version === undefined ? {} : { version }) };
  }
  at += 2 + number(message, at, 2);
  at += 1 + number(message, at, 1);
  const extensions = extensionsAt(message, at);
  const offered = extensions.get(SUPPORTED_VERSIONS) ?? '';
  const versions: string[] = [];
  for (let each = 1; each + 1 < offered.length; each += 2) {
    const version = VERSIONS[number(offered, each, 2)];
    if (version !== undefined) versions.push(version);
  }
  const names = extensions.get(SERVER_NAME) ?? '';
  const servername = names.slice(5, 5 + number(names, 3, 2));
  return { by: 'client', versions, ...(servername === '' ? {} : { servername }) };
}

/** Extensions by number: RFC 8446 section 4.2. */
function extensionsAt(message: string, at: number): Map<number, string> {
  const found = new Map<number, string>();
  const end = Math.min(message.length, at + 2 + number(message, at, 2));
  for (let each = at + 2; each + 4 <= end;) {
    const length = number(message, each + 2, 2);
    found.set(number(message, each, 2), message.slice(each + 4, Math.min(end, each + 4 + length)));
    each += 4 + length;
  }
  return found;
}

/** Octets as a number, the most significant first; beyond the end they count as zero. */
function number(bytes: string, at: number, octets: number): number {
  let value = 0;
  for (let each = at; each < at + octets; each += 1)
    value = value * 256 + (each < bytes.length ? bytes.charCodeAt(each) : 0);
  return value;
}
