// Questions on the wire, read and written (RFC 1035 section 4.1). Counterpart: response.ts.
// Rule: any octets may come in; the answer is a decoded query, a malformed one that deserves FORMERR, or silence.
//
//   id | QR opcode .. RD .. CD .. | counts      12 octets
//   name | type | class                         the question, kept as octets for the echo
//   ... records, of which only OPT matters

import { DNS_LIMITS } from './limits.ts';
import { readLabels, writeLabels } from './names.ts';
import { TYPES } from './records.ts';

export interface Question {
  /** As asked, letter case kept; `key` is the same name in lower case, to find it by. */
  name: string;
  key: string;
  type: number;
  class: number;
  octets: Uint8Array;
}

/** What an OPT record in a query says (RFC 6891 section 6.1). */
export interface Edns {
  udp_octets: number;
  version: number;
  dnssecOk: boolean;
}

export interface DecodedQuery {
  id: number;
  opcode: number;
  recursionDesired: boolean;
  checkingDisabled: boolean;
  /** Absent when it couldn't be read, or when the opcode isn't QUERY. */
  question?: Question;
  edns?: Edns;
  malformed: boolean;
}

const HEADER_OCTETS = 12;
const CLASS_IN = 1;

/** Undefined for what must not be answered: less than a header, or a response (an answer to it could go in circles). */
export function readQuery(bytes: Uint8Array): DecodedQuery | undefined {
  if (bytes.length < HEADER_OCTETS) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const flags = view.getUint16(2);
  if (flags & 0x8000) return undefined;
  const query: DecodedQuery = {
    id: view.getUint16(0),
    opcode: (flags >> 11) & 15,
    recursionDesired: (flags & 0x0100) !== 0,
    checkingDisabled: (flags & 0x0010) !== 0,
    malformed: false,
  };
  if (query.opcode !== 0) return query;
  const malformed = { ...query, malformed: true };
  // Nobody ever gave several questions a meaning (RFC 9619).
  if (view.getUint16(4) !== 1) return malformed;
  const read = readQuestion(view, bytes);
  if (!read) return malformed;
  query.question = read.question;
  const edns = readOpt(view, read.end);
  if (edns === 'malformed') return { ...query, malformed: true };
  return edns ? { ...query, edns } : query;
}

/** A question for the stub: recursion desired, no EDNS, as the resolver of Unix asks. Undefined when `name` is no name. */
export function writeQuery(id: number, name: string, type: number): Uint8Array | undefined {
  const labels = readLabels(name);
  if (typeof labels === 'string') return undefined;
  const nameOctets = labels.reduce((sum, label) => sum + 1 + label.length, 1);
  const bytes = Buffer.alloc(HEADER_OCTETS + nameOctets + 4);
  bytes.writeUInt16BE(id, 0);
  bytes.writeUInt16BE(0x0100, 2);
  bytes.writeUInt16BE(1, 4);
  let at = HEADER_OCTETS;
  for (const label of labels) {
    bytes[at] = label.length;
    at += 1 + bytes.write(label, at + 1, 'latin1');
  }
  bytes.writeUInt16BE(type, at + 1);
  bytes.writeUInt16BE(CLASS_IN, at + 3);
  return bytes;
}

/** Where the question ends that starts after the header; undefined when it is cut off. */
export function questionEnd(bytes: Uint8Array): number | undefined {
  let at = HEADER_OCTETS;
  for (let length = bytes[at]; length !== undefined && length <= DNS_LIMITS.label_octets; length = bytes[at]) {
    at += 1 + length;
    if (length === 0) return at + 4 <= bytes.length ? at + 4 : undefined;
  }
  return undefined;
}

/** No compression here: a pointer could only point at the header. */
function readQuestion(view: DataView, bytes: Uint8Array): { question: Question; end: number } | undefined {
  const end = questionEnd(bytes);
  if (end === undefined || end - 4 - HEADER_OCTETS > DNS_LIMITS.name_octets) return undefined;
  const octets = bytes.slice(HEADER_OCTETS, end);
  const labels: string[] = [];
  for (let at = 0, length = octets[0]; length !== undefined && length !== 0; length = octets[at]) {
    labels.push(String.fromCharCode(...octets.subarray(at + 1, at + 1 + length)));
    at += 1 + length;
  }
  const name = writeLabels(labels);
  const key = name.toLowerCase();
  return { question: { name, key, type: view.getUint16(end - 4), class: view.getUint16(end - 2), octets }, end };
}

/** Walks the records after the question for the OPT record: one at most, at the root, among the additionals. */
function readOpt(view: DataView, start: number): Edns | undefined | 'malformed' {
  const ahead = view.getUint16(6) + view.getUint16(8);
  const count = ahead + view.getUint16(10);
  let edns: Edns | undefined;
  let at = start;
  for (let index = 0; index < count; index += 1) {
    const nameStart = at;
    const nameEnd = skipName(view, at);
    if (nameEnd === undefined || nameEnd + 10 > view.byteLength) return 'malformed';
    const dataStart = nameEnd + 10;
    at = dataStart + view.getUint16(nameEnd + 8);
    if (at > view.byteLength) return 'malformed';
    if (view.getUint16(nameEnd) !== TYPES.OPT) continue;
    const misplaced = index < ahead || edns !== undefined || nameEnd !== nameStart + 1;
    if (misplaced || !optionsFit(view, dataStart, at)) return 'malformed';
    edns = {
      udp_octets: view.getUint16(nameEnd + 2),
      version: view.getUint8(nameEnd + 5),
      dnssecOk: (view.getUint8(nameEnd + 6) & 0x80) !== 0,
    };
  }
  return edns;
}

/** Past a name, which a pointer ends (RFC 1035 section 4.1.4): where it points to doesn't matter here. */
function skipName(view: DataView, start: number): number | undefined {
  let at = start;
  while (at < view.byteLength) {
    const length = view.getUint8(at);
    if (length >= 0xc0) return at + 2;
    if (length > DNS_LIMITS.label_octets) return undefined;
    at += 1 + length;
    if (length === 0) return at;
  }
  return undefined;
}

function optionsFit(view: DataView, start: number, end: number): boolean {
  let at = start;
  while (at + 4 <= end) at += 4 + view.getUint16(at + 2);
  return at === end;
}
