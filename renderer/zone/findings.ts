// What is to be said of a record beside the others of its zone, as one types it. Counterpart: engine/dns/zone-data.ts, which
// refuses what can't be served; text-findings.ts reads what a TXT record is for. Rule: pure; a name that would be another
// one than it looks is the first thing to say.

import type { ZoneRecord } from '../../contract/zone.ts';
import { parseIp } from '../../mail/dns/ip.ts';
import { absoluteName, isDnsName, isSubdomain } from '../../mail/dns/name.ts';
import { type Finding, mistake, note, refused } from './finding.ts';
import type { LabNames } from './lab-names.ts';
import { textFindings } from './text-findings.ts';

/** Where a record stands. */
export interface Surroundings {
  origin: string;
  /** The other records of the zone. */
  others: readonly ZoneRecord[];
  lab: LabNames;
}

export function findingsOn(record: ZoneRecord, around: Surroundings): Finding[] {
  const { origin, others } = around;
  const name = absoluteName(record.name, origin);
  const beside = others.filter((other) => absoluteName(other.name, origin) === name);
  return [
    ...nameFindings(record.name, name, origin),
    ...besideFindings(record, name, beside, origin),
    ...valueFindings(record, name, beside, around),
  ];
}

function nameFindings(written: string, name: string, origin: string): Finding[] {
  if (!isDnsName(name)) return [refused('zone.name.bad', { name: written })];
  if (!isSubdomain(name, origin)) return [refused('zone.name.outside', { name: written, zone: origin })];
  if (written !== '@' && !written.endsWith('.') && isSubdomain(written, origin)) {
    return [mistake('zone.name.twice', { name: `${name}.`, wanted: `${written}.` })];
  }
  return [];
}

function besideFindings(record: ZoneRecord, name: string, beside: readonly ZoneRecord[], origin: string): Finding[] {
  const text = JSON.stringify(record);
  const [other] = beside.filter((one) => one.type !== record.type);
  if (beside.some((one) => JSON.stringify(one) === text)) return [refused('zone.same')];
  if (record.type === 'CNAME') {
    if (name === origin) return [refused('zone.cname.top', { zone: origin })];
    if (beside.some(({ type }) => type === 'CNAME')) return [refused('zone.cname.two')];
    if (other) return [refused('zone.cname.beside', { type: other.type })];
  } else if (beside.some(({ type }) => type === 'CNAME')) return [refused('zone.cname.there', { type: record.type })];
  const ttl = beside.find(({ type }) => type === record.type)?.ttl;
  const differs = beside.some(({ type }) => type === record.type) && ttl !== record.ttl;
  return differs ? [note('zone.ttl.differs', { type: record.type })] : [];
}

function valueFindings(
  record: ZoneRecord,
  name: string,
  beside: readonly ZoneRecord[],
  { origin, lab }: Surroundings,
): Finding[] {
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return [];
    case 'TXT':
      return textFindings(record, name, beside);
    case 'MX':
      return exchangeFindings(record.exchange, beside, origin, lab);
    case 'CNAME':
    case 'NS':
    case 'PTR': {
      const found = targetFindings(record.target, origin, lab);
      if (found.length > 0) return found;
      const target = absoluteName(record.target, origin);
      if (record.type === 'CNAME' && target === name) return [mistake('zone.cname.itself')];
      if (!lab.has(target)) return [mistake('zone.target.unknown', { name: `${target}.` })];
      if (record.type === 'NS' && lab.get(target)?.has('CNAME') === true) return [mistake('zone.ns.alias')];
      return record.type === 'PTR' && !name.endsWith('.arpa') ? [mistake('zone.ptr.where')] : [];
    }
  }
}

function exchangeFindings(exchange: string, beside: readonly ZoneRecord[], origin: string, lab: LabNames): Finding[] {
  const others = beside.filter((one) => one.type === 'MX');
  if (exchange === '.') return others.length > 0 ? [mistake('zone.mx.nullBeside')] : [note('zone.mx.null')];
  if (parseIp(exchange.replace(/\.$/, ''))) return [mistake('zone.mx.address', { address: exchange })];
  const found = targetFindings(exchange, origin, lab);
  if (found.length > 0) return found;
  const target = absoluteName(exchange, origin);
  const types = lab.get(target);
  if (types?.has('CNAME') === true) return [mistake('zone.mx.alias', { name: `${target}.` })];
  if (types?.has('A') !== true && types?.has('AAAA') !== true)
    return [mistake('zone.mx.noAddress', { name: `${target}.` })];
  return others.some((one) => one.type === 'MX' && one.exchange === '.') ? [mistake('zone.mx.nullBeside')] : [];
}

/** A name in a record: what it is, and what it was meant to be if the final dot is missing. */
function targetFindings(written: string, origin: string, lab: LabNames): Finding[] {
  const target = absoluteName(written, origin);
  if (!isDnsName(target)) return [refused('zone.name.bad', { name: written })];
  const isMeantInFull = !written.endsWith('.') && written !== '@' && !lab.has(target);
  if (isMeantInFull && (isSubdomain(written, origin) || lab.has(absoluteName(`${written}.`, origin)))) {
    return [mistake('zone.name.twice', { name: `${target}.`, wanted: `${written}.` })];
  }
  return [];
}
