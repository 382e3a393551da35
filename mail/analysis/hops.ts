// The hops that a letter's Received fields claim, on one clock. Counterpart: mail/received.ts reads a field, checks/ judges.
// Rule: the topmost is the last; a delay is what two servers' clocks say, so it can be less than nothing.

import { lowerName } from '../dns/name.ts';
import { type Field } from '../fields.ts';
import { ANALYSIS_LIMITS } from '../limits.ts';
import { parseReceived, type ParsedReceived } from '../received.ts';
import { type Software, softwareOf } from './software.ts';
import { readDate, type WrittenDate } from './written-date.ts';

export interface Hop {
  /** Index of its Received field. */
  field: number;
  received: ParsedReceived;
  software?: Software;
  /** `TLS 1.3`, where the field has words about it. */
  tls?: string;
  /** The client logged in: `with ESMTPA` (RFC 3848), or in a comment's words. */
  isAuthenticated: boolean;
  date?: WrittenDate;
  /** After the nearest hop below that has a date. */
  delay_ms?: number;
}

export function readHops(fields: readonly Field[]): Hop[] {
  const hops = fields
    .flatMap(({ name, value }, field) => (/^received$/i.test(name) ? [readHop(value, field)] : []))
    .slice(0, ANALYSIS_LIMITS.hops);
  let below_ms: number | undefined;
  for (const hop of hops.toReversed()) {
    if (hop.date === undefined) continue;
    if (below_ms !== undefined) hop.delay_ms = hop.date.at_ms - below_ms;
    below_ms = hop.date.at_ms;
  }
  return hops;
}

function readHop(value: string, field: number): Hop {
  const received = parseReceived(value);
  const software = softwareOf(value);
  const tls = tlsOf([received.fromComment, received.notes, received.with].join(' '));
  const date = readDate(dateOf(value));
  return {
    field,
    received,
    ...(software === undefined ? {} : { software }),
    ...(tls === undefined ? {} : { tls }),
    isAuthenticated: /^(?:utf8)?e?smtps?a\b/i.test(received.with ?? '') || /authenticated sender|auth=\w/i.test(value),
    ...(date === undefined ? {} : { date }),
  };
}

/** Behind the last semicolon; some programs forget that, and it is at the end all the same. */
function dateOf(value: string): string {
  const at = value.lastIndexOf(';');
  return at >= 0
    ? value.slice(at + 1)
    : (/(?:[a-z]{3},\s*)?\d{1,2} [a-z]{3} \d{4} \d\d:\d\d.{0,60}$/i.exec(value)?.[0] ?? value);
}

/** Postfix and Exim write `TLSv1.3` or `TLS1.3`, Gmail and Exchange `TLS1_3`. */
function tlsOf(words: string): string | undefined {
  const [, version] = /\bTLSv?(1(?:[._][0-3])?)(?![\d.])/i.exec(words) ?? [];
  return version === undefined ? undefined : `TLS ${version.replace('_', '.')}`;
}

/** The names that a hop gives to its client: what it called itself, and what its address is called. */
export function clientNames({ received: { helo, clientName } }: Hop): string[] {
  return [helo, clientName].filter((name) => name !== undefined);
}

/** Characters of a host's label that are more than `mx` or `mail`: two servers of two houses don't share it by chance. */
const TELLING_LABEL = 6;

/**
 * Whether the client of one hop is the server of the one below, though their domains differ: some large systems name one
 * machine in several domains. Told by its own label, or by the address that the lower hop notes of itself.
 */
export function isSameServer(upper: Hop, { received: { by = '', notes = '' } }: Hop): boolean {
  const { clientAddress } = upper.received;
  if (clientAddress !== undefined && notes.split(/[\s[\]]+/).includes(clientAddress)) return true;
  const label = labelOf(by);
  return label.length >= TELLING_LABEL && clientNames(upper).some((name) => labelOf(name) === label);
}

const labelOf = (name: string): string => lowerName(name).split('.')[0] ?? '';
