// What a DNS question asks, and what its answer says. Counterpart: store/dialog.ts Lookup, text/explain/words.ts.
// Rule: one entry a record type.

import type { Lookup } from '../store/dialog.ts';
import { entryOf, type Said, said } from './explanation.ts';

const TYPES = {
  A: ['dns.A', 'RFC 1035 §3.4.1'],
  AAAA: ['dns.AAAA', 'RFC 3596 §2'],
  MX: ['dns.MX', 'RFC 5321 §5.1'],
  PTR: ['dns.PTR', 'RFC 1035 §3.5'],
  TXT: ['dns.TXT', 'RFC 1035 §3.3.14'],
  NS: ['dns.NS', 'RFC 1035 §3.3.11'],
  SOA: ['dns.SOA', 'RFC 1035 §3.3.13'],
  CNAME: ['dns.CNAME', 'RFC 1035 §3.3.1'],
  SRV: ['dns.SRV', 'RFC 2782'],
} as const;
const RCODES = {
  NOERROR: 'dns.NOERROR',
  NXDOMAIN: 'dns.NXDOMAIN',
  SERVFAIL: 'dns.SERVFAIL',
  REFUSED: 'dns.REFUSED',
  FORMERR: 'dns.FORMERR',
} as const;

export function explainLookup({ type, outcome }: Lookup): { meaning: Said[]; rfc: string } {
  const [key, rfc] = entryOf<readonly [(typeof TYPES)[keyof typeof TYPES][0] | 'dns.other', string]>(TYPES, type) ?? [
    'dns.other',
    'RFC 1035 §3.2',
  ];
  return { meaning: [said(key), ...answer(outcome)], rfc };
}

function answer(outcome: Lookup['outcome']): Said[] {
  if (!outcome) return [];
  const { rcode, answers, problem } = outcome;
  if (problem === 'timeout') return [said('dns.timeout')];
  if (rcode === 'NOERROR' && answers.length === 0) return [said('dns.NOERROR.empty')];
  const known = entryOf(RCODES, rcode);
  return [known === undefined ? said('dns.rcode', { rcode }) : said(known)];
}
