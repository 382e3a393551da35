// The DomainKey-Signature field read (RFC 4870 section 3.3), what it covers, and whose it has to be. Counterpart:
// canonical.ts; engine/policy/domainkeys/ verifies and signs. Rule: a signature speaks for what stands below it, and its
// domain has to be that of Sender, or of From where there is no Sender.

import { splitAddress } from '../address.ts';
import type { ByteString } from '../bytes.ts';
import { lowerName } from '../dns/name.ts';
import { type Field, fieldsNamed } from '../fields.ts';
import { parseMailboxes } from '../mailboxes.ts';
import { parseTagList, withoutSpace } from '../tag-list.ts';
import { type DkCanonicalization, dkCanonicalizations } from './canonical.ts';

export const DOMAINKEY_FIELD = 'DomainKey-Signature';

export interface DomainKeySignature {
  domain: string;
  selector: string;
  algorithm: string;
  canonicalization: DkCanonicalization;
  /** Names of the signed fields in lower case; undefined: all that stand below. */
  signed?: string[];
  /** Base64. */
  value: string;
}

/** Undefined when the field lacks what every signature has. */
export function parseDomainKeySignature(value: ByteString): DomainKeySignature | undefined {
  const tags = parseTagList(value);
  if (!tags) return undefined;
  const tag = (name: string): string => withoutSpace(tags.get(name) ?? '');
  const canonicalization = dkCanonicalizations.find((one) => one === tag('c').toLowerCase());
  const [domain, selector, signature] = [lowerName(tag('d')), tag('s'), tag('b')];
  if (canonicalization === undefined || domain === '' || selector === '' || signature === '') return undefined;
  const names = tag('h').toLowerCase().split(':').filter(Boolean);
  return {
    domain,
    selector,
    algorithm: tag('a') === '' ? 'rsa-sha1' : tag('a').toLowerCase(),
    canonicalization,
    ...(tags.has('h') ? { signed: names } : {}),
    value: signature,
  };
}

/** The fields of the letter that a signature covers: what stands below it and is named. */
export function dkCoveredFields(fields: readonly Field[], own: Field | undefined, signed?: readonly string[]): Field[] {
  const below = own === undefined ? fields : fields.slice(fields.indexOf(own) + 1);
  return below.filter(({ name }) => signed === undefined || signed.includes(name.toLowerCase()));
}

/** Who sends the letter, as DomainKeys sees it. */
export interface SendingAddress {
  field: 'sender' | 'from';
  address: ByteString;
  domain: string;
}

/** Undefined when neither field has an address. */
export function sendingAddress(fields: readonly Field[]): SendingAddress | undefined {
  for (const field of ['sender', 'from'] as const) {
    const [first] = fieldsNamed(fields, field).flatMap(({ value }) => parseMailboxes(value));
    const domain = splitAddress(first?.address ?? '')?.domain;
    if (first && domain !== undefined) return { field, address: first.address, domain: lowerName(domain) };
  }
  return undefined;
}
