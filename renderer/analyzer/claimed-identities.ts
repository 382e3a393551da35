// Who a pasted letter says that it is from, in the columns of the identity board. Counterpart: inspector/identities.ts has
// them from what was seen. Rule: what the last trusted server wrote of its client counts as seen by it; with no such server
// even that is the sender's word.

import type { ClaimedLetter } from '../../mail/analysis/claimed-letter.ts';
import { identitiesOf, type Identity } from '../inspector/identities.ts';

export function claimedIdentities({ fields, hops }: ClaimedLetter, trusted: number): Identity[] {
  const border = hops[Math.min(trusted, hops.length) - 1]?.received;
  const { clientAddress = '', clientName = '', helo = '', for: recipient = '' } = border ?? {};
  const ofBorder: Identity[] = [
    { name: 'peer', value: clientAddress, lie: 'no', checkedBy: 'tcp', seen: 'trace' },
    { name: 'reverse', value: clientName, lie: 'owner', checkedBy: 'dns', seen: 'trace' },
    { name: 'helo', value: helo, lie: 'yes', checkedBy: 'nobody', seen: 'trace' },
    { name: 'rcptTo', value: recipient, lie: 'order', checkedBy: 'server', seen: 'no' },
  ];
  const header = fields.map(({ name, raw }, index) => ({
    id: `f${index}`,
    name,
    raw,
    host: '',
    standing: 'claimed' as const,
    by: 0,
  }));
  return [
    ...ofBorder.filter(({ value }) => value !== ''),
    ...identitiesOf({ dialog: undefined, asked: [], header, message: undefined }),
  ];
}
