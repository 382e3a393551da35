// An evaluation of SPF to be walked through: one stop a term, with the counters as they stood after it. Counterpart:
// engine/policy/spf/steps.ts tells the terms, spf-debugger.tsx shows one at a time. Rule: what the events don't say isn't
// made up; counters are those of RFC 7208 section 4.6.4.

import type { Reason } from '../../contract/events.ts';

export interface SpfStop {
  domain: string;
  depth: number;
  term: string;
  asked: string;
  outcome: string;
  lookups: number;
  voids: number;
}

export function spfStops(reasons: readonly Reason[]): SpfStop[] {
  return reasons
    .filter(({ code }) => code === 'spf.step')
    .map(({ params }) => ({
      domain: String(params['domain'] ?? ''),
      depth: Number(params['depth'] ?? 0),
      term: String(params['term'] ?? ''),
      asked: String(params['asked'] ?? ''),
      outcome: String(params['outcome'] ?? ''),
      lookups: Number(params['lookups'] ?? 0),
      voids: Number(params['voids'] ?? 0),
    }));
}
