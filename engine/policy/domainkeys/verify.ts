// One DomainKeys signature verified, step by step (RFC 4870 section 3.5). Counterpart: ../domainkeys.ts makes a decision
// of it; mail/domainkeys/ has the grammar. Rule: every step that was taken is a reason; the first that fails decides.

import type { Reason } from '../../../contract/events.ts';
import { type ByteString, toByteString } from '../../../mail/bytes.ts';
import { isSubdomain } from '../../../mail/dns/name.ts';
import { dkCanonicalText } from '../../../mail/domainkeys/canonical.ts';
import { type DomainKey, isKeyFor, parseDomainKey } from '../../../mail/domainkeys/key.ts';
import {
  type DomainKeySignature,
  dkCoveredFields,
  parseDomainKeySignature,
  type SendingAddress,
} from '../../../mail/domainkeys/signature.ts';
import type { Field } from '../../../mail/fields.ts';
import type { Message } from '../../../mail/message.ts';
import { parseTxtStrings } from '../../dns/presentation.ts';
import type { Resolver } from '../../dns/resolver-types.ts';
import { isCertain } from '../lookup-step.ts';
import { publicKeyOf, verifiesRsaSha1 } from './crypto.ts';

export type DomainKeysResult = 'none' | 'pass' | 'fail' | 'neutral' | 'permerror' | 'temperror';

export interface Verified {
  result: DomainKeysResult;
  /** The key is on trial: a failure counts for nothing (section 3.2.3). */
  testing: boolean;
  reasons: Reason[];
}

interface Letter {
  message: Message;
  sender: SendingAddress;
}

export async function verifyDomainKey(own: Field, letter: Letter, resolver: Resolver): Promise<Verified> {
  const signature = parseDomainKeySignature(own.value);
  if (!signature) return ended([], 'neutral', 'unreadable');
  const { domain, selector, algorithm, canonicalization, signed } = signature;
  const described: Reason = {
    code: 'domainkeys.signature',
    params: { domain, selector, algorithm, canonicalization, fields: signed?.join(', ') ?? '*' },
  };
  const covered = dkCoveredFields(letter.message.fields, own, signed);
  const stranger = mismatch(signature, covered, letter.sender);
  if (stranger) return ended([described, stranger], 'neutral', 'not the sender');
  const { key, lookup, problem = '' } = await keyOf(signature, letter.sender, resolver);
  if (!key) return ended([described, lookup], problem === 'no answer' ? 'temperror' : 'permerror', problem);
  const text = dkCanonicalText(covered, letter.message.body, canonicalization);
  const publicKey = publicKeyOf(key.key);
  if (!publicKey) return ended([described, lookup], 'permerror', 'key unusable', key.testing);
  const holds = verifiesRsaSha1(text, signature.value, publicKey);
  const compared: Reason = { code: `domainkeys.text.${holds ? 'same' : 'changed'}`, params: { octets: text.length } };
  return ended([described, lookup, compared], holds ? 'pass' : 'fail', '', key.testing);

  function ended(steps: Reason[], result: DomainKeysResult, why: string, testing = false): Verified {
    const last: Reason = { code: `domainkeys.${result}`, params: { domain: letter.sender.domain, problem: why } };
    return { result, testing, reasons: [...steps, last] };
  }
}

/** The signer has to be the sender's domain or above it, and the field that says so has to be signed. */
function mismatch(
  { domain, algorithm }: DomainKeySignature,
  covered: readonly Field[],
  { field, address, domain: its }: SendingAddress,
): Reason | undefined {
  const isSigned = covered.some(({ name }) => name.toLowerCase() === field);
  if (isSigned && isSubdomain(its, domain) && algorithm === 'rsa-sha1') return undefined;
  return { code: 'domainkeys.stranger', params: { domain, field, address } };
}

interface FoundKey {
  key?: DomainKey;
  lookup: Reason;
  problem?: 'no answer' | 'no key' | 'key taken away' | 'key for others';
}

async function keyOf(
  { domain, selector }: DomainKeySignature,
  sender: SendingAddress,
  resolver: Resolver,
): Promise<FoundKey> {
  const name = `${selector}._domainkey.${domain}`;
  const found = await resolver.lookup(name, 'TXT', 'domainkeys');
  const texts = found.answers.filter(({ type }) => type === 'TXT').map(({ data }) => textOf(data));
  const key = texts.map(parseDomainKey).find((one) => one !== undefined);
  const tell = (state: string): Reason => ({ code: `domainkeys.key.${state}`, params: { name }, evidence: found.seq });
  if (!isCertain(found)) return { lookup: tell('silent'), problem: 'no answer' };
  if (!key) return { lookup: tell('missing'), problem: 'no key' };
  if (key.key === '') return { lookup: tell('revoked'), problem: 'key taken away' };
  if (!isKeyFor(key, sender.address)) return { lookup: tell('others'), problem: 'key for others' };
  return { key, lookup: tell('found') };
}

export const textOf = (data: string): ByteString => (parseTxtStrings(data) ?? []).map(toByteString).join('');
