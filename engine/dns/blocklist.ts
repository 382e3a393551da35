// A blocklist as a zone (RFC 5782 section 2.1): an address stands in it under its octets turned around, with an A record
// that says yes and a TXT record that says why. Counterpart: policy/dnsbl.ts asks; commands/blocklist.ts and the spam
// trap write. Rule: a change is a new zone with a higher serial, so that everything about zones holds for lists too.

import type { BlocklistEntry } from '../../contract/commands.ts';
import type { Zone, ZoneRecord } from '../../contract/zone.ts';
import { parseIp } from '../../mail/dns/ip.ts';
import { reverseName } from '../../mail/dns/name.ts';

const EVERYBODY = '*';
const CLOSED = 'this list has been closed; take it out of your settings';

/** The name of an address in a list, relative to the list's zone; undefined when it is no address. */
export function listedName(address: string): string | undefined {
  return reverseName(address)?.replace(/\.(?:in-addr|ip6)\.arpa$/, '');
}

/** The zone with the address on it; what stood under its name is replaced. */
export function withListed(zone: Zone, { address, answers, text = '', listed }: BlocklistEntry): Zone {
  const name = listedName(address) ?? '';
  const marked = listed === undefined ? {} : { listed };
  const records: ZoneRecord[] = answers.map((answer) => ({ name, type: 'A', address: answer, ...marked }));
  if (text !== '') records.push({ name, type: 'TXT', text });
  return serving(zone, [...others(zone, name), ...records]);
}

export function withoutListed(zone: Zone, address: string): Zone {
  return serving(zone, others(zone, listedName(address) ?? ''));
}

/** Whether the list lists everybody. */
export function isDead({ records }: Zone): boolean {
  return records.some(({ name, type }) => name === EVERYBODY && type === 'A');
}

/** The zone as a list that lists everybody, or as one that lists whom it did. */
export function withEverybody(zone: Zone, on: boolean): Zone {
  return serving(zone, zone.records, on);
}

/** Who is on the list, in the zone's order. */
export function listedIn({ records }: Zone): BlocklistEntry[] {
  const found = new Map<string, BlocklistEntry>();
  for (const record of records) {
    const address = addressOf(record.name);
    if (address === undefined) continue;
    const entry = found.get(address) ?? { address, answers: [] };
    if (record.type === 'A') entry.answers.push(record.address);
    if (record.type === 'A' && record.listed) entry.listed = record.listed;
    if (record.type === 'TXT') entry.text = [record.text].flat().join('');
    found.set(address, entry);
  }
  return [...found.values()];
}

const others = ({ records }: Zone, name: string): ZoneRecord[] =>
  records.filter((record) => record.name.toLowerCase() !== name);

/** The zone with these records and the next serial; by default it lists everybody if it did. */
function serving(zone: Zone, records: readonly ZoneRecord[], listsEverybody = isDead(zone)): Zone {
  const own = records.filter(({ name }) => !isWildcard(name));
  const all = listsEverybody ? [...own, ...everybody(own)] : own;
  return { ...zone, records: all, soa: { ...zone.soa, serial: zone.soa.serial + 1 } };
}

const isWildcard = (name: string): boolean => name === EVERYBODY || name.startsWith(`${EVERYBODY}.`);

/**
 * Records that answer for every address. One at the top isn't enough: `203` exists as soon as `66.113.0.203` does, and a
 * wildcard answers only where the name above exists and the next one doesn't (RFC 4592 section 3.3.1).
 */
function everybody(own: readonly ZoneRecord[]): ZoneRecord[] {
  const above = new Set(own.filter(({ name }) => addressOf(name) !== undefined).flatMap(({ name }) => parents(name)));
  return [EVERYBODY, ...[...above].map((name) => `${EVERYBODY}.${name}`)].flatMap((name): ZoneRecord[] => [
    { name, type: 'A', address: '127.0.0.2' },
    { name, type: 'TXT', text: CLOSED },
  ]);
}

/** `113.0.203`, `0.203` and `203` of `66.113.0.203`. */
function parents(name: string): string[] {
  const labels = name.split('.');
  return labels.slice(1).map((_label, at) => labels.slice(at + 1).join('.'));
}

/** Back from the turned-around name: four octets or 32 nibbles. */
function addressOf(name: string): string | undefined {
  const labels = name.toLowerCase().split('.').toReversed();
  const text = labels.length === 32 ? (labels.join('').match(/.{4}/g)?.join(':') ?? '') : labels.join('.');
  const isAddress = (labels.length === 4 || labels.length === 32) && parseIp(text) !== undefined;
  return isAddress ? text.replace(/\b0{1,3}(?=[0-9a-f])/g, (zeros) => (labels.length === 32 ? '' : zeros)) : undefined;
}
