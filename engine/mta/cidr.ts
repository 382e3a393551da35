// Is an IPv4 address in a network (RFC 4632)? Rule: what isn't an address is in none.

const DOT = 46;
const ZERO = 48;

export function inNetwork(address: string, network: string): boolean {
  const slash = network.indexOf('/');
  const bits = slash < 0 ? 32 : Number(network.slice(slash + 1));
  const left = toNumber(address);
  const right = toNumber(slash < 0 ? network : network.slice(0, slash));
  if (left === undefined || right === undefined) return false;
  const mask = bits === 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0;
  return (left & mask) >>> 0 === (right & mask) >>> 0;
}

/** Read digit by digit: it is asked several times a command, and splitting would be half its cost. */
function toNumber(address: string): number | undefined {
  let number = 0;
  let octet = -1;
  let octets = 0;
  for (let at = 0; at <= address.length; at += 1) {
    const code = at < address.length ? address.charCodeAt(at) : DOT;
    if (code === DOT) {
      if (octet < 0) return undefined;
      number = number * 256 + octet;
      octets += 1;
      octet = -1;
    } else {
      const digit = code - ZERO;
      if (digit < 0 || digit > 9) return undefined;
      octet = (octet < 0 ? 0 : octet * 10) + digit;
      if (octet > 255) return undefined;
    }
  }
  return octets === 4 ? number : undefined;
}
