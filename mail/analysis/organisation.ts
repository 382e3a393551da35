// Whose names these are, as far as names alone can tell. Counterpart: checks/, which compare servers and addresses by it.
// Rule: no list of public suffixes and no DNS, because nothing leaves the machine; where that is too coarse it errs towards
// taking two names for one organisation, so that nobody is accused for it.

import { parseIp } from '../dns/ip.ts';
import { lowerName } from '../dns/name.ts';

/** Registries that hand out names below a second label: `co.uk`, `ac.jp`, `com.au`. */
const SECOND_LABELS: ReadonlySet<string> = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'go',
  'gob',
  'gov',
  'gv',
  'ltd',
  'mil',
  'ne',
  'net',
  'nom',
  'or',
  'org',
  'plc',
  'sch',
]);

/** Endings that nobody on the Internet has (RFC 6761, RFC 6762, RFC 8375, and custom). */
const LOCAL_ENDING = /(?:^|\.)(?:local|localdomain|localhost|lan|internal|intranet|corp|home|private|home\.arpa)$/;

/** `mx1.harbor.example` -> `harbor.example`. Undefined for an address, a bare host name or a name of the house. */
export function organisationOf(name: string | undefined): string | undefined {
  if (name === undefined || isLocalName(name)) return undefined;
  const labels = lowerName(name).split('.').filter(Boolean);
  const [top = '', second = ''] = labels.toReversed();
  const length = top.length === 2 && SECOND_LABELS.has(second) ? 3 : 2;
  return labels.slice(-length).join('.');
}

/** Whether a name says nothing outside its own house: no dot, an address, an ending that is never delegated. */
export function isLocalName(name: string): boolean {
  const plain = lowerName(name).replace(/^\[(?:ipv6:)?(.*)\]$/, '$1');
  return !plain.includes('.') || parseIp(plain) !== undefined || LOCAL_ENDING.test(plain);
}

/** Both are names of one organisation; names of the house are of none. */
export function sameOrganisation(one: string | undefined, other: string | undefined): boolean {
  const organisation = organisationOf(one);
  return organisation !== undefined && organisation === organisationOf(other);
}
