// A lookup as a step of a decision: what was asked, what came back, and how long that holds. Counterpart: the policies
// that ask the DNS; `evidence` leads to the whole answer. Rule: no more of an answer than a person reads at a glance.

import type { Reason } from '../../contract/events.ts';
import type { Lookup } from '../dns/resolver-types.ts';
import { POLICY_LIMITS } from './limits.ts';

export function lookupStep(name: string, type: string, { rcode, answers, cached, seq }: Lookup): Reason {
  const found = answers.filter((answer) => answer.type === type);
  const data = found.slice(0, POLICY_LIMITS.shownAnswers).map((answer) => answer.data);
  const answer = [...data, ...(found.length > data.length ? ['...'] : [])].join(', ');
  return {
    code: answer === '' ? 'dns.nothing' : 'dns.answer',
    params: {
      name,
      type,
      rcode,
      answer: answer.slice(0, POLICY_LIMITS.shownCharacters),
      ttl_s: Math.min(...found.map(({ ttl }) => ttl), answers[0]?.ttl ?? 0),
      cached,
    },
    evidence: seq,
  };
}

/** Whether the DNS said something, be it "there is no such name"; no answer isn't no. */
export function isCertain({ rcode }: Lookup): boolean {
  return rcode === 'NOERROR' || rcode === 'NXDOMAIN';
}
