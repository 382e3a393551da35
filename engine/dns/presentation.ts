// Records as a person reads them in a zone file (RFC 1035 section 5.1), and the way back. Counterpart: stub.ts and
// whoever reads its answers. Rule: names end in a dot, TXT strings stand in quotes, what isn't printable is `\ddd`.

import type { Answer as WireAnswer } from 'dns-packet';
import type { Answer } from '../../contract/events.ts';

/** A decoded record in presentation form. Data of a type without a form of its own is shown as RFC 3597 section 5 does. */
export function present(record: WireAnswer): Answer {
  const ttl = 'ttl' in record ? (record.ttl ?? 0) : 0;
  const type = record.type.replace(/^UNKNOWN_/, 'TYPE');
  return { name: presentName(record.name), type, ttl, data: presentData(record) };
}

function presentData(record: WireAnswer): string {
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return record.data;
    case 'CNAME':
    case 'NS':
    case 'PTR':
    case 'DNAME':
      return presentName(record.data);
    case 'MX':
      return `${record.data.preference ?? 0} ${presentName(record.data.exchange)}`;
    case 'TXT':
      return presentTxt([record.data].flat().map((piece) => (typeof piece === 'string' ? Buffer.from(piece) : piece)));
    case 'SOA': {
      const { mname, rname, serial = 0, refresh = 0, retry = 0, expire = 0, minimum = 0 } = record.data;
      // The decoder leaves dots inside a label of the mailbox escaped already.
      const mailbox = rname.split('\\.').map(escapeName).join('\\.');
      return `${presentName(mname)} ${mailbox}. ${serial} ${refresh} ${retry} ${expire} ${minimum}`;
    }
    default: {
      const data = 'data' in record && Buffer.isBuffer(record.data) ? record.data : Buffer.alloc(0);
      return `\\# ${data.length} ${data.toString('hex')}`.trimEnd();
    }
  }
}

/** Strings of a TXT record: `"v=spf1 -all" "more"`. */
export function presentTxt(strings: readonly Uint8Array[]): string {
  return strings.map((octets) => `"${Array.from(octets, textOctet).join('')}"`).join(' ');
}

/** The strings of a TXT record's data, octet by octet; undefined when `data` is no such text. */
export function parseTxtStrings(data: string): Uint8Array[] | undefined {
  const strings: Uint8Array[] = [];
  const token = /\s*(?:"((?:[^"\\]|\\[0-9]{3}|\\[^0-9])*)"|((?:[^\s"\\]|\\[0-9]{3}|\\[^0-9])+))\s*/suy;
  while (token.lastIndex < data.length) {
    const match = token.exec(data);
    if (!match) return undefined;
    strings.push(unescapeText(match[1] ?? match[2] ?? ''));
  }
  return strings.length > 0 ? strings : undefined;
}

/** The text of a TXT record, its strings joined as SPF and DKIM want them (RFC 7208 section 3.3, RFC 6376 section 3.6.2.2). */
export function parseTxt(data: string): string {
  return Buffer.concat(parseTxtStrings(data) ?? []).toString('utf8');
}

export interface MailExchange {
  preference: number;
  /** Without final dot; `.` says that the domain takes no mail (RFC 7505). */
  exchange: string;
}

/** `10 mx1.harbor.example.`; undefined when it isn't of that form. */
export function parseMx(data: string): MailExchange | undefined {
  const match = /^([0-9]{1,5}) (\S+)$/.exec(data);
  const preference = Number(match?.[1]);
  if (!match?.[2] || preference > 65_535) return undefined;
  return { preference, exchange: parseName(match[2]) };
}

/** A name of the data of CNAME, NS or PTR without its final dot. */
export function parseName(data: string): string {
  return data === '.' ? data : data.replace(/\.$/, '');
}

function presentName(name: string): string {
  return name === '.' || name === '' ? '.' : `${escapeName(name)}.`;
}

function escapeName(name: string): string {
  if (/^[A-Za-z0-9._*-]*$/.test(name)) return name;
  return Array.from(Buffer.from(name), (octet) => {
    if (octet <= 0x20 || octet > 0x7e) return decimal(octet);
    const character = String.fromCharCode(octet);
    return ';\\"()@$'.includes(character) ? `\\${character}` : character;
  }).join('');
}

function textOctet(octet: number): string {
  if (octet < 0x20 || octet > 0x7e) return decimal(octet);
  const character = String.fromCharCode(octet);
  return character === '"' || character === '\\' ? `\\${character}` : character;
}

function decimal(octet: number): string {
  return `\\${String(octet).padStart(3, '0')}`;
}

function unescapeText(text: string): Uint8Array {
  const plain = text.replace(/\\([0-9]{3}|.)|[^\\]+/gsu, (part, escaped?: string) => {
    if (escaped === undefined) return Buffer.from(part).toString('latin1');
    return escaped.length === 3 ? String.fromCharCode(Number(escaped) & 255) : Buffer.from(escaped).toString('latin1');
  });
  return Buffer.from(plain, 'latin1');
}
