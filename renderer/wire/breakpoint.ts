// What to stop on the wire, as a person chooses it and as the engine takes it. Counterpart: holdRuleSchema of the
// contract. Rule: a rule that isn't one of a person's own (a lesson's) is shown and never touched.

import type { HoldRule } from '../../contract/commands.ts';
import { LESSON_HOLD } from '../../lessons/runner.ts';
import { shortName } from '../store/hosts.ts';
import { t } from '../text/t.ts';

/** Commands that one stops at. `CONNECT` is answered by the greeting, `.` ends the letter's text. */
export const COMMANDS = ['CONNECT', 'EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', '.', 'QUIT'] as const;
export type Command = (typeof COMMANDS)[number];

/** What is stopped: what the server answers, what it is told, or every line of either side. */
export const SIDES = ['reply', 'command', 'all'] as const;
export type Side = (typeof SIDES)[number];

export interface Choice {
  side: Side;
  command: Command;
  /** The server that is spoken to. */
  host: string;
}

const OWN = /^stop-(\d+)$/;

export const isOwn = ({ id }: { id: string }) => OWN.test(id);
export const isLessons = (rule: string) => rule === LESSON_HOLD;

function freeId(known: readonly HoldRule[]): string {
  const numbers = known.map(({ id }) => Number(OWN.exec(id)?.[1] ?? 0));
  return `stop-${Math.max(0, ...numbers) + 1}`;
}

/** The rule of a choice, under a name that none of `known` has. */
export function ruleOf({ side, command, host }: Choice, known: readonly HoldRule[]): HoldRule {
  const id = freeId(known);
  if (side === 'all') return { id, server: host };
  return side === 'reply'
    ? { id, server: host, from: 'server', reply: command }
    : { id, server: host, from: 'client', command };
}

/** The rule of a filter, as ruleOf. */
export const filterRule = (filter: string, known: readonly HoldRule[]): HoldRule => ({ id: freeId(known), filter });

/** Whether both stop the same. */
export function isSame(one: HoldRule, other: HoldRule): boolean {
  return say(one) === say(other);
}

/** A rule as a sentence: "the reply to RCPT at mx1". */
export function say({ server, client, command, reply, filter }: HoldRule): string {
  if (filter !== undefined) return t('hold.filter', { filter });
  const host = shortName(server ?? client ?? '');
  if (reply === 'CONNECT') return t('hold.greeting', { host });
  if (reply !== undefined) return t('hold.reply', { command: sayCommand(reply), host });
  if (command !== undefined)
    return t(server === undefined ? 'hold.from' : 'hold.to', { command: sayCommand(command), host });
  return t('hold.all', { host });
}

/** SMTP's own words, but for the two that aren't words. */
export function sayCommand(command: string): string {
  if (command === 'CONNECT') return t('hold.connect');
  return command === '.' ? t('hold.text') : command;
}
