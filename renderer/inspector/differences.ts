// Where envelope and letter say different things. Counterpart: envelope-pair.tsx draws it. Rule: addresses are compared
// as mail systems do (mail/address.ts); a difference is nothing bad in itself, and is never called so.

import { addressKey } from '../../mail/address.ts';
import { parseMailboxes } from '../../mail/mailboxes.ts';

export interface Envelope {
  reversePath: string;
  recipients: readonly string[];
}

/** The values of the letter's own lines, unfolded. */
export interface Lines {
  from: string;
  to: string;
  cc: string;
}

export interface Compared {
  address: string;
  differs: boolean;
}

export interface Comparison {
  reversePath: Compared;
  from: Compared[];
  recipients: Compared[];
  /** Of To and Cc together. */
  named: Compared[];
}

export function compare(envelope: Envelope, lines: Lines): Comparison {
  const addresses = (value: string) => parseMailboxes(value).map((one) => one.address);
  const from = addresses(lines.from);
  const named = [...addresses(lines.to), ...addresses(lines.cc)];
  const has = (list: readonly string[], address: string) => list.some((one) => addressKey(one) === addressKey(address));
  // Nothing to compare with is no difference: a letter without To: is just short of one line.
  const isMissing = (list: readonly string[], address: string) => list.length > 0 && !has(list, address);
  return {
    reversePath: { address: envelope.reversePath, differs: isMissing(from, envelope.reversePath) },
    from: from.map((address) => ({ address, differs: addressKey(address) !== addressKey(envelope.reversePath) })),
    recipients: envelope.recipients.map((address) => ({ address, differs: !has(named, address) })),
    named: named.map((address) => ({ address, differs: isMissing(envelope.recipients, address) })),
  };
}
