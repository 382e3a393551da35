// Signs what the server's own clients send (RFC 6376), with keys of the lab that the DNS publishes. Counterpart: dkim.ts
// verifies at the other end; dkim/keys.ts makes the keys. Rule: signed is what leaves for its own domain only, since a
// signature is a domain's word for a letter.

import { z } from '../../contract/schema.ts';
import type { Reason } from '../../contract/events.ts';
import { parseSignature } from '../../mail/dkim/signature.ts';
import { isDnsName, isSubdomain, lowerName } from '../../mail/dns/name.ts';
import { authorDomains } from '../../mail/author.ts';
import { type DkimAlgorithm, dkimAlgorithms, dkimKey } from './dkim/keys.ts';
import { signLetter } from './dkim/mailauth.ts';
import { CONTINUE, definePolicy } from './policy.ts';

const settingsSchema = z.strictObject({
  enabled: z.boolean().default(false),
  /** Separated by commas or spaces; names below them count too. */
  domains: z.string().max(500).default(''),
  selector: z
    .string()
    .max(63)
    .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/, 'must be a name like s2026')
    .default('lab'),
  algorithm: z.enum([...dkimAlgorithms, 'both']).default('rsa-sha256'),
  canonicalization: z
    .enum(['relaxed/relaxed', 'relaxed/simple', 'simple/relaxed', 'simple/simple'])
    .default('relaxed/relaxed'),
});

type Settings = z.infer<typeof settingsSchema>;

export const dkimSigning = definePolicy({
  name: 'dkim-signing',
  rfc: 'RFC 6376 section 5',
  clients: 'own',
  settings: settingsSchema,
  stages: {
    async message({ message }, { settings, seed, now_ms }) {
      if (!settings.enabled || !message) return CONTINUE;
      const [author, ...others] = authorDomains(message.fields);
      const domain = domainsOf(settings).find((one) => author !== undefined && isSubdomain(author, one));
      if (domain === undefined || others.length > 0) {
        return { ...CONTINUE, reasons: [{ code: 'dkimSigning.foreign', params: { domain: author ?? '' } }] };
      }
      const { canonicalization } = settings;
      const signings = signers(settings).map((signer) => {
        const { privateKey } = dkimKey(seed, domain, signer.selector, signer.algorithm);
        return { ...signer, domain, canonicalization, privateKey };
      });
      const fields = await signLetter(message, signings, now_ms);
      return { ...CONTINUE, fields, reasons: fields.map(reasonOf) };
    },
  },
  publishes(settings, seed) {
    if (!settings.enabled) return [];
    return domainsOf(settings).flatMap((domain) =>
      signers(settings).map(({ selector, algorithm }) => ({
        name: `${selector}._domainkey.${domain}`,
        text: dkimKey(seed, domain, selector, algorithm).record,
      })),
    );
  },
});

function domainsOf({ domains }: Settings): string[] {
  return domains
    .split(/[\s,]+/)
    .map(lowerName)
    .filter((name) => name !== '.' && isDnsName(name));
}

/** Two signatures of one letter need two keys, and two names for them. */
function signers({ algorithm, selector }: Settings): { selector: string; algorithm: DkimAlgorithm }[] {
  if (algorithm !== 'both') return [{ selector, algorithm }];
  return [
    { selector, algorithm: 'rsa-sha256' },
    { selector: `${selector}-ed25519`, algorithm: 'ed25519-sha256' },
  ];
}

function reasonOf(field: string): Reason {
  const signature = parseSignature(field.slice(field.indexOf(':') + 1));
  const { domain = '', selector = '', algorithm = '', bodyHash = '', signed = [] } = signature ?? {};
  return { code: 'dkimSigning.signed', params: { domain, selector, algorithm, bodyHash, fields: signed.join(', ') } };
}
