// Author Domain Signing Practices (RFC 5617): a domain says whether all its mail is signed, and what an unsigned letter
// is worth. Counterpart: engine/policy/adsp.ts asks the DNS for it. Rule: a generator like SPF's; only a signature of
// the author's very own domain counts (section 2.7), and a domain that doesn't exist is told apart.

import type { ByteString } from './bytes.ts';
import type { Asking } from './dns/asking.ts';
import { isDnsName, lowerName } from './dns/name.ts';
import { ADSP_AUTHORS } from './limits.ts';
import { parseTagList } from './tag-list.ts';

export type AdspPractice = 'unknown' | 'all' | 'discardable';
/** In the words of section 5.4, the worst first. */
export const ADSP_RESULTS = [
  'discard',
  'nxdomain',
  'fail',
  'permerror',
  'temperror',
  'unknown',
  'none',
  'pass',
] as const;
export type AdspResult = (typeof ADSP_RESULTS)[number];

/** What came of one author's domain. */
export interface AdspOutcome {
  author: string;
  result: AdspResult;
  /** The record, where there was one. */
  record?: ByteString;
  evidence?: number;
}

/** Undefined for what is no such record; a practice that nobody knows is `unknown` (section 4.2.1). */
export function parseAdsp(text: ByteString): AdspPractice | undefined {
  const tags = parseTagList(text);
  const [first] = tags?.keys() ?? [];
  if (!tags || first !== 'dkim') return undefined;
  const value = tags.get('dkim')?.toLowerCase();
  return value === 'all' || value === 'discardable' ? value : 'unknown';
}

const RESULT_OF: Readonly<Record<AdspPractice, AdspResult>> = {
  unknown: 'unknown',
  all: 'fail',
  discardable: 'discard',
};

/** The practices of each author's domain; `signers` are the domains whose signatures hold. */
export function* checkAdsp(authors: readonly string[], signers: readonly string[]): Asking<AdspOutcome[]> {
  const signed = new Set(signers.map(lowerName));
  const outcomes: AdspOutcome[] = [];
  for (const author of authors.slice(0, ADSP_AUTHORS)) {
    if (signed.has(author)) outcomes.push({ author, result: 'pass' });
    else outcomes.push(isDnsName(author) ? yield* practice(author) : { author, result: 'permerror' });
  }
  return outcomes;
}

function* practice(author: string): Asking<AdspOutcome> {
  // Any type does; MX is what somebody has asked for already (section 4.3).
  const known = yield { name: author, type: 'MX' };
  const toldBy = (evidence?: number) => (evidence === undefined ? {} : { evidence });
  if (known.status === 'failed') return { author, result: 'temperror', ...toldBy(known.evidence) };
  if (known.noSuchName) return { author, result: 'nxdomain', ...toldBy(known.evidence) };
  const answer = yield { name: `_adsp._domainkey.${author}`, type: 'TXT' };
  if (answer.status === 'failed') return { author, result: 'temperror', ...toldBy(answer.evidence) };
  const [record, second] = answer.data.filter((text) => parseAdsp(text) !== undefined);
  if (record === undefined || second !== undefined) return { author, result: 'none', ...toldBy(answer.evidence) };
  return { author, result: RESULT_OF[parseAdsp(record) ?? 'unknown'], record, ...toldBy(answer.evidence) };
}
