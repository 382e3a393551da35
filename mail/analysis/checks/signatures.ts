// What the DKIM signatures claim by themselves: for whom, over what, until when. Counterpart: mail/dkim reads them. Rule: no
// key is asked for and nothing is verified here, because that would need the DNS of the day when the letter came.

import { authorDomains } from '../../author.ts';
import { type DkimSignature, parseSignature } from '../../dkim/signature.ts';
import { ANALYSIS_LIMITS } from '../../limits.ts';
import { parseTagList } from '../../tag-list.ts';
import { indicesOf } from '../claimed-letter.ts';
import { type Case, type Check, finding, type Finding } from '../finding.ts';
import { sameOrganisation } from '../organisation.ts';

const SECOND_MS = 1000;
/** Clocks differ: a signature may be this much ahead of who reads it. */
const SKEW_MS = 5 * 60 * SECOND_MS;

export const signatures: Check = (letter) => {
  const indices = indicesOf(letter, 'DKIM-Signature').slice(0, ANALYSIS_LIMITS.signatures);
  const read = indices.map((field) => ({ field, signature: parseSignature(letter.fields[field]?.value ?? '') }));
  const [author = ''] = authorDomains(letter.fields);
  const domains = read.flatMap(({ signature }) => signature?.domain ?? []);
  const found = read.flatMap(({ field, signature }) =>
    signature ? ofSignature(letter, field, signature) : [finding(letter, 'dkim.broken', { marks: [[field]] })],
  );
  if (domains.length > 0 && author !== '' && !domains.some((domain) => sameOrganisation(domain, author))) {
    const marks = read.map((one) => [one.field, one.signature?.domain] as const);
    found.push(finding(letter, 'dkim.other', { marks, params: { domain: domains[0] ?? '', author } }));
  }
  return found;
};

function ofSignature(letter: Case, field: number, { domain, signed, length }: DkimSignature): Finding[] {
  const tags = parseTagList(letter.fields[field]?.value ?? '');
  const at = (name: string) => Number(/^\d{1,12}$/.exec(tags?.get(name) ?? '')?.[0] ?? Number.NaN) * SECOND_MS;
  const params = { domain };
  const found: Finding[] = [];
  if (!signed.includes('from')) found.push(finding(letter, 'dkim.from', { marks: [[field, tags?.get('h')]], params }));
  if (length !== undefined) {
    found.push(
      finding(letter, 'dkim.length', { marks: [[field, `l=${length}`]], params: { ...params, count: length } }),
    );
  }
  // The signer is the first to touch the letter and the reader the last; NaN compares with nothing.
  const seen_ms = letter.hops.find((hop) => hop.date)?.date?.at_ms ?? Number.NaN;
  const isEarly = at('t') > seen_ms + SKEW_MS;
  if (isEarly || at('x') < seen_ms - SKEW_MS || at('x') < at('t')) {
    const part = isEarly ? `t=${tags?.get('t')}` : `x=${tags?.get('x')}`;
    found.push(finding(letter, 'dkim.time', { marks: [[field, part]], params: { ...params, part } }));
  }
  return found;
}
