// Names of the DNS as text: what is one, when two are the same, and the name under which an address is looked up.
// Counterpart: engine/dns answers for them. Rule: ASCII case folding only (RFC 4343 section 3), a final dot is optional.

import { DNS_NAME_OCTETS, LABEL_OCTETS } from '../limits.ts';
import { parseIp } from './ip.ts';

/** ASCII letters in lower case, other octets untouched, without the final dot. The root is ''. */
export function lowerName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase()).replace(/\.$/, '');
}

/**
 * Whether `text` can be a name in a zone: labels of 1 to 63 octets, 253 in all (RFC 1035 section 2.3.4). Printable ASCII
 * is allowed in labels, since service names (`_dmarc`) and wildcards (`*`) are names too (RFC 2181 section 11). The root is `.`.
 */
export function isDnsName(text: string): boolean {
  if (text === '.') return true;
  const name = text.replace(/\.$/, '');
  if (name.length === 0 || name.length > DNS_NAME_OCTETS) return false;
  return name.split('.').every((label) => label.length <= LABEL_OCTETS && /^[\x21-\x7e]+$/.test(label));
}

/** A name as it stands in a zone, in full: `@` is the zone, and what doesn't end in a dot is below it (RFC 1035 section 5.1). */
export function absoluteName(name: string, zone: string): string {
  return lowerName(name === '@' ? zone : name.endsWith('.') ? name : `${name}.${zone}`);
}

/** Whether `name` is the zone's own name or below it. Every name is below the root (`.` or ''). */
export function isSubdomain(name: string, zone: string): boolean {
  const [below, above] = [lowerName(name), lowerName(zone)];
  return above === '' || below === above || below.endsWith(`.${above}`);
}

/** Of zones that lie within one another, the one that a name belongs to. */
export function zoneOf<Z extends string>(name: string, zones: readonly Z[]): Z | undefined {
  const around = zones.filter((zone) => isSubdomain(name, zone));
  return around.toSorted((one, other) => other.length - one.length)[0];
}

/**
 * The name that holds an address's PTR records, without a final dot: `10.2.0.192.in-addr.arpa` (RFC 1035 section 3.5) or
 * 32 nibbles under `ip6.arpa` (RFC 3596 section 2.5). Undefined when `ip` is no address.
 */
export function reverseName(ip: string): string | undefined {
  const address = parseIp(ip);
  if (!address) return undefined;
  const octets = [...address.octets].reverse();
  if (address.family === 4) return `${octets.join('.')}.in-addr.arpa`;
  return `${octets.map((octet) => `${(octet & 15).toString(16)}.${(octet >> 4).toString(16)}`).join('.')}.ip6.arpa`;
}
