// Faults and what they did, as sentences. Counterpart: contract/faults.ts; text/en-faults.ts has the words. Rule: a rule's
// own name comes first, where its author gave it one.

import { assertNever } from '../../contract/assert-never.ts';
import type { Fault, FaultRule } from '../../contract/faults.ts';
import type { HostName } from '../../contract/ids.ts';
import { shortName } from '../store/hosts.ts';
import { showText } from '../store/octets.ts';
import type { Strike } from '../store/strikes.ts';
import { t } from '../text/t.ts';
import { sayCommand } from '../wire/breakpoint.ts';

/** `2000 ms later between relay and mx1, port 25` */
export function sayFault(rule: FaultRule): string {
  if (rule.name !== undefined) return rule.name;
  return t('faults.say', { what: sayWhat(rule), where: sayWhere(rule), which: sayWhich(rule) });
}

function sayWhat({ fault, filter }: FaultRule): string {
  switch (fault.kind) {
    case 'delay':
      return t('faults.say.delay', { ms: fault.ms });
    case 'slow':
      return t('faults.say.slow', { rate: fault.octetsPerSecond });
    case 'cut':
    case 'reset': {
      if (fault.octets > 0) return t(`faults.say.${fault.kind}`, { octets: fault.octets });
      return t(filter === undefined ? `faults.say.${fault.kind}Now` : `faults.say.${fault.kind}Line`);
    }
    case 'blackHole':
    case 'corrupt':
    case 'drop':
      return t(`faults.say.${fault.kind}`);
    case 'answer':
      return t('faults.say.answer', { reply: sayReply(fault), command: sayCommand(fault.command) });
    default:
      return assertNever(fault);
  }
}

export function sayReply({ code, enhanced, text }: Extract<Fault, { kind: 'answer' }>): string {
  return [code, enhanced, text].filter((part) => part !== undefined && part !== '').join(' ');
}

function sayWhere({ hosts: [one, other] }: FaultRule): string {
  if (one === undefined) return t('faults.say.everywhere');
  if (other === undefined) return t('faults.say.at', { one: shortName(one) });
  return t('faults.say.between', { one: shortName(one), other: shortName(other) });
}

function sayWhich({ port, filter, percent, seed, times }: FaultRule): string {
  return [
    port === undefined ? '' : t('faults.say.port', { port: String(port) }),
    filter === undefined ? '' : t('faults.say.filter', { filter }),
    percent === 100 ? '' : t('faults.say.percent', { percent, seed: String(seed) }),
    times === undefined ? '' : t('faults.say.times', { count: times }),
  ].join('');
}

/** What was done to a line that arrived. */
export function sayStamp({ deed, ms = 0, octet }: Strike): string {
  switch (deed) {
    case 'corrupted': {
      const { at = 0, was = 0, is = 0 } = octet ?? {};
      return t('faults.line.corrupted', { at: at + 1, was: letter(was), is: letter(is) });
    }
    case 'answered':
    case 'replaced':
    case 'unheard':
      return t(`faults.line.${deed}`);
    default:
      return t('faults.line.delayed', { ms });
  }
}

/** What was done to a question for a name server, or to its answer. */
export function sayDatagram({ deed, from, ms = 0 }: Strike): string {
  const which = from === 'server' ? 'answer' : 'question';
  if (deed === 'silenced' || deed === 'corrupted') return t(`faults.datagram.${deed}.${which}`);
  return t(`faults.datagram.delayed.${which}`, { ms });
}

export const isLostDatagram = ({ deed }: Strike) => deed === 'silenced' || deed === 'corrupted';

interface Speakers {
  client: { host: HostName };
  server: { host: HostName };
}

/** What was done where nothing arrived. */
export function sayRemark({ deed, from, ms = 0 }: Strike, { client, server }: Speakers): string {
  switch (deed) {
    case 'corrupted':
      return t('faults.deed.corrupted', { speaker: shortName((from === 'server' ? server : client).host) });
    case 'silenced':
    case 'cut':
    case 'reset':
    case 'lost':
    case 'dropped':
      return t(`faults.deed.${deed}`);
    default:
      return t('faults.deed.delayed', { ms });
  }
}

/** A line was said and nobody heard it. */
export const isUnheard = ({ deed }: Strike) => deed === 'lost' || deed === 'dropped';

const letter = (octet: number) => showText(String.fromCharCode(octet));
