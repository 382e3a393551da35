// What a TXT record is for, and whether it would be understood: SPF, DKIM, DMARC. Counterpart: findings.ts; mail/spf and
// mail/dmarc read as the checks do. Rule: pure; a record that nobody would take for what it was meant to be is told first.

import type { ZoneRecord } from '../../contract/zone.ts';
import { isDmarcRecord, parseDmarcRecord } from '../../mail/dmarc/record.ts';
import { isSpfRecord, parseSpfRecord, type SpfRecord } from '../../mail/spf/record.ts';
import { parseTagList, withoutSpace } from '../../mail/tag-list.ts';
import { type Finding, mistake, note } from './finding.ts';

type TextRecord = Extract<ZoneRecord, { type: 'TXT' }>;

/** RFC 1035 section 3.3: a string has its length in one octet. */
const STRING_OCTETS = 255;
/** RFC 7208 section 4.6.4. */
const SPF_LOOKUPS = 10;
const LOOKS_LIKE_SPF = /^["'\s]*v\s*=?\s*spf/i;
const LOOKS_LIKE_DMARC = /^["'\s]*v\s*=?\s*dmarc/i;
const LOOKS_LIKE_DKIM = /^\s*v\s*=\s*dkim1/i;

export function textFindings(record: TextRecord, name: string, beside: readonly ZoneRecord[]): Finding[] {
  const text = textOf(record);
  const others = beside.filter((one) => one.type === 'TXT').map(textOf);
  return [...meaning(text, name, others), ...lengthFindings(record)];
}

function meaning(text: string, name: string, others: readonly string[]): Finding[] {
  if (name.startsWith('_dmarc.')) return dmarcFindings(text, name, others);
  if (name.includes('._domainkey.')) return keyFindings(text);
  if (isSpfRecord(text)) return spfFindings(text, name, others);
  if (LOOKS_LIKE_SPF.test(text)) return [mistake('zone.spf.none')];
  if (LOOKS_LIKE_DMARC.test(text)) return [mistake('zone.dmarc.where', { name: `_dmarc.${name}.` })];
  if (LOOKS_LIKE_DKIM.test(text)) return [mistake('zone.dkim.where', { name: `SELECTOR._domainkey.${name}.` })];
  return [];
}

function spfFindings(text: string, name: string, others: readonly string[]): Finding[] {
  if (others.some(isSpfRecord)) return [mistake('zone.spf.two')];
  const read = parseSpfRecord(text);
  if ('wrong' in read) return [mistake('zone.spf.wrong', { term: read.wrong })];
  const lookups = lookupsOf(read);
  if (lookups > SPF_LOOKUPS) return [mistake('zone.spf.lookups', { count: lookups })];
  const all = read.directives.findIndex(({ mechanism }) => mechanism.kind === 'all');
  const last = read.directives[all];
  if (last?.result === 'pass') return [mistake('zone.spf.everybody')];
  if (all !== -1 && all < read.directives.length - 1) return [mistake('zone.spf.afterAll', { term: last?.text ?? '' })];
  if (!last && read.redirect === undefined) return [note('zone.spf.open', { domain: name })];
  return [note(last ? `zone.spf.${last.result}` : 'zone.spf.redirect', { domain: name, other: read.redirect ?? '' })];
}

/** Terms that ask the DNS; what lies behind an `include` isn't seen here. */
function lookupsOf({ directives, redirect }: SpfRecord): number {
  const asking = directives.filter(({ mechanism }) => ['include', 'a', 'mx', 'ptr', 'exists'].includes(mechanism.kind));
  return asking.length + (redirect === undefined ? 0 : 1);
}

function dmarcFindings(text: string, name: string, others: readonly string[]): Finding[] {
  if (!isDmarcRecord(text)) return [mistake('zone.dmarc.none')];
  if (others.some(isDmarcRecord)) return [mistake('zone.dmarc.two')];
  const p = parseDmarcRecord(text)?.p;
  const domain = name.slice('_dmarc.'.length);
  return [p === undefined ? mistake('zone.dmarc.policy') : note(`zone.dmarc.asks.${p}`, { domain })];
}

function keyFindings(text: string): Finding[] {
  const tags = parseTagList(text);
  if (!tags) return [mistake('zone.dkim.none')];
  const version = tags.get('v');
  const kind = tags.get('k') ?? 'rsa';
  const key = tags.get('p');
  if (version !== undefined && version !== 'DKIM1') return [mistake('zone.dkim.version', { version })];
  if (key === undefined) return [mistake('zone.dkim.noKey')];
  if (key === '') return [note('zone.dkim.revoked')];
  if (kind !== 'rsa' && kind !== 'ed25519') return [mistake('zone.dkim.kind', { kind })];
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(withoutSpace(key));
  return [isBase64 ? note('zone.dkim.key', { kind }) : mistake('zone.dkim.broken')];
}

function lengthFindings({ text }: TextRecord): Finding[] {
  if (typeof text !== 'string') return [];
  const octets = new TextEncoder().encode(text).length;
  const count = Math.ceil(octets / STRING_OCTETS);
  return count > 1 ? [note('zone.text.cut', { octets, count })] : [];
}

function textOf(record: TextRecord): string {
  return [record.text].flat().join('');
}
