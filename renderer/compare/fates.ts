// What became of each letter, and what policies came to, in both runs. Counterpart: align.ts has the lines,
// summary-view.tsx shows this. Rule: pure; letters of two runs are the same when sender, recipients and subject are, in
// their order, because their ids follow from what happened before.

import type { LabEvent, ReplyText, Verdict } from '../../contract/events.ts';
import type { HostName, MessageId } from '../../contract/ids.ts';
import type { Session } from '../../contract/session/read-session.ts';
import { fieldText } from '../store/letter.ts';
import type { Alignment } from './align.ts';
import type { Decision } from './talk.ts';

/** What became of a letter. */
export interface Fate {
  end: 'delivered' | 'bounced' | 'refused' | 'waiting' | 'gone';
  /** From when it was first heard of to its last mailbox, or to the word that it failed. */
  after_ms: number;
  /** What servers said when it had to wait. */
  deferrals: string[];
  /** What was said last when it failed. */
  reply?: string;
  mailboxes: string[];
}

export interface LetterFates {
  key: string;
  subject: string;
  reversePath: string;
  recipients: string[];
  one?: Fate;
  two?: Fate;
}

interface Letter {
  key: string;
  subject: string;
  reversePath: string;
  recipients: string[];
  fate: Fate;
}

type Run = Pick<Session, 'events' | 'state'>;

/** Every letter of both runs, in the order of the first. */
export function fatesOf(one: Run, two: Run): LetterFates[] {
  const fates = new Map<string, LetterFates>();
  for (const { fate, ...letter } of lettersOf(one)) fates.set(letter.key, { ...letter, one: fate });
  for (const { fate, ...letter } of lettersOf(two))
    fates.set(letter.key, { ...(fates.get(letter.key) ?? letter), two: fate });
  return [...fates.values()];
}

/** Whether a person would say that the letter fared the same. */
export function isSameFate(one: Fate | undefined, two: Fate | undefined): boolean {
  if (!one || !two) return one === two;
  const told = ({ end, deferrals, mailboxes, reply }: Fate) =>
    JSON.stringify([end, deferrals, mailboxes, end === 'delivered' ? '' : reply]);
  return told(one) === told(two);
}

function lettersOf({ events, state }: Run): Letter[] {
  const fates = new Map<MessageId, Fate & { begun_ms: number }>();
  for (const event of events) {
    if (event.message === undefined) continue;
    let fate = fates.get(event.message);
    if (!fate) {
      fate = { end: 'waiting', after_ms: 0, deferrals: [], mailboxes: [], begun_ms: event.at_ms };
      fates.set(event.message, fate);
    }
    note(fate, event);
  }
  const known = new Map<string, number>();
  return [...fates].map(([id, { begun_ms: _begun, ...fate }]) => {
    const message = state.messages[id];
    const subject = message ? fieldText(message, 'Subject') : '';
    const { reversePath = '', recipients = [] } = message ?? {};
    const sign = JSON.stringify([reversePath, recipients, subject]);
    const count = known.get(sign) ?? 0;
    known.set(sign, count + 1);
    return { key: `${sign} ${count}`, subject, reversePath, recipients, fate: ended(fate, id, state) };
  });
}

function note(fate: Fate & { begun_ms: number }, event: LabEvent): void {
  const ends = (end: Fate['end'], reply?: ReplyText) => {
    // In one mailbox is in a mailbox, whatever became of the others.
    if (fate.end !== 'delivered') fate.end = end;
    fate.after_ms = event.at_ms - fate.begun_ms;
    if (reply) fate.reply = wordsOf(reply);
  };
  switch (event.type) {
    case 'store.delivered':
      fate.mailboxes.push(event.data.mailbox);
      ends('delivered');
      break;
    case 'queue.deferred':
      fate.deferrals.push(wordsOf(event.data.reply));
      break;
    case 'queue.bounced':
      ends('bounced', event.data.reply);
      break;
    case 'smtp.rcpt':
    case 'smtp.data':
      if (!event.data.accepted && fate.end === 'waiting') fate.reply = wordsOf(event.data.reply);
      break;
    default:
      break; // no turn in a letter's life
  }
}

/** What waits in no queue any more, and came nowhere, was refused to whoever brought it; or it was taken out by hand. */
function ended(fate: Fate, id: MessageId, state: Session['state']): Fate {
  if (fate.end !== 'waiting') return fate;
  const isQueued = Object.values(state.queues).some((queue) =>
    Object.values(queue).some(({ message }) => message === id),
  );
  if (isQueued) return fate;
  return { ...fate, end: fate.reply === undefined ? 'gone' : 'refused' };
}

const wordsOf = ({ code, enhanced, text }: ReplyText): string =>
  [code, enhanced, text].filter((part) => part !== undefined && part !== '').join(' ');

/** A policy that came to another conclusion, and how often it came to that. */
export interface VerdictChange {
  key: string;
  host: HostName;
  policy: string;
  one?: Verdict;
  two?: Verdict;
  count: number;
}

/** In the order of the page. */
export function verdictChanges({ pairs }: Alignment): VerdictChange[] {
  const changes = new Map<string, VerdictChange>();
  for (const { one, two } of pairs) {
    const left = Map.groupBy(one?.decisions ?? [], signOf);
    const right = Map.groupBy(two?.decisions ?? [], signOf);
    for (const sign of new Set([...left.keys(), ...right.keys()])) {
      const [mine, theirs] = [left.get(sign) ?? [], right.get(sign) ?? []];
      for (let at = 0; at < Math.max(mine.length, theirs.length); at += 1)
        noteChange(changes, sign, mine[at], theirs[at]);
    }
  }
  return [...changes.values()];
}

const signOf = ({ host, policy }: Decision): string => `${host} ${policy}`;

function noteChange(
  changes: Map<string, VerdictChange>,
  sign: string,
  one: Decision | undefined,
  two: Decision | undefined,
): void {
  // That nobody was asked, and that nobody objected, comes to the same.
  if ((one?.verdict ?? 'continue') === (two?.verdict ?? 'continue')) return;
  const { host = '', policy = '' } = one ?? two ?? {};
  const key = `${sign} ${one?.verdict ?? ''} ${two?.verdict ?? ''}`;
  const known = changes.get(key);
  if (known) known.count += 1;
  else {
    const verdicts = { ...(one ? { one: one.verdict } : {}), ...(two ? { two: two.verdict } : {}) };
    changes.set(key, { key, host, policy, ...verdicts, count: 1 });
  }
}
