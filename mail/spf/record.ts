// An SPF record, read (RFC 7208 sections 4.6, 5, 6 and 12). Counterpart: check.ts evaluates it, macro.ts expands what
// stands in it. Rule: the whole record is read before anything of it is evaluated, so that a mistake at its end is a
// mistake also for a client that matches at its beginning (section 4.6).

import type { ByteString } from '../bytes.ts';
import { parseIp } from '../dns/ip.ts';
import { isMacroString } from './macro.ts';

export type SpfResult = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror';

export type Mechanism =
  | { kind: 'all' }
  | { kind: 'include' | 'exists'; domain: ByteString }
  | { kind: 'a' | 'mx'; domain?: ByteString; length4: number; length6: number }
  | { kind: 'ptr'; domain?: ByteString }
  | { kind: 'ip4' | 'ip6'; address: string; length: number };

export interface Directive {
  /** What a match means. */
  result: 'pass' | 'fail' | 'softfail' | 'neutral';
  mechanism: Mechanism;
  /** As it stands in the record. */
  text: ByteString;
}

export interface SpfRecord {
  directives: Directive[];
  redirect?: ByteString;
  explanation?: ByteString;
}

/** A term that isn't one. */
export interface SpfSyntaxError {
  wrong: ByteString;
}

const RESULTS = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' } as const;

/** Whether a TXT record is an SPF record at all: the version, then a space or the end (section 4.5). */
export function isSpfRecord(text: ByteString): boolean {
  return /^v=spf1(?: |$)/i.test(text);
}

/** Whose records are read: SPF's own, or those of Sender ID for the address in the header. */
export type SpfScope = 'spf1' | 'pra';

/** The records among a domain's texts that count; Sender ID takes its own, and SPF's where there are none (RFC 4406 section 4.4). */
export function recordsFor(scope: SpfScope, texts: readonly ByteString[]): ByteString[] {
  const own =
    scope === 'pra' ? texts.filter((text) => /^spf2\.0\/(?:[\w.-]+,)*pra(?:,[\w.-]+)*(?: |$)/i.test(text)) : [];
  return own.length > 0 ? own : texts.filter(isSpfRecord);
}

/** Reads a record that `recordsFor` has chosen. */
export function parseSpfRecord(text: ByteString): SpfRecord | SpfSyntaxError {
  const record: SpfRecord = { directives: [] };
  const [, ...terms] = text.split(' ');
  for (const term of terms) {
    if (term === '') continue;
    const isRead = /^[a-z][\w.-]*=/i.test(term) ? readModifier(term, record) : readDirective(term, record);
    if (!isRead) return { wrong: term };
  }
  return record;
}

function readModifier(term: ByteString, record: SpfRecord): boolean {
  const equals = term.indexOf('=');
  const value = term.slice(equals + 1);
  const name = term.slice(0, equals).toLowerCase();
  if (name !== 'redirect' && name !== 'exp') return isMacroString(value); // unknown ones are passed over: section 6
  const key = name === 'exp' ? 'explanation' : 'redirect';
  if (record[key] !== undefined || !isDomainSpec(value)) return false;
  record[key] = value;
  return true;
}

function readDirective(term: ByteString, record: SpfRecord): boolean {
  const [, sign = '+', name = '', rest = ''] = /^([+\-~?]?)([a-z][a-z0-9]*)(.*)$/is.exec(term) ?? [];
  const read = Object.hasOwn(MECHANISMS, name.toLowerCase()) ? MECHANISMS[name.toLowerCase()] : undefined;
  const mechanism = read?.(rest);
  if (!mechanism) return false;
  const result = RESULTS[(sign === '' ? '+' : sign) as keyof typeof RESULTS];
  record.directives.push({ result, mechanism, text: term });
  return true;
}

type Reader = (rest: ByteString) => Mechanism | undefined;

const withDomain =
  (kind: 'include' | 'exists'): Reader =>
  (rest) => {
    const domain = rest.slice(1);
    return rest.startsWith(':') && isDomainSpec(domain) ? { kind, domain } : undefined;
  };

const withLengths =
  (kind: 'a' | 'mx'): Reader =>
  (rest) => {
    const [, before = '', four, six] = /^(.*?)(?:\/(0|[1-9]\d?))?(?:\/\/(0|[1-9]\d{0,2}))?$/s.exec(rest) ?? [];
    const length4 = four === undefined ? 32 : Number(four);
    const length6 = six === undefined ? 128 : Number(six);
    if (length4 > 32 || length6 > 128) return undefined;
    if (before === '') return { kind, length4, length6 };
    const domain = before.slice(1);
    return before.startsWith(':') && isDomainSpec(domain) ? { kind, domain, length4, length6 } : undefined;
  };

const network =
  (kind: 'ip4' | 'ip6', most: number): Reader =>
  (rest) => {
    const [, address = '', bits] = /^:([^/]+)(?:\/(0|[1-9]\d{0,2}))?$/s.exec(rest) ?? [];
    const length = bits === undefined ? most : Number(bits);
    const family = kind === 'ip4' ? 4 : 6;
    return length <= most && parseIp(address)?.family === family ? { kind, address, length } : undefined;
  };

const MECHANISMS: Readonly<Record<string, Reader>> = {
  all: (rest) => (rest === '' ? { kind: 'all' } : undefined),
  include: withDomain('include'),
  exists: withDomain('exists'),
  a: withLengths('a'),
  mx: withLengths('mx'),
  ptr: (rest) => {
    if (rest === '') return { kind: 'ptr' };
    const domain = rest.slice(1);
    return rest.startsWith(':') && isDomainSpec(domain) ? { kind: 'ptr', domain } : undefined;
  },
  ip4: network('ip4', 32),
  ip6: network('ip6', 128),
};

/** domain-spec: a macro string that ends in a top label or in a macro (section 7.1). */
function isDomainSpec(text: ByteString): boolean {
  return isMacroString(text) && (/%\{[^}]*\}$/.test(text) || TOP_LABEL_END.test(text));
}

const TOP_LABEL_END = /\.(?:[a-z0-9]*[a-z][a-z0-9]*|[a-z0-9]+-[a-z0-9-]*[a-z0-9])\.?$/i;
