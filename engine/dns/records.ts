// Records as the server holds them, and the numbers of types and response codes. Counterpart: zone-data.ts makes
// them, response.ts writes them. Rule: names in them are canonical (names.ts), data is already in octets where the
// wire has octets.

export type RecordData =
  | { type: 'A' | 'AAAA'; address: Uint8Array }
  | { type: 'MX'; preference: number; exchange: string }
  | { type: 'CNAME' | 'NS' | 'PTR'; target: string }
  | { type: 'TXT'; strings: Uint8Array[] }
  | {
      type: 'SOA';
      primary: string;
      mailbox: string;
      serial: number;
      refresh_s: number;
      retry_s: number;
      expire_s: number;
      negative_s: number;
    };

export type StoredType = RecordData['type'];

/** RFC 1035 section 3.2.1, without the class, which is always IN. */
export interface ResourceRecord {
  name: string;
  ttl: number;
  data: RecordData;
}

/** Numbers of the types that somebody may ask for by name (RFC 1035 section 3.2.2 and its successors). */
export const TYPES = {
  A: 1,
  NS: 2,
  CNAME: 5,
  SOA: 6,
  PTR: 12,
  HINFO: 13,
  MX: 15,
  TXT: 16,
  AAAA: 28,
  SRV: 33,
  OPT: 41,
  DS: 43,
  RRSIG: 46,
  DNSKEY: 48,
  TLSA: 52,
  HTTPS: 65,
  SPF: 99,
  IXFR: 251,
  AXFR: 252,
  MAILB: 253,
  MAILA: 254,
  ANY: 255,
  CAA: 257,
} as const;

/** Header octets and the extension of RFC 6891 section 9. */
export const RCODES = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
  BADVERS: 16,
} as const;

export type Rcode = keyof typeof RCODES;

const typeNames = new Map<number, string>(Object.entries(TYPES).map(([name, number]) => [number, name]));
const rcodeNames = new Map<number, string>(Object.entries(RCODES).map(([name, number]) => [number, name]));

/** `MX`, or `TYPE65280` for a number without a name here (RFC 3597 section 5). */
export function typeName(type: number): string {
  return typeNames.get(type) ?? `TYPE${type}`;
}

export function rcodeName(rcode: number): string {
  return rcodeNames.get(rcode) ?? `RCODE${rcode}`;
}
