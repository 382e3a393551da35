// Sizes for people. Counterpart: every list of letters and files. Rule: octets as they are while a person can count them,
// then decimal kB and MB, as file managers have them.

export function showOctets(octets: number): string {
  if (octets < 1000) return `${octets} B`;
  if (octets < 1_000_000) return `${(octets / 1000).toFixed(octets < 10_000 ? 1 : 0)} kB`;
  return `${(octets / 1_000_000).toFixed(1)} MB`;
}
