// Whether an address has its whole domain, for the two policies that ask. Rule: an address literal is whole.

import { splitAddress } from '../../mail/address.ts';
import { lowerName } from '../../mail/dns/name.ts';
import type { Reply } from '../../mail/smtp/replies.ts';
import type { Decision } from './policy.ts';

export function fullAddress(whose: 'sender' | 'recipient', address: string, refusal: () => Reply): Decision {
  const domain = lowerName(splitAddress(address)?.domain ?? '');
  const params = { address };
  if (domain.startsWith('[') || domain.includes('.')) {
    return { verdict: 'continue', reasons: [{ code: `${whose}Fqdn.full`, params }] };
  }
  return {
    verdict: 'reject',
    reply: refusal(),
    reasons: [{ code: `${whose}Fqdn.bare`, params }],
    otherwise: [{ code: `${whose}Fqdn.bare`, params }],
  };
}
