// What the hops say about who gave them the letter: address, reverse name, what it called itself. Counterpart: chain.ts
// compares hop with hop. Rule: who logged in may sit anywhere and be called anything.

import { parseIp } from '../../dns/ip.ts';
import { addressKind } from '../address-kind.ts';
import { type Case, type Check, finding, type Finding } from '../finding.ts';
import type { Hop } from '../hops.ts';
import { isLocalName, organisationOf, sameOrganisation } from '../organisation.ts';

export const clients: Check = (letter) =>
  letter.hops.flatMap((hop, at) => [
    ...addressOf(letter, hop, at),
    ...(hop.isAuthenticated ? [] : namesOf(letter, hop)),
  ]);

function addressOf(letter: Case, hop: Hop, at: number): Finding[] {
  const { clientAddress: address, by, clientName, helo } = hop.received;
  if (address === undefined) return [];
  const marks = [[hop.field, address]] as const;
  const params = { address, server: by ?? '' };
  const kind = addressKind(address);
  if (kind === 'impossible') return [finding(letter, 'address.impossible', { marks, params })];
  // At the edges, and within one house, that is how networks are made.
  const client = [clientName, helo, letter.hops[at + 1]?.received.by].find(
    (name) => organisationOf(name) !== undefined,
  );
  const isBetween = at + 1 < letter.hops.length && client !== undefined && by !== undefined && !isLocalName(by);
  const isForeign = isBetween && !sameOrganisation(client, by) && !hop.isAuthenticated;
  return kind === 'public' || !isForeign
    ? []
    : [finding(letter, 'address.private', { marks, params: { ...params, client } })];
}

/** Names of lines at home, as providers form them. */
const HOUSEHOLD = /(?:^|[.-])(?:dyn(?:amic)?|dialup|dial-?in|[av]?dsl|dhcp|ppp)\d*(?=[.-])/i;
/** The same, where the client doesn't call itself so: else it may be one of a row of servers. */
const SHARED = /(?:^|[.-])(?:cable|pool|broadband|ftth|client)\d*(?=[.-])/i;

function namesOf(letter: Case, hop: Hop): Finding[] {
  const { clientAddress: address, clientName, helo = '', by = '' } = hop.received;
  if (address === undefined || addressKind(address) !== 'public') return [];
  const literal = /^\[(?:ipv6:)?(.*)\]$/i.exec(helo)?.[1];
  const said = { helo, server: by, address };
  if (literal !== undefined && !isSameAddress(literal, address)) {
    return [
      finding(letter, 'helo.address', {
        marks: [
          [hop.field, helo],
          [hop.field, address],
        ],
        params: said,
      }),
    ];
  }
  if (clientName === undefined || isLocalName(clientName)) {
    // `(unknown [address])` and `([address])` say that there is none; who writes no brackets hasn't looked.
    const isSaid = /^(?:unknown\s+)?\[[^\]]*\](?:\s|$)/.test(hop.received.fromComment ?? '');
    return isSaid ? [finding(letter, 'client.nameless', { marks: [[hop.field, address]], params: said })] : [];
  }
  const params = { ...said, name: clientName };
  const marks = [
    [hop.field, helo],
    [hop.field, clientName],
  ] as const;
  const found: Finding[] = [];
  const isOwnName = sameOrganisation(helo, clientName);
  if (HOUSEHOLD.test(clientName) || (SHARED.test(clientName) && !isOwnName))
    found.push(finding(letter, 'client.dynamic', { marks: [marks[1]], params }));
  if (organisationOf(helo) === undefined || isOwnName) return found;
  const isOurs = sameOrganisation(helo, by);
  return [...found, finding(letter, isOurs ? 'helo.ours' : 'helo.other', { marks, params })];
}

function isSameAddress(one: string, other: string): boolean {
  return parseIp(one)?.octets.join() === parseIp(other)?.octets.join();
}
