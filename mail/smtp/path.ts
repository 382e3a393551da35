// A reverse path or forward path: the thing in angle brackets. Counterpart: smtp/command.ts. Rule: RFC 5321 section 4.1.2
// as Postfix keeps it with strict envelopes: brackets are needed, a source route is read and dropped (appendix C), a
// name without a domain passes (`<postmaster>`, and policy may still refuse it), a broken domain doesn't.

import { isAddressLiteral, isDomainName, quoteLocalPart, splitAddress, unquoteLocalPart } from '../address.ts';
import type { ByteString } from '../bytes.ts';
import { PATH_OCTETS } from '../limits.ts';
import type { CommandToken } from './tokens.ts';

export interface Path {
  /** As typed between the brackets. */
  text: ByteString;
  /** The address without a source route and without needless quotes; '' for the null path. */
  address: ByteString;
  /** The hosts of an obsolete source route, without their `@`. */
  sourceRoute?: string[];
}

/** Reads a path; undefined when it isn't one. */
export function readPath(token: CommandToken): Path | undefined {
  const { text: written, open } = token;
  if (open || !written.startsWith('<') || !written.endsWith('>') || written.length > PATH_OCTETS) return undefined;
  const text = written.slice(1, -1);
  if (text === '') return { text, address: '' };
  const route = /^(@[^:"]*):/.exec(text);
  const mailbox = text.slice(route?.[0].length ?? 0);
  const address = canonical(mailbox);
  if (address === undefined) return undefined;
  if (!route) return { text, address };
  return { text, address, sourceRoute: (route[1] ?? '').split(',').map((host) => host.replace(/^@/, '')) };
}

/** The mailbox in its one spelling, or undefined when it is none. */
function canonical(mailbox: ByteString): ByteString | undefined {
  const address = splitAddress(mailbox);
  const localPart = address?.localPart ?? mailbox;
  if (!/^[\x20-\x7e\x80-\xff]+$/.test(localPart)) return undefined;
  const quoted = /^"(?:[^"\\]|\\.)*"$/.test(localPart);
  if (!quoted && /[ "(),:;<>@[\\\]]/.test(localPart)) return undefined;
  if (!address) return mailbox.includes('@') ? undefined : bareOrQuoted(localPart, quoted);
  if (!isDomainName(address.domain) && !isAddressLiteral(address.domain)) return undefined;
  return `${bareOrQuoted(localPart, quoted)}@${address.domain}`;
}

/** An unquoted local part stays as it was typed, even where RFC 5321 wants quotes (`a..b`): Postfix takes it so. */
const bareOrQuoted = (localPart: ByteString, quoted: boolean): ByteString =>
  quoted ? quoteLocalPart(unquoteLocalPart(localPart)) : localPart;
