// The purported responsible address (RFC 4407 section 2): who put this letter into the mail the last time, as its header
// has it. Counterpart: engine/policy/sender-id.ts. Rule: Resent-Sender, Resent-From, Sender, From, in that order; where
// they leave a choice there is none, because two readers would choose differently.

import { splitAddress } from './address.ts';
import type { ByteString } from './bytes.ts';
import { lowerName } from './dns/name.ts';
import type { Field } from './fields.ts';
import { parseMailboxes } from './mailboxes.ts';

export type PraField = 'resent-sender' | 'resent-from' | 'sender' | 'from';

export interface PurportedAddress {
  field: PraField;
  address: ByteString;
  domain: string;
}

export type PraProblem = 'none' | 'several fields' | 'not one address';

export function purportedResponsible(fields: readonly Field[]): PurportedAddress | { problem: PraProblem } {
  const chosen = responsibleField(fields);
  if ('problem' in chosen) return chosen;
  const [mailbox, other] = parseMailboxes(chosen.value);
  const domain = splitAddress(mailbox?.address ?? '')?.domain;
  if (!mailbox || other || domain === undefined) return { problem: 'not one address' };
  return { field: chosen.name.toLowerCase() as PraField, address: mailbox.address, domain: lowerName(domain) };
}

function responsibleField(fields: readonly Field[]): Field | { problem: PraProblem } {
  const filled = (name: PraField): Field[] =>
    fields.filter((field) => field.name.toLowerCase() === name && field.value.trim() !== '');
  const [resentSender] = filled('resent-sender');
  const [resentFrom] = filled('resent-from');
  if (resentSender && !(resentFrom && isEarlierBlock(fields, resentFrom, resentSender))) return resentSender;
  if (resentFrom) return resentFrom;
  for (const name of ['sender', 'from'] as const) {
    const [only, second] = filled(name);
    if (second) return { problem: 'several fields' };
    if (only) return only;
  }
  return { problem: 'none' };
}

/** Resent-From stands above, with a trace between: it was added by a later hand than Resent-Sender. */
function isEarlierBlock(fields: readonly Field[], resentFrom: Field, resentSender: Field): boolean {
  const between = fields.slice(fields.indexOf(resentFrom) + 1, fields.indexOf(resentSender));
  return between.some(({ name }) => /^(?:received|return-path)$/i.test(name));
}
