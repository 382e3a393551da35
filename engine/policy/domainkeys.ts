// DomainKeys (RFC 4870, historic): has the domain of Sender, or of From, signed this letter, header and body in one?
// Counterpart: domainkeys-signing.ts; domainkeys/verify.ts verifies. Rule: a broken signature counts as none; only a
// domain that says it signs everything (`o=-`) gives a reason to refuse.

import { z } from '../../contract/schema.ts';
import type { Reason } from '../../contract/events.ts';
import type { AuthResult } from '../../mail/auth-results.ts';
import { parseSigningPolicy, type SigningPolicy } from '../../mail/domainkeys/key.ts';
import { DOMAINKEY_FIELD, type SendingAddress, sendingAddress } from '../../mail/domainkeys/signature.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import type { Resolver } from '../dns/resolver-types.ts';
import { disposition, SPAM_MARK } from './disposition.ts';
import { textOf, type Verified, verifyDomainKey } from './domainkeys/verify.ts';
import { CONTINUE, type Decision, definePolicy } from './policy.ts';

export const domainkeys = definePolicy({
  name: 'domainkeys',
  rfc: 'RFC 4870 section 3.5',
  settings: z.strictObject({
    enabled: z.boolean().default(false),
    /** No signature holds, and the domain says that it signs everything. */
    onUnsigned: disposition.default('accept'),
  }),
  stages: {
    async message({ message }, { settings, resolver }) {
      if (!settings.enabled || !message) return CONTINUE;
      const { fields } = message;
      const sender = sendingAddress(fields);
      if (!sender) return { ...CONTINUE, reasons: [{ code: 'domainkeys.noSender', params: {} }] };
      // Only the topmost one is looked at: whoever signed later signed the earlier ones too.
      const [own] = message.fieldsNamed(DOMAINKEY_FIELD);
      const { domain } = sender;
      const verified: Verified = own
        ? await verifyDomainKey(own, { message, sender }, resolver)
        : { result: 'none', testing: false, reasons: [{ code: 'domainkeys.none', params: { domain } }] };
      const results = [resultOf(verified, sender)];
      const { result, testing, reasons } = verified;
      if (result === 'pass' || testing) return { ...CONTINUE, results, reasons };
      const said = await askPolicy(sender, resolver);
      const told = [...reasons, ...said.reasons];
      if (said.policy?.signsAll !== true || said.policy.testing) return { ...CONTINUE, results, reasons: told };
      return unsigned(settings.onUnsigned, domain, { ...CONTINUE, results, reasons: told });
    },
  },
});

function unsigned(wanted: z.infer<typeof disposition>, domain: string, decision: Decision): Decision {
  const otherwise: Reason[] = [{ code: 'domainkeys.signed', params: { domain } }];
  if (wanted === 'accept') return decision;
  if (wanted === 'mark') return { ...decision, fields: [SPAM_MARK], otherwise };
  const reply = REPLIES.contentRejected(`${domain} signs all its mail (DomainKeys), and this isn't`);
  return { ...decision, verdict: 'reject', reply, otherwise };
}

/** What the domain says about letters without a signature (section 3.6). */
async function askPolicy(
  { domain }: SendingAddress,
  resolver: Resolver,
): Promise<{ policy?: SigningPolicy; reasons: Reason[] }> {
  const name = `_domainkey.${domain}`;
  const { answers, seq: evidence } = await resolver.lookup(name, 'TXT', 'domainkeys');
  const texts = answers.filter(({ type }) => type === 'TXT').map(({ data }) => textOf(data));
  const policy = texts.map(parseSigningPolicy).find((one) => one !== undefined);
  if (!policy) return { reasons: [] };
  const code = `domainkeys.policy.${policy.signsAll ? 'all' : 'some'}`;
  return { policy, reasons: [{ code, params: { name, domain }, evidence }] };
}

/** RFC 5451 section 2.4.1, where the method is still described. */
function resultOf({ result }: Verified, { field, address }: SendingAddress): AuthResult {
  return { method: 'domainkeys', result, properties: [[`header.${field}`, address]] };
}
