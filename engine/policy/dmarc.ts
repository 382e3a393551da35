// DMARC (RFC 9989): is the domain in From one that SPF or a signature has proved, and what does it want done if not?
// Counterpart: mail/dmarc/check.ts evaluates; spf.ts and dkim.ts prove. Rule: it takes what those two found at this
// host; a check that isn't switched on has proved nothing.

import { z } from '../../contract/schema.ts';
import type { Reason } from '../../contract/events.ts';
import type { AuthResult } from '../../mail/auth-results.ts';
import { authorDomains } from '../../mail/author.ts';
import { isSubdomain } from '../../mail/dns/name.ts';
import { checkDmarc, type DmarcOutcome, type ProvenDomain } from '../../mail/dmarc/check.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { askDns } from './ask-dns.ts';
import { type Disposition, disposition, SPAM_MARK } from './disposition.ts';
import { CONTINUE, type Decision, definePolicy } from './policy.ts';

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(false),
  /** What to do when the domain asks for quarantine, and when it asks for rejection. */
  onQuarantine: disposition.default('mark'),
  onReject: disposition.default('refuse'),
});

type Settings = z.infer<typeof settingsSchema>;

export const dmarc = definePolicy({
  name: 'dmarc',
  rfc: 'RFC 9989 section 5.3',
  settings: settingsSchema,
  stages: {
    async message({ message, results }, { settings, resolver }) {
      if (!settings.enabled || !message) return CONTINUE;
      const query = { authors: authorDomains(message.fields), proven: results.flatMap(provenBy) };
      const { outcome } = await askDns(checkDmarc(query), resolver, 'dmarc');
      const wanted = outcome.result === 'fail' ? disposed(outcome, settings) : 'accept';
      const reasons = [...unproven(results), ...reasonsOf(outcome), dispositionReason(outcome, wanted)].flat();
      return decide(wanted, outcome, reasons);
    },
  },
});

function decide(wanted: Disposition, outcome: DmarcOutcome, reasons: Reason[]): Decision {
  const results = [resultOf(outcome)];
  if (outcome.result !== 'fail') return { ...CONTINUE, results, reasons };
  const otherwise = otherwiseOn(outcome, wanted);
  if (wanted === 'mark') return { ...CONTINUE, fields: [SPAM_MARK], results, reasons, otherwise };
  if (wanted === 'accept') return { ...CONTINUE, results, reasons, otherwise };
  // OpenDMARC's words.
  const reply = REPLIES.contentRejected(`rejected by DMARC policy for ${outcome.author}`);
  return { verdict: 'reject', reply, results, reasons, otherwise };
}

/** What would have made it pass, and what would have let it in nevertheless. */
function otherwiseOn({ author, organisation = author, comparisons }: DmarcOutcome, wanted: Disposition): Reason[] {
  const strict = comparisons.find(
    ({ aligned, mode, domain }) => !aligned && mode === 'strict' && isSubdomain(domain, organisation),
  );
  return [
    ...(strict ? [{ code: 'dmarc.relaxed', params: { method: strict.method, domain: strict.domain, author } }] : []),
    { code: 'dmarc.proven', params: { author } },
    ...(wanted === 'accept' ? [] : [{ code: 'dmarc.none', params: { author } }]),
  ];
}

function disposed({ policy }: DmarcOutcome, { onQuarantine, onReject }: Settings): Disposition {
  return policy === 'none' ? 'accept' : policy === 'quarantine' ? onQuarantine : onReject;
}

/** What an earlier result proves: SPF the envelope's domain, a signature its own. */
function provenBy({ method, result, properties }: AuthResult): ProvenDomain[] {
  if (result !== 'pass' || (method !== 'spf' && method !== 'dkim')) return [];
  const property = method === 'spf' ? /^smtp\.(?:mailfrom|helo)$/ : /^header\.d$/;
  const value = properties.find(([name]) => property.test(name))?.[1] ?? '';
  return [{ method, domain: value.slice(value.lastIndexOf('@') + 1) }];
}

/** For each of the two that proved nothing: that, or that nobody asked. */
function unproven(results: readonly AuthResult[]): Reason[] {
  return ['spf', 'dkim'].flatMap((method): Reason[] => {
    const found = results.filter((one) => one.method === method);
    if (found.some(({ result }) => result === 'pass')) return [];
    const [first] = found;
    return first
      ? [{ code: 'dmarc.unproven', params: { method, result: first.result } }]
      : [{ code: 'dmarc.unchecked', params: { method } }];
  });
}

function reasonsOf(outcome: DmarcOutcome): Reason[] {
  const { author, organisation = '', record, walk, comparisons, policy, tag = '', testing, problem = '' } = outcome;
  const steps = walk.map(({ from, name, found, text = '', evidence }): Reason => {
    const step: Reason = { code: `dmarc.walk.${WALK_CODES[found]}`, params: { from, name, record: text } };
    return evidence === undefined ? step : { ...step, evidence };
  });
  const policies: Reason[] = record
    ? [{ code: 'dmarc.record', params: { author, domain: record.domain, organisation, policy, tag, testing } }]
    : [];
  const compared = comparisons.map(({ method, domain, mode, organisation: its = '', aligned }): Reason => {
    const code = aligned ? 'dmarc.aligned' : 'dmarc.unaligned';
    return { code, params: { method, domain, author, mode, organisation: its, authors: organisation } };
  });
  return [...steps, ...policies, ...compared, { code: `dmarc.${outcome.result}`, params: { author, problem } }];
}

const WALK_CODES = { record: 'record', nothing: 'nothing', several: 'several', 'no answer': 'silent' } as const;

function dispositionReason({ result, policy, author }: DmarcOutcome, done: string): Reason[] {
  return result === 'fail' ? [{ code: `dmarc.done.${done}`, params: { policy, author } }] : [];
}

function resultOf({ result, author, policy, record }: DmarcOutcome): AuthResult {
  return {
    method: 'dmarc',
    result,
    properties: [['header.from', author], ...(record ? [['policy.dmarc', policy] as const] : [])],
  };
}
