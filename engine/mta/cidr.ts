// Is an IPv4 address in a network (RFC 4632)? Rule: what isn't an address is in none.

export function inNetwork(address: string, network: string): boolean {
  const [base = '', bits = '32'] = network.split('/');
  const left = toNumber(address);
  const right = toNumber(base);
  if (left === undefined || right === undefined) return false;
  const mask = Number(bits) === 0 ? 0 : (0xffffffff << (32 - Number(bits))) >>> 0;
  return (left & mask) >>> 0 === (right & mask) >>> 0;
}

function toNumber(address: string): number | undefined {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part) || part < 0 || part > 255)) return undefined;
  return parts.reduce((number, part) => number * 256 + part, 0);
}
