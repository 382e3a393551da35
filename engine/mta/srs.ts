// Sender Rewriting Scheme: a forwarder puts its own domain into the envelope sender, so that SPF holds at the next
// hop, and finds the way back for bounces. Counterpart: expansion.ts writes it, recipients.ts reads it.
// Rule: pure; only an address that we wrote ourselves, lately, is turned back, or we were an open relay.
//
//   alice@campus.example   ->   SRS0=Hq3x=7K=campus.example=alice@forwarder.example

import { createHmac, timingSafeEqual } from 'node:crypto';

import type { Mta } from '../../contract/topology.ts';
import { splitAddress } from '../../mail/address.ts';

type Settings = NonNullable<Mta['srs']>;

const DAY_MS = 86_400_000;
const DAYS = 1024; // the stamp has two characters of base32, and goes round
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const HASH_CHARACTERS = 4;

/** The sender that a forwarder of these settings writes for `sender`. */
export function srsForward(sender: string, { domain, secret }: Settings, now_ms: number): string {
  const parts = splitAddress(sender);
  if (!parts) return sender;
  const again = /^SRS[01][=+-]/i.test(parts.localPart);
  // A second forwarder keeps what the first one wrote, and names where that goes back to.
  if (again) {
    const rest = `${parts.domain}==${parts.localPart.slice(5)}`;
    return `SRS1=${hashOf(rest, secret)}=${rest}@${domain}`;
  }
  const rest = `${stampOf(now_ms)}=${parts.domain}=${parts.localPart}`;
  return `SRS0=${hashOf(rest, secret)}=${rest}@${domain}`;
}

/** The sender behind an address of ours, or why it isn't given back; undefined: the address isn't of this kind. */
export function srsReverse(
  recipient: string,
  { domain, secret, maxAge_d }: Settings,
  now_ms: number,
): { sender: string } | { problem: 'forged' | 'too old' } | undefined {
  const parts = splitAddress(recipient);
  if (!parts || parts.domain.toLowerCase() !== domain) return undefined;
  const match = /^SRS([01])=([^=]+)=(.+)$/i.exec(parts.localPart);
  if (!match) return undefined;
  const [, kind, hash = '', rest = ''] = match;
  if (!sameHash(hash, hashOf(rest, secret))) return { problem: 'forged' };
  if (kind === '1') {
    const [, first = '', local = ''] = /^([^=]+)==(.+)$/.exec(rest) ?? [];
    return first === '' ? { problem: 'forged' } : { sender: `SRS0=${local}@${first}` };
  }
  const [, stamp = '', from = '', local = ''] = /^([A-Z2-7]{2})=([^=]+)=(.+)$/.exec(rest) ?? [];
  if (from === '') return { problem: 'forged' };
  return ageOf(stamp, now_ms) > maxAge_d ? { problem: 'too old' } : { sender: `${local}@${from}` };
}

function stampOf(now_ms: number): string {
  const day = Math.floor(now_ms / DAY_MS) % DAYS;
  return `${BASE32[day >> 5] ?? ''}${BASE32[day & 31] ?? ''}`;
}

function ageOf(stamp: string, now_ms: number): number {
  const day = BASE32.indexOf(stamp[0] ?? '') * 32 + BASE32.indexOf(stamp[1] ?? '');
  return (((Math.floor(now_ms / DAY_MS) - day) % DAYS) + DAYS) % DAYS;
}

function hashOf(text: string, secret: string): string {
  return createHmac('sha1', secret).update(text.toLowerCase()).digest('base64url').slice(0, HASH_CHARACTERS);
}

function sameHash(given: string, right: string): boolean {
  const [left, other] = [Buffer.from(given), Buffer.from(right)];
  return left.length === other.length && timingSafeEqual(left, other);
}
