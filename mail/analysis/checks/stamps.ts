// Could the Received fields have been written by the programs that they name? Counterpart: software.ts knows the programs.
// Rule: a form that is unknown here may be a patched or a newer program's, so nothing of this alone says much.

import { type Case, type Check, finding, type Finding } from '../finding.ts';
import type { Hop } from '../hops.ts';
import { canHaveGiven } from '../software.ts';

/** The register of RFC 3848 and its successors, and what large systems write in its place. */
const PROTOCOLS =
  /^(?:(?:utf8)?(?:e?smtp|lmtp)(?:s?a?)|asmtp|local|local-\w+|https?(?:post)?|imaps?|pop3s?|mapi|bsmtp|mms|sms|uucp|internal|microsoft|nnfmp|stdin|from|sendmail|api|nntp|qmqp|queue)\b/i;

export const stamps: Check = (letter) => [
  ...letter.hops.flatMap((hop) => ofHop(letter, hop)),
  ...twice(letter),
  ...below(letter),
];

function ofHop(letter: Case, hop: Hop): Finding[] {
  const { field, software, tls, received } = hop;
  const { id, with: protocol, by, from } = received;
  const server = by ?? '';
  if (by === undefined && from === undefined && software !== 'qmail') {
    return [finding(letter, 'received.bare', { marks: [[field]] })];
  }
  const found: Finding[] = [];
  if (software !== undefined && id !== undefined && !canHaveGiven(software, id)) {
    found.push(finding(letter, 'id.pattern', { marks: [[field, id]], params: { id, software, server } }));
  }
  if (protocol !== undefined && !PROTOCOLS.test(protocol)) {
    found.push(finding(letter, 'protocol.unknown', { marks: [[field, protocol]], params: { protocol, server } }));
  }
  // STARTTLS is an extension, and only EHLO offers those: `SMTP` says that it was HELO.
  if (tls !== undefined && /^smtp$/i.test(protocol ?? '')) {
    found.push(finding(letter, 'protocol.tls', { marks: [[field, protocol]], params: { server, tls } }));
  }
  return found;
}

/** Ids are made of time and place: two servers don't give the same. */
function twice(letter: Case): Finding[] {
  const groups = Map.groupBy(
    letter.hops.filter(({ received: { id = '' }, software }) => id.length > 5 && software !== 'Exchange'),
    ({ received }) => received.id ?? '',
  );
  return [...groups].flatMap(([id, hops]) => {
    const servers = new Set(hops.map(({ received }) => received.by));
    if (servers.size < 2) return [];
    return [finding(letter, 'id.twice', { marks: hops.map(({ field }) => [field, id] as const), params: { id } })];
  });
}

/** Servers write on top: a stamp below what the author wrote was there when the letter was handed in. */
function below(letter: Case): Finding[] {
  const { fields, hops } = letter;
  const first = fields.findIndex(({ name }) => /^(?:from|to|subject|date|message-id)$/i.test(name));
  const lower = hops.filter(({ field }) => first >= 0 && field > first);
  if (lower.length === 0) return [];
  const marks = [...lower.map(({ field }) => [field] as const), [first, `${fields[first]?.name}:`] as const];
  return [
    finding(letter, 'received.below', { marks, params: { count: lower.length, field: fields[first]?.name ?? '' } }),
  ];
}
