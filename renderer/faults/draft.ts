// A fault as somebody fills in its form, and the rule that it makes. Counterpart: faultRuleSchema of the contract. Rule:
// the contract decides what is a rule; a draft that isn't one yet makes none.

import { type FaultRule, faultRuleSchema } from '../../contract/faults.ts';
import type { HostName } from '../../contract/ids.ts';

/** In the order of the form: what a link does, then what programs do. */
export const LINK_KINDS = ['delay', 'slow', 'blackHole', 'cut', 'reset', 'corrupt'] as const;
export const PROGRAM_KINDS = ['answer', 'drop'] as const;
export type Kind = (typeof LINK_KINDS)[number] | (typeof PROGRAM_KINDS)[number];

export interface Draft {
  kind: Kind;
  ms: string;
  rate: string;
  octets: string;
  command: string;
  reply: string;
  one: HostName;
  other: HostName;
  filter: string;
  port: string;
  percent: string;
  seed: string;
  times: string;
}

export function newDraft([one = '', other = '']: readonly HostName[]): Draft {
  return {
    ...{ kind: 'delay', ms: '2000', rate: '100', octets: '0', command: 'RCPT', reply: '451 4.7.1 Come back later' },
    ...{ one, other, filter: '', port: '', percent: '100', seed: '1', times: '' },
  };
}

/** The rule, under a name that none of `known` has; undefined while something is missing or wrong. */
export function ruleOf(draft: Draft, known: readonly string[]): FaultRule | undefined {
  const { one, other, filter, port, percent, seed, times } = draft;
  const hosts = [...new Set([one, other])].filter((host) => host !== '');
  const read = faultRuleSchema.safeParse({
    ...{ id: freeId(known), fault: faultOf(draft), hosts },
    ...{ percent: Number(percent), seed: Number(seed) },
    ...(filter.trim() === '' ? {} : { filter: filter.trim() }),
    ...(port === '' ? {} : { port: Number(port) }),
    ...(times === '' ? {} : { times: Number(times) }),
  });
  return read.success ? read.data : undefined;
}

function faultOf({ kind, ms, rate, octets, command, reply }: Draft): unknown {
  switch (kind) {
    case 'delay':
      return { kind, ms: Number(ms) };
    case 'slow':
      return { kind, octetsPerSecond: Number(rate) };
    case 'cut':
    case 'reset':
      return { kind, octets: Number(octets) };
    case 'answer':
      return { kind, command, ...readReply(reply) };
    default:
      return { kind };
  }
}

/** `451 4.7.1 Come back later`; what isn't one has no code. */
export function readReply(reply: string): { code?: number; enhanced?: string; text: string } {
  const [, code, enhanced, text = ''] = /^\s*(\d{3})(?:\s+([245]\.\d{1,3}\.\d{1,3}))?(?:\s+(.*))?$/.exec(reply) ?? [];
  return {
    ...(code === undefined ? {} : { code: Number(code) }),
    ...(enhanced === undefined ? {} : { enhanced }),
    text: text.trim(),
  };
}

const OWN = /^fault-(\d+)$/;

function freeId(known: readonly string[]): string {
  return `fault-${Math.max(0, ...known.map((id) => Number(OWN.exec(id)?.[1] ?? 0))) + 1}`;
}
