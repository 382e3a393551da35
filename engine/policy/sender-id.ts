// Sender ID (RFC 4406, historic): may this address send mail for the domain that the header names as the one who sent it
// last? Counterpart: mail/pra.ts chooses the address, mail/spf/check.ts evaluates. Rule: records for `pra` where a domain
// has them, else those that it wrote for SPF and its envelopes, which is what the quarrel was about.

import { z } from '../../contract/schema.ts';
import type { Reason } from '../../contract/events.ts';
import { type PurportedAddress, purportedResponsible } from '../../mail/pra.ts';
import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import { checkSpf, type SpfOutcome } from '../../mail/spf/check.ts';
import type { SpfResult } from '../../mail/spf/record.ts';
import { askDns } from './ask-dns.ts';
import { disposition, SPAM_MARK } from './disposition.ts';
import { CONTINUE, type Decision, definePolicy, type PolicySession, type PolicyTools } from './policy.ts';
import { spfSteps } from './spf/steps.ts';

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(false),
  onFail: disposition.default('refuse'),
  onSoftfail: disposition.default('accept'),
  /** The header names nobody, or several. */
  onMissing: disposition.default('accept'),
  onTemperror: z.enum(['accept', 'defer']).default('accept'),
});

type Settings = z.infer<typeof settingsSchema>;

export const senderId = definePolicy({
  name: 'sender-id',
  rfc: 'RFC 4406 section 5',
  settings: settingsSchema,
  stages: {
    async message(session, tools) {
      const { message } = session;
      const { settings } = tools;
      if (!settings.enabled || !message) return CONTINUE;
      const found = purportedResponsible(message.fields);
      if ('problem' in found) return missing(found.problem, settings);
      return evaluate(found, session, tools);
    },
  },
});

function missing(problem: string, { onMissing }: Settings): Decision {
  const reasons: Reason[] = [{ code: 'senderId.missing', params: { problem } }];
  const results = [{ method: 'sender-id', result: 'permerror', properties: [] }];
  // RFC 4406 section 5.3 has the words.
  const reply = REPLIES.contentRejected('Missing Purported Responsible Address');
  return disposed(onMissing, reply, { ...CONTINUE, results, reasons }, []);
}

async function evaluate(
  pra: PurportedAddress,
  { clientAddress: ip, helo = '' }: PolicySession,
  { settings, resolver, host, now_ms }: PolicyTools<Settings>,
): Promise<Decision> {
  const { field, address, domain } = pra;
  const query = { ip, sender: address, helo, receiver: host, now_s: now_ms / 1000, scope: 'pra' } as const;
  const { outcome, evidence } = await askDns(checkSpf(query), resolver, 'sender-id');
  const { result, decidedBy: term = '', problem = '' } = outcome;
  const last: Reason = { code: `senderId.${result}`, params: { domain, term, problem, address: ip } };
  const reasons: Reason[] = [
    { code: 'senderId.pra', params: { field, address } },
    ...spfSteps(outcome),
    evidence === undefined ? last : { ...last, evidence },
  ];
  const decision = { ...CONTINUE, results: [resultOf(pra, result)], reasons };
  if (result === 'temperror' && settings.onTemperror === 'defer') {
    return { ...decision, verdict: 'defer', reply: REPLIES.senderIdUnavailable, otherwise: [] };
  }
  const wanted = result === 'fail' ? settings.onFail : result === 'softfail' ? settings.onSoftfail : 'accept';
  return disposed(wanted, notPermitted(outcome), decision, [
    { code: 'senderId.listed', params: { address: ip, domain } },
    // Whoever hands a letter on was meant to say so in its header; hardly anybody did.
    { code: 'senderId.resent', params: { field } },
  ]);
}

function notPermitted({ explanation }: SpfOutcome): Reply {
  const why = explanation === undefined ? '' : ` - ${explanation}`;
  return REPLIES.contentRejected(`Sender ID (PRA) Not Permitted${why}`);
}

function disposed(wanted: Settings['onFail'], reply: Reply, decision: Decision, otherwise: Reason[]): Decision {
  if (wanted === 'accept') return decision;
  if (wanted === 'mark') return { ...decision, fields: [SPAM_MARK], otherwise };
  return { ...decision, verdict: 'reject', reply, otherwise };
}

/** RFC 5451 section 2.4.3, where the method is still described. */
function resultOf({ field, address }: PurportedAddress, result: SpfResult) {
  return { method: 'sender-id', result, properties: [[`header.${field}`, address] as const] };
}
