// Who gets mail here, who is relayed, who is refused: one decision for RCPT and for delivery.
// Counterpart: mail-server.ts. Rule: pure; the settings of the host and its mailboxes come in.

import type { Mta } from '../../contract/topology.ts';
import { addressKey, plainAddress, splitAddress } from '../../mail/address.ts';
import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import { effectiveAddress } from './effective-address.ts';

export type Destination =
  | { kind: 'mailbox'; address: string }
  | { kind: 'alias'; address: string; targets: readonly string[] }
  | { kind: 'relay'; domain: string }
  | { kind: 'unknown'; reply: Reply };

export interface Directory {
  settings: Mta;
  /** Whether a mailbox of this name is kept on this host. */
  hasMailbox: (address: string) => boolean;
}

/** Where a recipient's mail goes from this host. */
export function destinationOf(recipient: string, { settings, hasMailbox }: Directory): Destination {
  const address = effectiveAddress(qualified(recipient, settings), (domain) => isOurs(domain, settings));
  const key = addressKey(address);
  const domain = domainOf(address);
  const alias = Object.entries(settings.aliases).find(([name]) => addressKey(name) === key);
  if (alias) return { kind: 'alias', address, targets: alias[1] };
  if (!settings.localDomains.includes(domain)) return { kind: 'relay', domain };
  if (hasMailbox(key)) return { kind: 'mailbox', address: key };
  return { kind: 'unknown', reply: REPLIES.userUnknown(recipient, 'virtual mailbox table') };
}

/** The refusal of a recipient at RCPT, or undefined. */
export function refusalOf(recipient: string, mayRelay: boolean, directory: Directory): Reply | undefined {
  const destination = destinationOf(recipient, directory);
  if (destination.kind === 'unknown') return destination.reply;
  if (destination.kind !== 'relay' || mayRelay) return undefined;
  const { relayDomains, relayRecipients } = directory.settings;
  if (!relayDomains.includes(destination.domain)) return REPLIES.relayDenied(plainAddress(recipient));
  const known =
    relayRecipients.length === 0 || relayRecipients.some((one) => addressKey(one) === addressKey(recipient));
  return known ? undefined : REPLIES.userUnknown(recipient, 'relay recipient table');
}

function isOurs(domain: string, settings: Mta): boolean {
  return settings.localDomains.includes(domain) || settings.relayDomains.includes(domain);
}

/** `<postmaster>` needs no domain (RFC 5321 section 4.1.1.3): it is ours. */
function qualified(recipient: string, settings: Mta): string {
  const [own] = settings.localDomains.length > 0 ? settings.localDomains : settings.relayDomains;
  return recipient.toLowerCase() === 'postmaster' && own !== undefined ? `postmaster@${own}` : recipient;
}

function domainOf(address: string): string {
  return (splitAddress(address)?.domain ?? '').toLowerCase();
}
