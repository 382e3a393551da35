// Who claims to have written which field. Counterpart: contract/fold/ knows it of the lab's letters. Rule: a server writes
// on top of what it got, so what stands above a Received field is claimed by that server or a later one; a field that names
// its server goes to that one, also where its milter has put it below.

import { parseAuthResults } from '../auth-results.ts';
import type { Field } from '../fields.ts';
import type { Hop } from './hops.ts';
import { sameOrganisation } from './organisation.ts';

/** What an author's program writes, wherever it stands. */
const AUTHORS =
  /^(?:from|to|cc|bcc|subject|date|message-id|in-reply-to|references|mime-version|content-.*|user-agent|x-mailer)$/i;

export function writersOf(fields: readonly Field[], hops: readonly Hop[]): (number | undefined)[] {
  return fields.map((field, index) => {
    if (AUTHORS.test(field.name)) return undefined;
    const at = hops.findIndex((hop) => hop.field >= index);
    const below = at < 0 ? undefined : at;
    if (below !== undefined && hops[below]?.field === index) return below;
    const named = namedServer(field);
    const above = (below ?? hops.length) - 1;
    const isAboves = named !== undefined && !isServer(hops[below ?? -1], named) && isServer(hops[above], named);
    return isAboves ? above : below;
  });
}

/** The server that a field says it was written by. */
export function namedServer({ name, value }: Field): string | undefined {
  if (/^authentication-results$/i.test(name)) return parseAuthResults(value)?.authservId;
  if (/^arc-authentication-results$/i.test(name)) return arcServer(value);
  if (/^received-spf$/i.test(name))
    return /\breceiver=([^\s;]+)/i.exec(value)?.[1] ?? /\(([^\s:()]+):/.exec(value)?.[1];
  return undefined;
}

/** RFC 8617 section 4.1.1: an instance before what RFC 8601 has. */
const arcServer = (value: string): string | undefined =>
  parseAuthResults(value.replace(/^\s*i\s*=\s*\d+\s*;/i, ''))?.authservId;

const isServer = (hop: Hop | undefined, name: string): boolean =>
  hop?.received.by !== undefined && (hop.received.by === name || sameOrganisation(hop.received.by, name));
