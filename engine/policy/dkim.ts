// DKIM (RFC 6376): which domains have signed the letter, and is it still what they signed? Counterpart: dkim-signing.ts;
// dkim/mailauth.ts verifies. Rule: it refuses nothing, because a broken signature is worth as much as none (section 6.3);
// what DMARC makes of it is DMARC's.

import type { DKIMResult } from 'mailauth';

import { z } from '../../contract/schema.ts';
import type { Reason } from '../../contract/events.ts';
import type { AuthResult } from '../../mail/auth-results.ts';
import type { Lookup } from '../dns/resolver-types.ts';
import { verifyLetter } from './dkim/mailauth.ts';
import { CONTINUE, type Decision, definePolicy } from './policy.ts';

export const dkim = definePolicy({
  name: 'dkim',
  rfc: 'RFC 6376 section 6',
  settings: z.strictObject({ enabled: z.boolean().default(false) }),
  stages: {
    async message({ message }, { settings, resolver, now_ms }) {
      if (!settings.enabled || !message) return CONTINUE;
      if (message.fieldsNamed('DKIM-Signature').length === 0) return UNSIGNED;
      const { dkim: found, lookups } = await verifyLetter(message, { resolver, now_ms });
      const signatures = found.results.filter(({ status }) => status.result !== 'none');
      if (signatures.length === 0) return UNSIGNED;
      const otherwise = signatures.flatMap(otherwiseOn);
      return {
        ...CONTINUE,
        results: signatures.map(resultOf),
        reasons: signatures.flatMap((one) => reasonsOf(one, lookups)),
        ...(otherwise.length === 0 ? {} : { otherwise }),
      };
    },
  },
});

const UNSIGNED: Decision = {
  ...CONTINUE,
  results: [{ method: 'dkim', result: 'none', properties: [] }],
  reasons: [{ code: 'dkim.none', params: {} }],
  otherwise: [{ code: 'dkim.none', params: {} }],
};

/** mailauth calls everything that can't be verified neutral; RFC 8601 section 2.7.1 tells a key that isn't there apart. */
const PERMANENT = new Set(['no key', 'invalid public key', 'unknown key version', 'unknown key type']);

function verdictOf({ status }: DKIMResult): string {
  return PERMANENT.has(status.comment ?? '') ? 'permerror' : status.result;
}

function resultOf(signature: DKIMResult): AuthResult {
  const { signingDomain = '', selector = '', algo = '', signature: value = '', status } = signature;
  const result = verdictOf(signature);
  return {
    method: 'dkim',
    result,
    ...(result === 'pass' || !status.comment ? {} : { reason: status.comment }),
    properties: [
      ['header.d', signingDomain],
      ['header.s', selector],
      ['header.a', algo],
      // As much as tells two signatures of one domain apart (RFC 6008).
      ['header.b', value.slice(0, 8)],
    ],
  };
}

/** One signature, in the order in which it is looked at. */
function reasonsOf(signature: DKIMResult, lookups: ReadonlyMap<string, Lookup>): Reason[] {
  const { signingDomain: domain = '', selector = '', algo = '', format = '', status, signingHeaders } = signature;
  const fields = signingHeaders?.keys.toLowerCase().replaceAll(' ', '').replaceAll(':', ', ') ?? '';
  const described: Reason = {
    code: 'dkim.signature',
    params: { domain, selector, algorithm: algo, canonicalization: format === '' ? 'simple/simple' : format, fields },
  };
  const result = verdictOf(signature);
  const last: Reason = { code: `dkim.${result}`, params: { domain, problem: status.comment ?? '' } };
  return [described, ...bodyReason(signature), ...keyReason(signature, lookups), ...headerReason(signature), last];
}

function bodyReason({ bodyHash, bodyHashExpecting }: DKIMResult): Reason[] {
  if (bodyHash === undefined || bodyHashExpecting === undefined) return [];
  const code = bodyHash === bodyHashExpecting ? 'dkim.body.same' : 'dkim.body.changed';
  return [{ code, params: { computed: bodyHash, claimed: bodyHashExpecting } }];
}

function keyReason(
  { signingDomain, selector, rr, status }: DKIMResult,
  lookups: ReadonlyMap<string, Lookup>,
): Reason[] {
  const name = `${selector ?? ''}._domainkey.${signingDomain ?? ''}`;
  const lookup = lookups.get(name);
  if (!lookup) return [];
  const state =
    rr !== undefined && status.comment !== 'invalid public key'
      ? 'found'
      : rr === undefined
        ? missing(lookup)
        : 'useless';
  return [{ code: `dkim.key.${state}`, params: { name, record: rr ?? '' }, evidence: lookup.seq }];
}

function missing({ rcode }: Lookup): string {
  return rcode === 'NOERROR' || rcode === 'NXDOMAIN' ? 'missing' : 'silent';
}

/** The signature over the header is looked at only when the body is what it was, and the key is there. */
function headerReason({ status }: DKIMResult): Reason[] {
  if (status.result === 'pass') return [{ code: 'dkim.header.same', params: {} }];
  return status.comment === 'bad signature' ? [{ code: 'dkim.header.changed', params: {} }] : [];
}

/** What would have made a signature hold. */
function otherwiseOn(signature: DKIMResult): Reason[] {
  const { signingDomain: domain = '', selector = '', bodyHash, bodyHashExpecting, status } = signature;
  switch (verdictOf(signature)) {
    case 'pass':
    case 'policy':
      return [];
    case 'permerror':
    case 'temperror':
      return [{ code: 'dkim.key', params: { name: `${selector}._domainkey.${domain}` } }];
    default: {
      if (status.comment === 'bad signature') return [{ code: 'dkim.header', params: { domain } }];
      const isBody = bodyHash !== undefined && bodyHash !== bodyHashExpecting;
      return isBody ? [{ code: 'dkim.body', params: { domain } }] : [];
    }
  }
}
