// Mail addresses: the addr-spec taken apart, put together and compared. Counterpart: mailboxes.ts reads the fields that
// hold lists of them; smtp/command.ts reads paths. Rule: RFC 5322 section 3.4.1; the last `@` outside quotes divides,
// and two ways of writing one address have one key.

import type { ByteString } from './bytes.ts';
import { parseIp } from './dns/ip.ts';
import { lowerName } from './dns/name.ts';
import { DOMAIN_OCTETS, LABEL_OCTETS } from './limits.ts';

export { parseMailboxes } from './mailboxes.ts';

export interface Address {
  /** As written, quotes included. */
  localPart: ByteString;
  domain: ByteString;
}

const DOT_ATOM = /^[a-z0-9!#$%&'*+\-/=?^_`{|}~\x80-\xff]+(?:\.[a-z0-9!#$%&'*+\-/=?^_`{|}~\x80-\xff]+)*$/i;
const QUOTED = /^"((?:[^"\\]|\\[^])*)"$/;

/** Divides an addr-spec. Undefined when a part is missing or a quoted local part never closes. Doesn't check the parts. */
export function splitAddress(text: ByteString): Address | undefined {
  const at = text.lastIndexOf('@');
  const localPart = text.slice(0, Math.max(at, 0));
  const domain = text.slice(at + 1);
  if (localPart === '' || domain === '') return undefined;
  if (localPart.startsWith('"') && !QUOTED.test(localPart)) return undefined; // the `@` was inside the quotes
  return { localPart, domain };
}

/** Joins an address, with quotes around a local part that needs them (RFC 5321 section 4.1.2). */
export function formatAddress(address: Address): ByteString {
  return `${quoteLocalPart(unquoteLocalPart(address.localPart))}@${address.domain}`;
}

/** The local part that a quoted string stands for; others come back unchanged. */
export function unquoteLocalPart(localPart: ByteString): ByteString {
  const quoted = QUOTED.exec(localPart);
  return quoted ? (quoted[1] ?? '').replace(/\\([^])/g, '$1') : localPart;
}

/** A local part as it must be written: bare when it is a dot-string, quoted otherwise. */
export function quoteLocalPart(plain: ByteString): ByteString {
  return DOT_ATOM.test(plain) ? plain : `"${plain.replace(/["\\]/g, '\\$&')}"`;
}

/**
 * An address without needless quotes, the way Postfix names it in its replies. Only for showing: `"a b"@c` becomes `a b@c`.
 */
export function plainAddress(text: ByteString): ByteString {
  const address = splitAddress(text);
  return address ? `${unquoteLocalPart(address.localPart)}@${address.domain}` : text;
}

/**
 * One key for all spellings of an address: lower case, quotes only where needed, angle brackets and outer space gone.
 * RFC 5321 section 2.4 would keep the case of local parts; no server of this lab distinguishes it, and few elsewhere do.
 */
export function addressKey(text: ByteString): ByteString {
  const bare = text.trim().replace(/^<(.*)>$/, '$1');
  const address = splitAddress(bare);
  if (!address) return lowerAscii(quoteUnlessEmpty(unquoteLocalPart(bare)));
  return lowerAscii(quoteLocalPart(unquoteLocalPart(address.localPart))) + '@' + lowerName(address.domain);
}

const quoteUnlessEmpty = (plain: ByteString): ByteString => (plain === '' ? '' : quoteLocalPart(plain));
/** ASCII only: `toLowerCase` would change octets of UTF-8. */
const lowerAscii = (text: ByteString): ByteString => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());

/**
 * Whether `text` can be the domain of an address: RFC 5321 section 4.1.2, with underscores (Postfix takes them) and UTF-8
 * octets (RFC 6531 section 3.3). Not a bare dotted address, and no final dot.
 */
export function isDomainName(text: ByteString): boolean {
  if (text.length > DOMAIN_OCTETS || /^[\d.]+$/.test(text)) return false;
  return text
    .split('.')
    .every(
      (label) =>
        label.length <= LABEL_OCTETS && /^[a-z0-9_\x80-\xff](?:[a-z0-9_\-\x80-\xff]*[a-z0-9_\x80-\xff])?$/i.test(label),
    );
}

/** Whether `text` is `[192.0.2.1]` or `[IPv6:2001:db8::1]`: RFC 5321 section 4.1.3. */
export function isAddressLiteral(text: ByteString): boolean {
  const literal = /^\[(ipv6:)?([0-9a-f.:]+)\]$/i.exec(text);
  return literal !== null && parseIp(literal[2] ?? '')?.family === (literal[1] === undefined ? 4 : 6);
}
