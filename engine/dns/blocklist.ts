// A blocklist as a zone (RFC 5782 section 2.1): an address stands in it under its octets turned around, with an A record
// that says yes and a TXT record that says why. Counterpart: policy/dnsbl.ts asks; commands/blocklist.ts and the spam
// trap write. Rule: a change is a new zone with a higher serial, so that everything about zones holds for lists too.

import type { Zone, ZoneRecord } from '../../contract/topology.ts';
import { parseIp } from '../../mail/dns/ip.ts';
import { reverseName } from '../../mail/dns/name.ts';

export interface ListedAddress {
  address: string;
  answers: string[];
  text?: string;
}

/** The name of an address in a list, relative to the list's zone; undefined when it is no address. */
export function listedName(address: string): string | undefined {
  return reverseName(address)?.replace(/\.(?:in-addr|ip6)\.arpa$/, '');
}

/** The zone with the address on it; what stood under its name is replaced. */
export function withListed(
  zone: Zone,
  { address, answer, text }: { address: string; answer: string; text: string },
): Zone {
  const name = listedName(address) ?? '';
  const records: ZoneRecord[] = [{ name, type: 'A', address: answer }];
  if (text !== '') records.push({ name, type: 'TXT', text });
  return changed(zone, [...others(zone, name), ...records]);
}

export function withoutListed(zone: Zone, address: string): Zone {
  return changed(zone, others(zone, listedName(address) ?? ''));
}

/** Who is on the list, in the zone's order. */
export function listedIn({ records }: Zone): ListedAddress[] {
  const found = new Map<string, ListedAddress>();
  for (const record of records) {
    const address = addressOf(record.name);
    if (address === undefined) continue;
    const entry = found.get(address) ?? { address, answers: [] };
    if (record.type === 'A') entry.answers.push(record.address);
    if (record.type === 'TXT') entry.text = [record.text].flat().join('');
    found.set(address, entry);
  }
  return [...found.values()];
}

const others = ({ records }: Zone, name: string): ZoneRecord[] =>
  records.filter((record) => record.name.toLowerCase() !== name);

function changed(zone: Zone, records: ZoneRecord[]): Zone {
  return { ...zone, records, soa: { ...zone.soa, serial: zone.soa.serial + 1 } };
}

/** Back from the turned-around name: four octets or 32 nibbles. */
function addressOf(name: string): string | undefined {
  const labels = name.toLowerCase().split('.').toReversed();
  const text = labels.length === 32 ? (labels.join('').match(/.{4}/g)?.join(':') ?? '') : labels.join('.');
  const isAddress = (labels.length === 4 || labels.length === 32) && parseIp(text) !== undefined;
  return isAddress ? text.replace(/\b0{1,3}(?=[0-9a-f])/g, (zeros) => (labels.length === 32 ? '' : zeros)) : undefined;
}
