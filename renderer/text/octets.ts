// Sizes for people. Counterpart: every list of letters and files. Rule: octets as they are while a person can count them,
// then decimal kB and MB, as file managers have them.

import { showTenths } from './numbers.ts';

export function showOctets(octets: number): string {
  if (octets < 1000) return `${octets} B`;
  if (octets < 1_000_000) return `${octets < 10_000 ? showTenths(octets / 1000) : Math.round(octets / 1000)} kB`;
  return `${showTenths(octets / 1_000_000)} MB`;
}
