// A zone of a topology as a master file (RFC 1035 section 5), for name servers that aren't ours.
// Counterpart: test/interop/dns-bind.test.ts. Rule: written from the topology's own data, with nothing of
// engine/dns, so that a mistake there can't hide itself here.

import type { Zone, ZoneRecord } from '../../../contract/topology.ts';

export function zoneFile(name: string, zone: Zone): string {
  const { primary, mailbox, serial, refresh_s, retry_s, expire_s, negative_s } = zone.soa;
  return [
    `$ORIGIN ${name}.`,
    `$TTL ${zone.ttl}`,
    `@ IN SOA ${primary} ${mailbox} ${serial} ${refresh_s} ${retry_s} ${expire_s} ${negative_s}`,
    ...zone.records.map((record) => `${record.name} ${record.ttl ?? zone.ttl} IN ${record.type} ${dataOf(record)}`),
    '',
  ].join('\n');
}

function dataOf(record: ZoneRecord): string {
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return record.address;
    case 'MX':
      return `${record.preference} ${record.exchange}`;
    case 'CNAME':
    case 'PTR':
    case 'NS':
      return record.target;
    case 'TXT': {
      const pieces = Array.isArray(record.text)
        ? record.text.map((piece) => Buffer.from(piece))
        : pieces255(Buffer.from(record.text));
      return `( ${pieces.map(quoted).join('\n  ')} )`;
    }
  }
}

function pieces255(octets: Buffer): Buffer[] {
  const count = Math.ceil(octets.length / 255);
  return Array.from({ length: count }, (_, index) => octets.subarray(index * 255, index * 255 + 255));
}

/** Every octet that isn't a letter, digit or space by its number. */
function quoted(octets: Buffer): string {
  const text = Array.from(octets, (octet) => {
    const character = String.fromCharCode(octet);
    return /[A-Za-z0-9 ]/.test(character) ? character : `\\${String(octet).padStart(3, '0')}`;
  });
  return `"${text.join('')}"`;
}
