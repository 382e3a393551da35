// Addresses that a letter is said to have come through, from its Received fields, newest first. Counterpart: dnsbl.ts.
// Rule: only a field that one of our own servers wrote is a fact; `last` stops at the first client that isn't ours,
// `all` believes everybody, and so finds the laptop that a person writes on.

import type { Field } from '../../mail/fields.ts';
import { fieldsNamed } from '../../mail/fields.ts';
import { inNetwork } from '../../mail/dns/network.ts';
import { receivedFrom } from '../../mail/received.ts';
import { POLICY_LIMITS } from './limits.ts';

export function receivedAddresses(
  fields: readonly Field[],
  clientAddress: string,
  which: 'last' | 'all',
  relays: readonly string[],
): string[] {
  const isOurs = (address: string) => relays.some((network) => inNetwork(address, network));
  const told = fieldsNamed(fields, 'Received')
    .slice(0, POLICY_LIMITS.receivedAddresses)
    .flatMap(({ value }) => receivedFrom(value) ?? []);
  if (which === 'all') return [...new Set(told)].filter((address) => address !== clientAddress && !isOurs(address));
  // The client itself was asked for when it connected.
  if (!isOurs(clientAddress)) return [];
  const last = told.find((address) => !isOurs(address));
  return last === undefined ? [] : [last];
}
