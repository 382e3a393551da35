// SPF (RFC 7208): may this address send mail for the domain in MAIL FROM? Counterpart: mail/spf/check.ts evaluates,
// ask-dns.ts asks; lesson 14. Rule: refused at RCPT, where the log knows the recipient, and written down in the
// letter at its end (Received-SPF, section 9.1); every term that was looked at is a reason.

import { z } from '../../contract/schema.ts';
import type { Reason, Verdict } from '../../contract/events.ts';
import type { AuthResult } from '../../mail/auth-results.ts';
import { checkSpf, type SpfOutcome } from '../../mail/spf/check.ts';
import type { SpfResult } from '../../mail/spf/record.ts';
import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import { askDns, type Evidence } from './ask-dns.ts';
import { CONTINUE, definePolicy, type PolicySession, type PolicyTools } from './policy.ts';
import { receivedSpf } from './spf/received-spf.ts';
import { spfSteps } from './spf/steps.ts';

const action = z.enum(['accept', 'defer', 'refuse']);

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(false),
  onFail: action.default('refuse'),
  onSoftfail: action.default('accept'),
  onTemperror: action.default('defer'),
  onPermerror: action.default('accept'),
});

type Settings = z.infer<typeof settingsSchema>;

export const spf = definePolicy({
  name: 'spf',
  settings: settingsSchema,
  stages: {
    async rcpt(session, tools) {
      if (!tools.settings.enabled) return CONTINUE;
      const found = await evaluate(session, tools);
      const verdict = verdictOn(found.outcome.result, tools.settings);
      const reasons = reasonsOf(found);
      if (verdict === 'continue') return { verdict, reasons };
      const otherwise = otherwiseOn(found.outcome, session, tools.settings);
      return { verdict, reply: replyTo(found.outcome, verdict, session, tools.host), reasons, otherwise };
    },
    async message(session, tools) {
      if (!tools.settings.enabled) return CONTINUE;
      const { outcome } = await evaluate(session, tools);
      return {
        ...CONTINUE,
        fields: [receivedSpf(outcome, session, tools.host)],
        results: [resultOf(outcome, session)],
      };
    },
  },
});

function evaluate(
  session: PolicySession,
  { resolver, host, now_ms, once }: PolicyTools<Settings>,
): Promise<Evidence<SpfOutcome>> {
  const { clientAddress: ip, reversePath: sender = '', helo = '' } = session;
  const query = { ip, sender, helo, receiver: host, now_s: now_ms / 1000 };
  return once(() => askDns(checkSpf(query), resolver, 'spf'));
}

function verdictOn(result: SpfResult, { onFail, onSoftfail, onTemperror, onPermerror }: Settings): Verdict {
  const wanted: Partial<Record<SpfResult, z.infer<typeof action>>> = {
    fail: onFail,
    softfail: onSoftfail,
    temperror: onTemperror,
    permerror: onPermerror,
  };
  const chosen = wanted[result] ?? 'accept';
  return chosen === 'refuse' ? 'reject' : chosen === 'defer' ? 'defer' : 'continue';
}

function reasonsOf({ outcome, evidence }: Evidence<SpfOutcome>): Reason[] {
  const { result, domain, decidedBy = '', problem = '' } = outcome;
  const last: Reason = { code: `spf.${result}`, params: { domain, term: decidedBy, problem } };
  return [...spfSteps(outcome), evidence === undefined ? last : { ...last, evidence }];
}

/** What would have let the letter in. */
function otherwiseOn(
  { result, domain, decidedBy: term = '', problem }: SpfOutcome,
  { clientAddress: address }: PolicySession,
  { onSoftfail }: Settings,
): Reason[] {
  if (result === 'temperror') return [{ code: 'spf.answer', params: { domain } }];
  if (result === 'permerror') return [{ code: 'spf.mended', params: { domain, problem: problem ?? '' } }];
  const isAll = /^-all$/i.test(term) && onSoftfail === 'accept';
  return [
    { code: 'spf.listed', params: { domain, address } },
    ...(isAll ? [{ code: 'spf.softer', params: { domain } }] : []),
    { code: 'spf.envelope', params: { domain } },
  ];
}

/** For Authentication-Results (RFC 8601 section 2.7.2). */
function resultOf({ result }: SpfOutcome, { reversePath = '', helo = '' }: PolicySession): AuthResult {
  const identity = reversePath === '' ? (['smtp.helo', helo] as const) : (['smtp.mailfrom', reversePath] as const);
  return { method: 'spf', result, properties: [identity] };
}

/** The codes of section 8.4 and RFC 7372 section 3.2. */
function replyTo(outcome: SpfOutcome, verdict: 'defer' | Verdict, session: PolicySession, host: string): Reply {
  const { forwardPath = '', clientAddress } = session;
  const { result, domain, explanation } = outcome;
  const why = explanation ?? `SPF ${result}: ${clientAddress} may not send mail for ${domain}, asked by ${host}`;
  if (verdict === 'defer') return REPLIES.recipientRejected(451, '4.7.24', forwardPath, why);
  const enhanced = result === 'permerror' ? '5.7.24' : '5.7.23';
  return REPLIES.recipientRejected(550, enhanced, forwardPath, why);
}
