// Who decided what a line got for an answer, and why, as the events tell it. Counterpart: store/dialog.ts Fact. Rule:
// a reason that no event gives is read from the host's own settings, and where they don't say either, nothing is said.

import { assertNever } from '../../contract/assert-never.ts';
import type { PolicyDecision, Reason } from '../../contract/events.ts';
import type { Topology } from '../../contract/topology.ts';
import { addressKey, splitAddress } from '../../mail/address.ts';
import type { Dialog, DialogItem, Fact } from '../store/dialog.ts';
import { shortName } from '../store/hosts.ts';
import { showText } from '../store/octets.ts';
import { otherwiseKey, reasonKey, showPolicy } from '../text/policy.ts';
import type { TextKey } from '../text/t.ts';
import { entryOf, type Said, said } from './explanation.ts';

/** What was decided between the answer before and this one. `item`: a command, or a server's answer to one. */
export function decisionsOn(dialog: Dialog, item: DialogItem, topology: Topology | undefined): Said[] {
  if (item.kind === 'tls') return [];
  const { items, facts } = dialog;
  const at = items.findIndex((one) => one.seq === item.seq);
  const isAnswer = (one: DialogItem) => one.kind === 'line' && one.from === 'server';
  // Servers work one command after the other: what they decide stands between two answers.
  const answer = item.from === 'server' ? items[at] : items.slice(at + 1).find(isAnswer);
  const before = items.slice(0, at).findLast(isAnswer);
  const from = item.from === 'server' ? firstOfReply(items, at) : (before?.seq ?? 0);
  const to = answer?.seq ?? Number.POSITIVE_INFINITY;
  const after = item.from === 'server' ? from : Math.max(from, item.seq);
  return facts.filter((fact) => fact.seq > after && fact.seq < to).flatMap((fact) => sayFact(fact, dialog, topology));
}

/** The seq of the last line before the reply that the line at `at` belongs to. */
function firstOfReply(items: readonly DialogItem[], at: number): number {
  let first = at;
  while (first > 0) {
    const before = items[first - 1];
    if (before?.kind !== 'line' || before.from !== 'server' || !/^\d{3}-/.test(before.bytes)) break;
    first -= 1;
  }
  return items[first - 1]?.seq ?? 0;
}

function sayFact(fact: Fact, dialog: Dialog, topology: Topology | undefined): Said[] {
  const host = shortName(dialog.server.host);
  switch (fact.type) {
    case 'policy.decided':
      return sayPolicy(host, fact.data);
    case 'policy.spoken': {
      const { stage, at } = fact.data;
      return stage === at ? [] : [said('why.spokenLater', { stage: stage.toUpperCase() })];
    }
    case 'smtp.rcpt':
      return [sayRecipient(fact.data, dialog, topology)].filter((one) => one !== undefined);
    case 'smtp.data':
      return fact.data.accepted ? [said('why.data.yes', { host, octets: fact.data.octets })] : [];
    case 'auth.succeeded': {
      const { login, mechanism } = fact.data;
      return [said('why.auth.yes', { host, login: showText(login), mechanism: showText(mechanism) })];
    }
    case 'auth.failed': {
      const keys = { credentials: 'why.auth.credentials', malformed: 'why.auth.malformed' } as const;
      return [said(entryOf(keys, fact.data.problem) ?? 'why.auth.tls', { host })];
    }
    case 'pop3.login':
    case 'imap.login': {
      const login = showText(fact.data.login);
      return [said(fact.data.accepted ? 'why.login.yes' : 'why.login.no', { host, login })];
    }
    case 'pop3.committed':
      return [said('why.removed', { count: fact.data.removed.length })];
    case 'imap.selected':
      return [said('why.selected', { mailbox: fact.data.mailbox, messages: fact.data.messages })];
    case 'smtp.helo':
    case 'smtp.mail':
    case 'pop3.retrieved':
    case 'imap.fetched':
    case 'imap.idle':
    case 'tls.failed':
      return []; // the line says as much itself
    default:
      return assertNever(fact);
  }
}

/** What a policy came to, step by step, and what would have changed it. */
export function sayPolicy(host: string, { policy, verdict, reasons, rfc, otherwise = [] }: PolicyDecision): Said[] {
  return [
    said(`why.policy.${verdict}`, { host, policy: showPolicy(policy).title }),
    ...reasons.map((reason) => sayReason(reason, reasonKey)),
    ...otherwise.map((reason) => sayReason(reason, otherwiseKey)),
    ...(rfc === undefined ? [] : [said('why.rfc', { rfc: showText(rfc) })]),
  ];
}

export function sayReason({ code, params }: Reason, keyOf: (code: string) => TextKey | undefined): Said {
  const shown = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? Math.round(value) : showText(String(value)),
    ]),
  );
  const known = keyOf(code);
  return known === undefined ? said('why.other', { code: showText(code) }) : said(known, shown);
}

/** Why a client may send anywhere. */
const PERMISSIONS = {
  'relay.network': 'why.rcpt.network',
  'relay.login': 'why.rcpt.login',
  'relay.popBeforeSmtp': 'why.rcpt.popBeforeSmtp',
  'relay.open': 'why.rcpt.open',
} as const;

/** The order of checks is the server's own: may the client send anywhere, is the domain ours, is the address known. */
function sayRecipient(
  { accepted, forwardPath, reply, reasons = [] }: Extract<Fact, { type: 'smtp.rcpt' }>['data'],
  { server }: Dialog,
  topology: Topology | undefined,
): Said | undefined {
  const host = shortName(server.host);
  const domain = (splitAddress(forwardPath)?.domain ?? '').toLowerCase();
  const shown = { host, domain: showText(domain) };
  if (!accepted) {
    if (reply.enhanced === '5.7.1' && /relay/i.test(reply.text)) return said('why.rcpt.relayDenied', shown);
    return reply.enhanced === '5.1.1' ? said('why.rcpt.unknown', shown) : undefined;
  }
  const mta = topology?.hosts.find((one) => one.name === server.host)?.mta;
  if (!mta) return said('why.rcpt.yes', shown);
  if (Object.keys(mta.aliases).some((alias) => addressKey(alias) === addressKey(forwardPath))) {
    return said('why.rcpt.alias', shown);
  }
  if (mta.localDomains.includes(domain)) return said('why.rcpt.local', shown);
  if (mta.relayDomains.includes(domain)) return said('why.rcpt.relay', shown);
  const [permission] = reasons;
  return said((permission && entryOf(PERMISSIONS, permission.code)) ?? 'why.rcpt.yes', shown);
}
