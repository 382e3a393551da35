// DMARC (RFC 9989): does a letter come from the domain that its From field names, and what does that domain want done if
// not? Counterpart: record.ts; engine/policy/dmarc.ts asks the DNS for it. Rule: a generator like SPF's, so that it runs
// over any resolver; what it looked up and compared is kept, because that is what a screen shows.

import type { Asking } from '../dns/asking.ts';
import { isDnsName, isSubdomain, lowerName } from '../dns/name.ts';
import { DMARC_LIMITS } from '../limits.ts';
import { type Alignment, type DmarcPolicy, type DmarcRecord, isDmarcRecord, parseDmarcRecord } from './record.ts';

/** A domain that was proved: by SPF for the envelope, or by a signature. */
export interface ProvenDomain {
  method: 'spf' | 'dkim';
  domain: string;
}

/** One name of a tree walk. */
export interface WalkStep {
  /** Which domain's walk this is. */
  from: string;
  name: string;
  found: 'record' | 'nothing' | 'several' | 'no answer';
  text?: string;
  evidence?: number;
}

export interface Comparison extends ProvenDomain {
  mode: Alignment;
  /** Where the organisation of the proven domain begins; absent when that didn't matter. */
  organisation?: string;
  aligned: boolean;
}

export type DmarcProblem = 'no answer' | 'no author domain' | 'several author domains';

export interface DmarcOutcome {
  result: 'none' | 'pass' | 'fail' | 'temperror' | 'permerror';
  /** Domain of the From field. */
  author: string;
  /** The record that counts, and whose it is. */
  record?: { domain: string; text: string };
  /** Where the author's organisation begins. */
  organisation?: string;
  /** What the record wants done with such a letter that fails, and which of its tags says so. */
  policy: DmarcPolicy;
  tag?: 'p' | 'sp' | 'np';
  testing: boolean;
  walk: WalkStep[];
  comparisons: readonly Comparison[];
  problem?: DmarcProblem;
}

export interface DmarcQuery {
  /** Domains of all mailboxes in the From field. */
  authors: readonly string[];
  proven: readonly ProvenDomain[];
}

interface Found {
  domain: string;
  record: DmarcRecord;
}

/** t=y asks for one step less (section 4.7). */
const MILDER: Readonly<Record<DmarcPolicy, DmarcPolicy>> = { reject: 'quarantine', quarantine: 'none', none: 'none' };

/** Runs the whole evaluation. */
export function* checkDmarc({ authors, proven }: DmarcQuery): Asking<DmarcOutcome> {
  const [author = '', ...others] = new Set(authors.map(lowerName));
  const run = new Run();
  const nothing = { author, policy: 'none', testing: false, walk: run.walk, comparisons: [] } as const;
  if (!isDnsName(author)) return { ...nothing, result: 'permerror', problem: 'no author domain' };
  if (others.length > 0) return { ...nothing, result: 'permerror', problem: 'several author domains' };
  try {
    const records = yield* run.records(author);
    const organisation = organisationOf(author, records);
    const found = applicable(author, organisation, records);
    if (found?.record.p === undefined) return { ...nothing, result: 'none', organisation };
    const { domain, record } = found;
    const tag = domain === author ? 'p' : yield* run.tagBelow(author, record);
    const wanted = record[tag] ?? found.record.p;
    const comparisons = yield* run.compare(author, organisation, proven, record);
    return {
      ...nothing,
      result: comparisons.some(({ aligned }) => aligned) ? 'pass' : 'fail',
      record: { domain, text: record.text },
      organisation,
      policy: record.testing ? MILDER[wanted] : wanted,
      tag,
      testing: record.testing,
      comparisons,
    };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return { ...nothing, result: 'temperror', problem: 'no answer' };
  }
}

/** Nobody can say now. */
class NoAnswer extends Error {}

class Run {
  readonly walk: WalkStep[] = [];
  readonly #known = new Map<string, DmarcRecord | undefined>();

  /** The tree walk (section 4.10): records at the domain and above it, the longest name first. */
  *records(domain: string): Asking<Found[]> {
    const found: Found[] = [];
    for (const name of walkOf(domain)) {
      const record = yield* this.#recordAt(name, domain);
      // A registry says at most that organisations begin below it: what was found there already says where.
      if (record === 'no answer' && found.length > 0 && !name.includes('.')) break;
      if (record === 'no answer') throw new NoAnswer();
      if (!record) continue;
      found.push({ domain: name, record });
      if (record.publicSuffix !== 'unknown') break;
    }
    return found;
  }

  /** Which tag of an inherited record counts: names that don't exist are `np`'s, where there is one (section 4.10.1). */
  *tagBelow(author: string, { sp, np }: DmarcRecord): Asking<'p' | 'sp' | 'np'> {
    const inherited = sp === undefined ? 'p' : 'sp';
    if (np === undefined) return inherited;
    const { status, noSuchName = false } = yield { name: author, type: 'A' };
    if (status === 'failed') throw new NoAnswer();
    return noSuchName ? 'np' : inherited;
  }

  *compare(
    author: string,
    organisation: string,
    proven: readonly ProvenDomain[],
    record: DmarcRecord,
  ): Asking<Comparison[]> {
    const comparisons: Comparison[] = [];
    for (const { method, domain: written } of proven.slice(0, DMARC_LIMITS.identifiers)) {
      const domain = lowerName(written);
      const mode = method === 'spf' ? record.aspf : record.adkim;
      const one = { method, domain, mode };
      // A walk is needed only where it can change the answer (section 4.10.2).
      if (domain === author) comparisons.push({ ...one, aligned: true });
      else if (mode === 'strict' || !isSubdomain(domain, organisation)) comparisons.push({ ...one, aligned: false });
      else {
        const its = organisationOf(domain, yield* this.records(domain));
        comparisons.push({ ...one, organisation: its, aligned: its === organisation });
      }
    }
    return comparisons;
  }

  *#recordAt(name: string, from: string): Asking<DmarcRecord | undefined | 'no answer'> {
    if (this.#known.has(name)) return this.#known.get(name);
    const asked = `_dmarc.${name}`;
    const { status, data, evidence } = isDnsName(asked)
      ? yield { name: asked, type: 'TXT' }
      : { status: 'void' as const, data: [], evidence: undefined };
    const texts = data.filter(isDmarcRecord);
    // Of several none counts: nobody could say which (section 4.10 step 2).
    const record = texts.length === 1 ? parseDmarcRecord(texts[0] ?? '') : undefined;
    const found = status === 'failed' ? 'no answer' : texts.length > 1 ? 'several' : record ? 'record' : 'nothing';
    this.walk.push({
      from,
      name: asked,
      found,
      ...(record === undefined ? {} : { text: record.text }),
      ...(evidence === undefined ? {} : { evidence }),
    });
    if (status === 'failed') return 'no answer';
    this.#known.set(name, record);
    return record;
  }
}

/** The names of a walk: the domain, then each parent; a long name goes on with its last seven labels. */
function walkOf(domain: string): string[] {
  const labels = domain.split('.');
  const names = [domain];
  for (let count = Math.min(labels.length - 1, DMARC_LIMITS.walkLabels); count > 0; count -= 1) {
    names.push(labels.slice(-count).join('.'));
  }
  return names;
}

/** Where an organisation begins (section 4.10.2). */
function organisationOf(domain: string, found: readonly Found[]): string {
  for (const { domain: at, record } of found) {
    if (record.publicSuffix === 'no') return at;
    // One label below the registry, on the way down to the domain.
    if (record.publicSuffix === 'yes' && at !== domain) {
      return domain
        .split('.')
        .slice(-at.split('.').length - 1)
        .join('.');
    }
  }
  return found.at(-1)?.domain ?? domain;
}

/** The author's own record, that of the organisation, or that of the registry above (section 4.10.1). */
function applicable(author: string, organisation: string, found: readonly Found[]): Found | undefined {
  const own = found.find(({ domain }) => domain === author) ?? found.find(({ domain }) => domain === organisation);
  return own ?? found.find(({ record }) => record.publicSuffix === 'yes');
}
