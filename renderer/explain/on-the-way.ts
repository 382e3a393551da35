// What was decided about a letter between its dialogs, in sentences: which way and why, who is told what, what a
// postmaster did. Counterpart: store/decisions.ts has the events, text/en-way.ts the words. Rule: as the server reasons:
// what it asked, what it may use in which order, what it left out and why.

import { assertNever } from '../../contract/assert-never.ts';
import type { EventData, ReplyText } from '../../contract/events.ts';
import type { Decision } from '../store/decisions.ts';
import { shortName } from '../store/hosts.ts';
import { showText } from '../store/octets.ts';
import { showList } from '../text/times.ts';
import { sayPolicy } from './decision.ts';
import { type Said, said } from './explanation.ts';

export function explainDecision(decision: Decision): Said[] {
  const host = shortName(decision.host);
  switch (decision.type) {
    case 'route.chosen':
      return explainRoute(host, decision.data);
    case 'route.failedOver': {
      const { from, to, reply } = decision.data;
      return [said('way.failedOver', { from: showText(from), to: showText(to), reply: showReply(reply) })];
    }
    case 'queue.operated': {
      const { operation, as } = decision.data;
      return [said(`way.operated.${operation}`, { host, as: as ?? '' })];
    }
    case 'dsn.decided':
      return explainReport(host, decision.data);
    case 'policy.decided':
      return sayPolicy(host, decision.data);
    default:
      return assertNever(decision);
  }
}

function explainRoute(
  host: string,
  { domain, by, entry, hops, passedOver, mistakes, failure }: EventData['route.chosen'],
): Said[] {
  const params = { host, domain: showText(domain), entry: showText(entry ?? '') };
  const isMx = by === 'mx';
  const names = [...new Map(hops.map((hop) => [hop.name, hop])).values()].map(({ name, preference }) =>
    isMx ? `${showText(name)} (${preference})` : showText(name),
  );
  return [
    said(`way.by.${by}`, params),
    ...(failure === undefined ? [] : [said('way.none', { reply: showReply(failure) })]),
    ...(names.length === 0 ? [] : [said(names.length > 1 ? 'way.order' : 'way.to', { hosts: showList(names) })]),
    ...(isMx && names.length > 1 ? [said('way.preference')] : []),
    ...passedOver.map(({ name, preference, why }) =>
      said(`way.passed.${why}`, { name: showText(name), preference, host }),
    ),
    ...mistakes.map(({ code, name }) =>
      said(`way.mistake.${code}`, { name: showText(name), domain: showText(domain) }),
    ),
  ];
}

function explainReport(host: string, { recipient, action, told, why, to, asked }: EventData['dsn.decided']): Said[] {
  const params = {
    host,
    recipient: showText(recipient),
    to: showText(to ?? ''),
    asked: asked.map(showText).join(', '),
  };
  return [
    said(`way.report.${action}`, params),
    said(told ? 'way.told' : 'way.untold', params),
    said(`way.why.${why}`, params),
  ];
}

function showReply({ code, enhanced, text }: ReplyText): string {
  return showText([code, enhanced, text].filter((part) => part !== undefined).join(' '));
}
