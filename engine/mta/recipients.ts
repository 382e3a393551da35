// Who gets mail here, who is relayed, who is refused: one decision for RCPT, for delivery and for the address test.
// Counterpart: mail-server.ts, address-test.ts. Rule: pure; the settings of the host and its mailboxes come in.
// The order of the tables: SRS, relocated, aliases, lists, mailboxes with their owners' forwarding, catch-all; an address
// with an extension is looked up as it is and then without it.

import type { Tables } from '../../contract/tables.ts';
import type { Mta } from '../../contract/topology.ts';
import { addressKey, plainAddress, splitAddress } from '../../mail/address.ts';
import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import type { Home } from './home.ts';
import { findRow } from './rewriting/address-map.ts';
import { virtualStep } from './rewriting/virtual.ts';
import { effectiveAddress } from './effective-address.ts';
import { srsReverse } from './srs.ts';
import { domainOf } from './transport.ts';

type MailingList = Mta['lists'][string];

export type Destination =
  | { kind: 'mailbox'; address: string }
  | {
      kind: 'alias';
      table: 'alias' | 'owner' | 'forward' | 'catch-all' | 'srs';
      address: string;
      targets: readonly string[];
      /** Mailbox that gets the letter as well. */
      keep?: string;
    }
  | { kind: 'list'; address: string; owner: string; list: MailingList }
  | { kind: 'relay'; domain: string }
  /** `entry`: of the relocated table. */
  | { kind: 'unknown'; reply: Reply; entry?: string };

export interface Directory {
  settings: Mta;
  /** Whether a mailbox of this name is kept on this host. */
  hasMailbox: (address: string) => boolean;
  /** The folders of its people. */
  home: Home;
  now_ms: () => number;
}

/** Where a recipient's mail goes from this host. */
export function destinationOf(recipient: string, directory: Directory): Destination {
  const { settings } = directory;
  const address = effectiveAddress(qualified(recipient, settings), (domain) => isOurs(domain, settings));
  const spellings = spellingsOf(address, settings.recipientDelimiter);
  const domain = domainOf(address);
  return (
    behindSrs(address, recipient, directory) ??
    moved(address, recipient, settings) ??
    spellings.map((key) => aliased(key, address, directory)).find((found) => found) ??
    listed(addressKey(address), address, settings) ??
    (settings.localDomains.includes(domain) ? undefined : { kind: 'relay', domain }) ??
    spellings.map((key) => kept(key, address, directory)).find((found) => found) ??
    caught(domain, address, settings) ?? {
      kind: 'unknown',
      reply: REPLIES.userUnknown(recipient, 'virtual mailbox table'),
    }
  );
}

/** The refusal of a recipient at RCPT, or undefined. */
export function refusalOf(recipient: string, mayRelay: boolean, directory: Directory): Reply | undefined {
  const { settings } = directory;
  if (settings.tables && isStandIn(recipient, settings.tables, mayRelay, settings)) return undefined;
  const destination = destinationOf(recipient, directory);
  if (destination.kind === 'unknown') return destination.reply;
  if (destination.kind !== 'relay' || mayRelay) return undefined;
  const { relayDomains, relayRecipients } = settings;
  if (!relayDomains.includes(destination.domain)) return REPLIES.relayDenied(plainAddress(recipient));
  const spellings = spellingsOf(recipient, settings.recipientDelimiter);
  const known = relayRecipients.length === 0 || relayRecipients.some((one) => spellings.includes(addressKey(one)));
  return known ? undefined : REPLIES.userUnknown(recipient, 'relay recipient table');
}

/** `owner-boats@...`: who sends what a list sends, and gets its bounces. */
function ownerOf(list: string): string {
  return `owner-${list}`;
}

/** Keys to look an address up by: as it is, and without its extension. */
export function spellingsOf(address: string, recipientDelimiter: string): string[] {
  const parts = splitAddress(address);
  const at = recipientDelimiter === '' ? -1 : (parts?.localPart.indexOf(recipientDelimiter) ?? -1);
  const key = addressKey(address);
  return parts && at > 0 ? [key, addressKey(`${parts.localPart.slice(0, at)}@${parts.domain}`)] : [key];
}

/** An address that becomes another one once the letter is in: as in Postfix, to be in the table is enough. */
function isStandIn(recipient: string, tables: Tables, mayRelay: boolean, settings: Mta): boolean {
  const { recipientDelimiter } = settings;
  if (virtualStep(recipient, tables.virtual, recipientDelimiter)) return true;
  if (!mayRelay && !isOurs(domainOf(recipient), settings)) return false;
  const maps = [tables.recipientCanonical, tables.canonical];
  return maps.some((map) => findRow(map, recipient, recipientDelimiter) !== undefined);
}

/** Somebody who isn't here any more, and where they went. */
function moved(address: string, recipient: string, { tables, recipientDelimiter }: Mta): Destination | undefined {
  const row = findRow(tables?.relocated, address, recipientDelimiter);
  if (!row) return undefined;
  const isTold = tables?.relocatedCode === 551;
  return {
    kind: 'unknown',
    reply: isTold ? REPLIES.userNotLocal(row.value) : REPLIES.userMoved(recipient, row.value),
    entry: row.entry,
  };
}

/** A bounce to a sender that we rewrote. */
function behindSrs(address: string, recipient: string, { settings, now_ms }: Directory): Destination | undefined {
  const behind = settings.srs && srsReverse(address, settings.srs, now_ms());
  if (!behind) return undefined;
  if ('sender' in behind) return { kind: 'alias', table: 'srs', address, targets: [behind.sender] };
  const reason = behind.problem === 'forged' ? 'SRS hash mismatch' : 'SRS time stamp expired';
  return { kind: 'unknown', reply: REPLIES.recipientRejected(550, '5.7.1', recipient, reason) };
}

function aliased(key: string, address: string, { settings, hasMailbox }: Directory): Destination | undefined {
  const targets = lookUp(settings.aliases, key);
  if (!targets) return undefined;
  // An alias that names itself means the mailbox of that name.
  const others = targets.filter((target) => addressKey(target) !== key);
  if (others.length === targets.length || !hasMailbox(key)) return { kind: 'alias', table: 'alias', address, targets };
  return others.length === 0
    ? { kind: 'mailbox', address: key }
    : { kind: 'alias', table: 'alias', address, targets: others, keep: key };
}

function listed(key: string, address: string, { lists }: Mta): Destination | undefined {
  const list = lookUp(lists, key);
  if (list) return { kind: 'list', address, owner: ownerOf(key), list };
  // owner-boats, boats-owner and boats-request are people (RFC 2142 section 6).
  const served = key.replace(/^owner-(.+@)/, '$1').replace(/-(?:owner|request)@/, '@');
  const owned = served === key ? undefined : lookUp(lists, served);
  return owned && { kind: 'alias', table: 'owner', address, targets: [owned.owner] };
}

/** A mailbox, or where its owner has its mail sent. */
function kept(key: string, address: string, { settings, hasMailbox, home }: Directory): Destination | undefined {
  if (!hasMailbox(key)) return undefined;
  const forward = lookUp(settings.forwards, key) ?? (settings.forwardFiles ? written(key, home) : undefined);
  if (!forward) return { kind: 'mailbox', address: key };
  const { to, keepCopy } = forward;
  return { kind: 'alias', table: 'forward', address, targets: to, ...(keepCopy ? { keep: key } : {}) };
}

/** A user's own .forward, in which their own name means their mailbox. */
function written(key: string, home: Home): Mta['forwards'][string] | undefined {
  const targets = home.forwardOf(key);
  if (!targets) return undefined;
  const to = targets.filter((target) => addressKey(target) !== key);
  return to.length === 0 ? undefined : { to, keepCopy: to.length < targets.length };
}

function caught(domain: string, address: string, { catchAll }: Mta): Destination | undefined {
  const target = Object.hasOwn(catchAll, domain) ? catchAll[domain] : undefined;
  return target === undefined ? undefined : { kind: 'alias', table: 'catch-all', address, targets: [target] };
}

function lookUp<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.entries(table).find(([name]) => addressKey(name) === key)?.[1];
}

function isOurs(domain: string, settings: Mta): boolean {
  return settings.localDomains.includes(domain) || settings.relayDomains.includes(domain);
}

/** `<postmaster>` needs no domain (RFC 5321 section 4.1.1.3): it is ours. */
function qualified(recipient: string, settings: Mta): string {
  const [own] = settings.localDomains.length > 0 ? settings.localDomains : settings.relayDomains;
  return recipient.toLowerCase() === 'postmaster' && own !== undefined ? `postmaster@${own}` : recipient;
}
