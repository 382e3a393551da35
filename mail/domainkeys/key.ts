// A key of DomainKeys, and what a domain says about its signing, as they stand in the DNS (RFC 4870 sections 3.2.3 and
// 3.6). Counterpart: signature.ts. Rule: what can't be read counts as not there; a key without `p` was taken away.

import { splitAddress } from '../address.ts';
import type { ByteString } from '../bytes.ts';
import { parseTagList, withoutSpace } from '../tag-list.ts';

export interface DomainKey {
  /** The public key as SubjectPublicKeyInfo in base64; '' when it was taken away. */
  key: string;
  /** For this local part only; undefined: for all. */
  granularity?: string;
  testing: boolean;
}

export function parseDomainKey(text: ByteString): DomainKey | undefined {
  const tags = parseTagList(text, 'skip what is broken');
  const key = tags?.get('p');
  if (!tags || key === undefined || (tags.get('k') ?? 'rsa').toLowerCase() !== 'rsa') return undefined;
  const granularity = tags.get('g') ?? '';
  return { key: withoutSpace(key), ...(granularity === '' ? {} : { granularity }), testing: isTesting(tags) };
}

/** Whether the key may speak for a sending address. */
export function isKeyFor({ granularity }: DomainKey, address: ByteString): boolean {
  return granularity === undefined || splitAddress(address)?.localPart.toLowerCase() === granularity.toLowerCase();
}

/** What `_domainkey.DOMAIN` says: whether all of its mail is signed. */
export interface SigningPolicy {
  signsAll: boolean;
  testing: boolean;
}

export function parseSigningPolicy(text: ByteString): SigningPolicy | undefined {
  const tags = parseTagList(text, 'skip what is broken');
  return tags?.has('o') ? { signsAll: tags.get('o') === '-', testing: isTesting(tags) } : undefined;
}

const isTesting = (tags: ReadonlyMap<string, string>): boolean => (tags.get('t') ?? '').toLowerCase().startsWith('y');
