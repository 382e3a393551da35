// The DMARC record of a domain (RFC 9989 section 4.7). Counterpart: check.ts finds and obeys it. Rule: what isn't
// exactly `v=DMARC1` at its beginning is no DMARC record; a tag that can't be read counts as if it weren't there.

import type { ByteString } from '../bytes.ts';
import { parseTagList } from '../tag-list.ts';

export const dmarcPolicies = ['none', 'quarantine', 'reject'] as const;
export type DmarcPolicy = (typeof dmarcPolicies)[number];
export type Alignment = 'relaxed' | 'strict';

export interface DmarcRecord {
  text: ByteString;
  /**
   * What to do with letters of this domain, of domains below it, and of domains below it that don't exist. Without `p` the
   * record can't be obeyed (section 4.10.1), but it is there.
   */
  p?: DmarcPolicy;
  sp?: DmarcPolicy;
  np?: DmarcPolicy;
  adkim: Alignment;
  aspf: Alignment;
  /** The policy is being tried out: the next milder one applies. */
  testing: boolean;
  /** `yes`: a registry under which others have domains; `no`: an organisation begins here. */
  publicSuffix: 'yes' | 'no' | 'unknown';
}

/** Whether a text is meant to be a DMARC record; others at the same name don't matter. */
export function isDmarcRecord(text: ByteString): boolean {
  return /^[vV][ \t]*=[ \t]*DMARC1[ \t]*(?:;|$)/.test(text.trim());
}

/** Undefined when the text is no list of tags. */
export function parseDmarcRecord(text: ByteString): DmarcRecord | undefined {
  const tags = parseTagList(text, 'skip what is broken');
  if (!tags || !isDmarcRecord(text)) return undefined;
  const word = (name: string): string => tags.get(name)?.toLowerCase() ?? '';
  const policyIn = (name: string): DmarcPolicy | undefined => dmarcPolicies.find((one) => one === word(name));
  const [p, sp, np] = [policyIn('p'), policyIn('sp'), policyIn('np')];
  const unreadable = (['sp', 'np'] as const).some((name) => tags.has(name) && policyIn(name) === undefined);
  const usable = p !== undefined && !unreadable;
  const psd = word('psd');
  return {
    text,
    ...(usable ? { p } : {}),
    // A record that can't be obeyed but wants reports gets those.
    ...(!usable && wantsReports(tags.get('rua') ?? '') ? { p: 'none' } : {}),
    ...(usable && sp !== undefined ? { sp } : {}),
    ...(usable && np !== undefined ? { np } : {}),
    adkim: word('adkim') === 's' ? 'strict' : 'relaxed',
    aspf: word('aspf') === 's' ? 'strict' : 'relaxed',
    testing: word('t') === 'y',
    publicSuffix: psd === 'y' ? 'yes' : psd === 'n' ? 'no' : 'unknown',
  };
}

function wantsReports(rua: string): boolean {
  return rua.split(',').some((uri) => /^[a-z][a-z0-9+.-]*:[\x21-\x7e]*$/i.test(uri.trim()));
}
