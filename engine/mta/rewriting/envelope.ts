// The envelope of a letter that comes in, rewritten: its sender, each recipient, the copy that somebody always gets, and
// what virtual aliases stand for. Counterpart: header.ts, the same for the letter's own addresses. Rule: each step is
// told with what was before and what came of it, and the address that the sender knew goes with a changed recipient.

import type { EventData } from '../../../contract/events.ts';
import type { Seq } from '../../../contract/ids.ts';
import { addressKey } from '../../../mail/address.ts';
import type { Wanted } from '../../smtp/agent.ts';
import { inheritedWishes } from '../inherited-wishes.ts';
import { resultOf, type RewriteSettings, stepsFor } from './steps.ts';
import { expandVirtual } from './virtual.ts';

export interface Envelope {
  reversePath: string;
  recipients: readonly string[];
  wanted: readonly Wanted[];
}

/** Returns the event's seq. */
export type TellStep = (step: EventData['rewrite.applied']) => Seq;

/** Undefined when virtual aliases lead nowhere but round. */
export function rewriteEnvelope(from: Envelope, settings: RewriteSettings, tell: TellStep): Envelope | undefined {
  const senderSteps = stepsFor(from.reversePath, 'sender', settings);
  for (const { after, ...step } of senderSteps) tell({ ...step, after: [after], place: 'envelope sender' });
  const copies = rewriteRecipients(from.recipients, from.wanted, settings, tell);
  const { alwaysBcc } = settings.tables;
  const bcc =
    alwaysBcc === undefined
      ? []
      : rewriteRecipients([alwaysBcc], [{ recipient: alwaysBcc, notify: ['NEVER'] }], settings, tell);
  if (!copies || !bcc) return undefined;
  const known = new Set(copies.map(({ recipient }) => addressKey(recipient)));
  const added = bcc.filter(({ recipient }) => !known.has(addressKey(recipient)));
  if (added.length > 0) {
    tell({ step: 'always bcc', before: '', after: added.map(({ recipient }) => recipient) });
  }
  const wanted = [...copies, ...added];
  return {
    reversePath: resultOf(from.reversePath, senderSteps),
    recipients: wanted.map((one) => one.recipient),
    wanted,
  };
}

/** Each recipient once, with what is to be reported about it; undefined when virtual aliases never end. */
export function rewriteRecipients(
  recipients: readonly string[],
  wanted: readonly Wanted[],
  settings: RewriteSettings,
  tell: TellStep,
): Wanted[] | undefined {
  const found = new Map<string, Wanted>();
  for (const recipient of recipients) {
    const steps = stepsFor(recipient, 'envelope recipient', settings);
    for (const { after, ...step } of steps) tell({ ...step, after: [after] });
    const expanded = expandVirtual(resultOf(recipient, steps), settings.tables.virtual, settings.delimiter);
    if (!expanded) return undefined;
    for (const step of expanded.steps) tell({ step: 'virtual', ...step });
    const wishes = wanted.find((one) => one.recipient === recipient) ?? { recipient };
    const isSame = steps.length === 0 && expanded.steps.length === 0;
    const inherited = isSame ? [wishes] : inheritedWishes(recipient, expanded.recipients, wishes);
    for (const one of inherited) {
      const key = addressKey(one.recipient);
      if (!found.has(key)) found.set(key, one);
    }
  }
  return [...found.values()];
}
