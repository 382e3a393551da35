// Internet addresses as text and as octets. Counterpart: dns/name.ts (reverse names), address.ts (address literals).
// Rule: strict, because a lenient reader of addresses is a hole in every access list: no leading zeros, no shorthand.

/** An address of 4 or 16 octets. */
export interface IpAddress {
  family: 4 | 6;
  octets: Uint8Array;
}

/** Reads dotted IPv4 or RFC 4291 section 2.2 IPv6 text, without brackets, tag or zone. Undefined when it is neither. */
export function parseIp(text: string): IpAddress | undefined {
  if (text.length > 45) return undefined; // the longest IPv6 text with an IPv4 tail
  const octets = text.includes(':') ? ipv6(text) : ipv4(text);
  return octets && { family: octets.length === 4 ? 4 : 6, octets: new Uint8Array(octets) };
}

const DOTTED = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/;

function ipv4(text: string): number[] | undefined {
  const found = DOTTED.exec(text);
  if (!found) return undefined;
  const octets = [Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4])];
  return octets.every((octet) => octet <= 255) ? octets : undefined;
}

function ipv6(text: string): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const head = groups(halves[0] ?? '', halves.length === 1);
  const tail = halves.length === 2 ? groups(halves[1] ?? '', true) : [];
  if (!head || !tail) return undefined;
  const missing = 16 - head.length - tail.length;
  // RFC 5952 section 4.2.2 would rather not see `::` stand for one group, but RFC 4291 allows it.
  if (halves.length === 1 ? missing !== 0 : missing < 2) return undefined;
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail];
}

/** Groups of 16 bits as octets; the last may be a dotted IPv4 address when this is the end of the text. */
function groups(text: string, atEnd: boolean): number[] | undefined {
  if (text === '') return [];
  const octets: number[] = [];
  const parts = text.split(':');
  for (const [at, part] of parts.entries()) {
    if (atEnd && at === parts.length - 1 && part.includes('.')) {
      const dotted = ipv4(part);
      if (!dotted) return undefined;
      octets.push(...dotted);
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) {
      const group = Number.parseInt(part, 16);
      octets.push(group >> 8, group & 255);
    } else return undefined;
  }
  return octets;
}
