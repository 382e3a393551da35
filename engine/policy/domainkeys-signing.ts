// Signs what the server's own clients send, as DomainKeys did (RFC 4870, historic), with a key of the lab that the DNS
// publishes. Counterpart: domainkeys.ts verifies. Rule: the field goes on top, for it speaks for what is below it.

import { z } from '../../contract/schema.ts';
import type { ByteString } from '../../mail/bytes.ts';
import { isDnsName, isSubdomain, lowerName } from '../../mail/dns/name.ts';
import { dkCanonicalizations, dkCanonicalText } from '../../mail/domainkeys/canonical.ts';
import { dkCoveredFields, DOMAINKEY_FIELD, sendingAddress } from '../../mail/domainkeys/signature.ts';
import { foldField } from '../../mail/fields.ts';
import { dkimKey } from './dkim/keys.ts';
import { signRsaSha1 } from './domainkeys/crypto.ts';
import { CONTINUE, definePolicy } from './policy.ts';

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(false),
  /** Names below it count too. */
  domain: z.string().max(253).default(''),
  selector: z
    .string()
    .max(63)
    .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, 'must be a name like s2004')
    .default('dk'),
  canonicalization: z.enum(dkCanonicalizations).default('nofws'),
  /** Says in the DNS that no letter of the domain is without a signature. */
  signsAll: z.boolean().default(false),
});

type Settings = z.infer<typeof settingsSchema>;

export const domainkeysSigning = definePolicy({
  name: 'domainkeys-signing',
  rfc: 'RFC 4870 section 3.4',
  clients: 'own',
  settings: settingsSchema,
  stages: {
    message({ message }, { settings, seed }) {
      if (!settings.enabled || !message) return CONTINUE;
      const { fields, body } = message;
      const sender = sendingAddress(fields);
      const domain = lowerName(settings.domain);
      if (!sender || !isUsable(settings) || !isSubdomain(sender.domain, domain)) {
        const params = { domain: sender?.domain ?? '' };
        return { ...CONTINUE, reasons: [{ code: 'domainkeysSigning.foreign', params }] };
      }
      const { selector, canonicalization } = settings;
      // All that is there now: servers on the way put their fields on top, and those on top don't count.
      const covered = dkCoveredFields(fields, undefined);
      const { privateKey } = dkimKey(seed, domain, selector, 'rsa-sha256');
      const value = signRsaSha1(dkCanonicalText(covered, body, canonicalization), privateKey);
      const names = covered.map(({ name }) => name).join(':');
      const field = signatureField(settings, domain, names, value);
      const params = { domain, selector, canonicalization, fields: names.replaceAll(':', ', ') };
      return { ...CONTINUE, fields: [field], reasons: [{ code: 'domainkeysSigning.signed', params }] };
    },
  },
  publishes(settings, seed) {
    if (!settings.enabled || !isUsable(settings)) return [];
    const domain = lowerName(settings.domain);
    // The key of DKIM's form without its version, which DomainKeys doesn't know.
    const text = dkimKey(seed, domain, settings.selector, 'rsa-sha256').record.replace(/^v=DKIM1; /, '');
    return [
      { name: `${settings.selector}._domainkey.${domain}`, text },
      { name: `_domainkey.${domain}`, text: `o=${settings.signsAll ? '-' : '~'}` },
    ];
  },
});

const isUsable = ({ domain }: Settings): boolean => lowerName(domain) !== '' && isDnsName(lowerName(domain));

function signatureField(
  { selector, canonicalization }: Settings,
  domain: string,
  names: string,
  value: string,
): ByteString {
  const pieces = value.match(/.{1,64}/g)?.join(' ') ?? '';
  const tags = [`a=rsa-sha1`, `q=dns`, `c=${canonicalization}`, `s=${selector}`, `d=${domain}`];
  // White space in h= means nothing; it lets a long list be folded.
  return foldField(DOMAINKEY_FIELD, `${tags.join('; ')}; h=${names.replaceAll(':', ': ')}; b=${pieces};`);
}
