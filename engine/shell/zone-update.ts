// One update of a zone, as nsupdate words it (RFC 2136 section 2.5): records that come, records that go. Counterpart:
// commands/nsupdate.ts collects and sends. Rule: pure; names are absolute, with or without their final dot.

import type { Zone, ZoneRecord } from '../../contract/topology.ts';
import { absoluteName } from '../../mail/dns/name.ts';
import { splitWords } from './words.ts';

export type ZoneChange =
  | { kind: 'add'; name: string; record: (relative: string) => ZoneRecord }
  /** Everything of the name, of one type, or one record. */
  | { kind: 'delete'; name: string; type?: string; data?: string };

const SEVERAL = /^(?:add|delete|del)$/;

/** A line after the word `update`, or what is wrong with it. */
export function readChange(line: string): ZoneChange | { problem: string } {
  const [verb = '', name, ...words] = splitWords(line);
  if (!SEVERAL.test(verb.toLowerCase())) return { problem: `incorrect section name: ${verb}` };
  if (name === undefined) return { problem: 'could not read owner name' };
  if (/^\d+$/.test(words[0] ?? '') && verb.toLowerCase() !== 'add') words.shift();
  if (verb.toLowerCase() === 'add') return readAddition(bare(name), words);
  if (words[0]?.toUpperCase() === 'IN') words.shift();
  const [type, ...data] = words;
  const written = data.join(' ');
  return {
    kind: 'delete',
    name: bare(name),
    ...(type === undefined ? {} : { type: type.toUpperCase() }),
    ...(written === '' ? {} : { data: written }),
  };
}

function readAddition(name: string, words: readonly string[]): ZoneChange | { problem: string } {
  const [seconds = '', ...rest] = words;
  if (!/^\d{1,9}$/.test(seconds)) return { problem: 'ttl is missing or not a number' };
  const [type = '', ...data] = rest[0]?.toUpperCase() === 'IN' ? rest.slice(1) : rest;
  const [first = '', second = ''] = data;
  const ttl = Number(seconds);
  const add = (record: (relative: string) => ZoneRecord): ZoneChange => ({ kind: 'add', name, record });
  if (first === '') return { problem: 'could not read rdata' };
  switch (type.toUpperCase()) {
    case 'A':
      return add((relative) => ({ name: relative, type: 'A', ttl, address: first }));
    case 'AAAA':
      return add((relative) => ({ name: relative, type: 'AAAA', ttl, address: first }));
    case 'TXT':
      return add((relative) => ({ name: relative, type: 'TXT', ttl, text: data.length === 1 ? first : data }));
    case 'MX':
      if (!/^\d{1,5}$/.test(first) || second === '') return { problem: 'an MX has a preference and a name' };
      return add((relative) => ({
        ...{ name: relative, type: 'MX', ttl },
        ...{ preference: Number(first), exchange: dotted(second) },
      }));
    case 'CNAME':
      return add((relative) => ({ name: relative, type: 'CNAME', ttl, target: dotted(first) }));
    case 'NS':
      return add((relative) => ({ name: relative, type: 'NS', ttl, target: dotted(first) }));
    case 'PTR':
      return add((relative) => ({ name: relative, type: 'PTR', ttl, target: dotted(first) }));
    default:
      return { problem: `unknown class/type: ${type}` };
  }
}

/** The zone after the changes, with the next serial. */
export function changedZone(origin: string, zone: Zone, changes: readonly ZoneChange[]): Zone {
  let { records } = zone;
  for (const change of changes) {
    if (change.kind === 'delete') records = records.filter((record) => !isMeant(record, change, origin));
    else {
      const added = change.record(relativeName(change.name, origin));
      const isThere = records.some((record) => JSON.stringify(record) === JSON.stringify(added));
      if (!isThere) records = [...records, added];
    }
  }
  return { ...zone, soa: { ...zone.soa, serial: zone.soa.serial + 1 }, records };
}

function isMeant(record: ZoneRecord, change: Extract<ZoneChange, { kind: 'delete' }>, origin: string): boolean {
  if (absoluteName(record.name, origin) !== change.name) return false;
  if (change.type === undefined) return record.type !== 'NS' || change.name !== origin;
  if (record.type !== change.type) return false;
  return change.data === undefined || dataOf(record).toLowerCase() === bare(change.data);
}

/** As it is typed, without quotes and final dot. */
function dataOf(record: ZoneRecord): string {
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return record.address;
    case 'TXT':
      return typeof record.text === 'string' ? record.text : record.text.join(' ');
    case 'MX':
      return `${record.preference} ${bare(record.exchange)}`;
    case 'CNAME':
    case 'NS':
    case 'PTR':
      return bare(record.target);
  }
}

function relativeName(name: string, origin: string): string {
  return name === origin ? '@' : name.slice(0, -(origin.length + 1));
}

function bare(name: string): string {
  return name.replace(/\.$/, '').toLowerCase();
}

function dotted(name: string): string {
  return `${bare(name)}.`;
}
