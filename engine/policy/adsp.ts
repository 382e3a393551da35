// ADSP (RFC 5617, historic): the author's domain has signed nothing here that holds; does it say that it signs
// everything? Counterpart: mail/adsp.ts evaluates, dkim.ts proves. Rule: it takes the signatures that DKIM found at this
// host, and only those of the author's own domain count.

import { z } from '../../contract/schema.ts';
import type { Reason } from '../../contract/events.ts';
import { ADSP_RESULTS, type AdspOutcome, type AdspResult, checkAdsp } from '../../mail/adsp.ts';
import type { AuthResult } from '../../mail/auth-results.ts';
import { authorDomains } from '../../mail/author.ts';
import { REPLIES } from '../../mail/smtp/replies.ts';
import { askDns } from './ask-dns.ts';
import { disposition, SPAM_MARK } from './disposition.ts';
import { CONTINUE, type Decision, definePolicy } from './policy.ts';

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(false),
  /** The domain says that it signs everything. */
  onAll: disposition.default('mark'),
  /** It says besides that a letter without a signature can be thrown away. */
  onDiscardable: z.enum([...disposition.options, 'discard']).default('discard'),
  /** The domain doesn't exist. */
  onMissing: disposition.default('accept'),
});

type Settings = z.infer<typeof settingsSchema>;

export const adsp = definePolicy({
  name: 'adsp',
  rfc: 'RFC 5617 section 4.3',
  settings: settingsSchema,
  stages: {
    async message({ message, results }, { settings, resolver }) {
      if (!settings.enabled || !message) return CONTINUE;
      const { outcome } = await askDns(checkAdsp(authorDomains(message.fields), signersIn(results)), resolver, 'adsp');
      const worst = outcome.toSorted((one, other) => rank(one.result) - rank(other.result))[0];
      if (!worst) return { ...CONTINUE, reasons: [{ code: 'adsp.noAuthor', params: {} }] };
      const decision = { ...CONTINUE, results: outcome.map(resultOf), reasons: outcome.map(reasonOf) };
      return dispose(worst, settings, decision);
    },
  },
});

const rank = (result: AdspResult): number => ADSP_RESULTS.indexOf(result);

/** Domains whose DKIM signatures hold. */
function signersIn(results: readonly AuthResult[]): string[] {
  return results
    .filter(({ method, result }) => method === 'dkim' && result === 'pass')
    .flatMap(({ properties }) => properties.filter(([name]) => name === 'header.d').map(([, value]) => value));
}

function dispose({ author, result }: AdspOutcome, settings: Settings, decision: Decision): Decision {
  const wanted = { fail: settings.onAll, discard: settings.onDiscardable, nxdomain: settings.onMissing };
  const chosen = result === 'fail' || result === 'discard' || result === 'nxdomain' ? wanted[result] : 'accept';
  const otherwise: Reason[] = [{ code: `adsp.${result === 'nxdomain' ? 'exists' : 'signed'}`, params: { author } }];
  switch (chosen) {
    case 'accept':
      return decision;
    case 'mark':
      return { ...decision, fields: [SPAM_MARK], otherwise };
    case 'discard':
      return { ...decision, verdict: 'discard', otherwise };
    case 'refuse': {
      const reply = REPLIES.contentRejected(`${author} signs all its mail (ADSP), and no signature of its own holds`);
      return { ...decision, verdict: 'reject', reply, otherwise };
    }
  }
}

function reasonOf({ author, result, record = '', evidence }: AdspOutcome): Reason {
  const reason: Reason = { code: `adsp.${result}`, params: { author, record } };
  return evidence === undefined ? reason : { ...reason, evidence };
}

/** Section 5.4. */
const resultOf = ({ author, result }: AdspOutcome): AuthResult => ({
  method: 'dkim-adsp',
  result,
  properties: [['header.from', author]],
});
