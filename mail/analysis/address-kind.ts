// What kind of network an address is of. Counterpart: checks/addresses.ts. Rule: IANA's special-purpose registries (RFC
// 6890); addresses for documentation count as public, because every letter in this project has them.

import { parseIp } from '../dns/ip.ts';
import { inNetwork } from '../dns/network.ts';

/** `impossible`: no machine can have written from there, or it is no address at all. */
export type AddressKind = 'public' | 'private' | 'loopback' | 'impossible';

const LOOPBACK = ['127.0.0.0/8', '::1'];
/** RFC 1918, RFC 6598 (carriers), RFC 3927 and RFC 4291 (link-local), RFC 4193. */
const PRIVATE = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  'fc00::/7',
  'fe80::/10',
];
/** “This network”, multicast, reserved. */
const IMPOSSIBLE = ['0.0.0.0/8', '224.0.0.0/4', '240.0.0.0/4', 'ff00::/8', '::/128'];

export function addressKind(text: string): AddressKind {
  const address = text.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  const isIn = (networks: readonly string[]) => networks.some((network) => inNetwork(address, network));
  if (parseIp(address) === undefined || isIn(IMPOSSIBLE)) return 'impossible';
  if (isIn(LOOPBACK)) return 'loopback';
  return isIn(PRIVATE) ? 'private' : 'public';
}
