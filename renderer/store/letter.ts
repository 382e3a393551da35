// One letter as its state tells it: who wrote which line of its header, and how it is doing. Counterpart:
// contract/fold/, which keeps the provenance; inspector/ shows this. Rule: nothing is parsed to find a writer; the
// Received lines are read for nothing here.

import type { Standing } from '../../contract/events.ts';
import type { LabState, MessageState, QueueState } from '../../contract/fold/state.ts';
import type { FieldId, HostName, MessageId, Seq } from '../../contract/ids.ts';
import { decodeWords } from '../../mail/words.ts';
import { showText } from './octets.ts';

export interface HeaderLine {
  id: FieldId;
  name: string;
  /** The field as it stands in the letter, one character an octet. */
  raw: string;
  /** The host that wrote it. */
  host: HostName;
  standing: Standing;
  /** The event that saw it written. */
  by: Seq;
  /** What it was before it was changed. */
  was?: FieldId;
}

/** A delivered copy, or the letter as the last server has it. */
export interface Copy {
  host: HostName;
  /** Absent while it is in no mailbox. */
  mailbox?: { address: string; uid: number };
  header: HeaderLine[];
}

export type LetterStatus =
  | { name: 'travelling' }
  | { name: 'waiting'; host: HostName; next_ms: number; reply?: string }
  | { name: 'delivered'; mailboxes: string[] }
  /** In some mailboxes; for the other recipients `host` gave up. */
  | { name: 'partly'; mailboxes: string[]; host: HostName }
  | { name: 'bounced'; host: HostName }
  | { name: 'ended' };

/** The copies in mailboxes, latest first; before the first, the letter as the last server that stamped it has it. */
export function copiesOf(message: MessageState): Copy[] {
  const delivered = message.delivered.map(({ host, mailbox, uid, fields }) => ({
    host,
    mailbox: { address: mailbox, uid },
    header: headerOf(message, fields),
  }));
  if (delivered.length > 0) return delivered.toReversed();
  const hop = message.hops.at(-1);
  return hop ? [{ host: hop.host, header: headerOf(message, hop.stamped) }] : [];
}

export function headerOf(message: MessageState, ids: readonly FieldId[]): HeaderLine[] {
  return ids.flatMap((id) => {
    const field = message.fields[id];
    return field ? [{ id, ...field }] : [];
  });
}

/** The value of the first field of a name in the latest copy, decoded for a person; '' when there is none. */
export function fieldText(message: MessageState, name: string): string {
  // Asked of every letter at every moment that is shown: no header is made for it.
  const ids = message.delivered.at(-1)?.fields ?? message.hops.at(-1)?.stamped ?? [];
  const id = ids.find((one) => isNamed(message.fields[one], name));
  return showText(decodeWords(valueIn(id === undefined ? '' : message.fields[id]?.raw)));
}

/** The value of the first field of a name, unfolded; '' when there is none. */
export function valueOf(header: readonly HeaderLine[], name: string): string {
  return valueIn(header.find((one) => isNamed(one, name))?.raw);
}

const isNamed = (field: { name: string } | undefined, name: string): boolean =>
  field?.name.toLowerCase() === name.toLowerCase();

function valueIn(raw = ''): string {
  return raw
    .slice(raw.indexOf(':') + 1)
    .replace(/\r?\n(?=[ \t])/g, '')
    .trim();
}

/** A letter in a host's queue. */
interface Queued {
  host: HostName;
  item: QueueState;
}

/** Where each letter is queued. */
export function queuedIn({ queues }: LabState): ReadonlyMap<MessageId, readonly Queued[]> {
  const all = Object.entries(queues).flatMap(([host, queue]) => Object.values(queue).map((item) => ({ host, item })));
  return Map.groupBy(all, ({ item }) => item.message);
}

/** How a letter is doing: what is still queued goes before what has arrived. */
export function statusOf(message: MessageState, queued: readonly Queued[]): LetterStatus {
  const active = queued.find(({ item }) => item.next_ms === undefined);
  if (active) return { name: 'travelling' };
  const [waiting] = queued.toSorted((one, other) => (one.item.next_ms ?? 0) - (other.item.next_ms ?? 0));
  if (waiting?.item.next_ms !== undefined) {
    const reply = waiting.item.lastReply;
    const text = [reply?.code, reply?.enhanced, reply?.text].filter((part) => part !== undefined).join(' ');
    const { next_ms } = waiting.item;
    return { name: 'waiting', host: waiting.host, next_ms, ...(text === '' ? {} : { reply: showText(text) }) };
  }
  const bounced = message.entries.find((one) => one.outcome === 'bounced' || one.outcome === 'mixed');
  const mailboxes = [...new Set(message.delivered.map((one) => one.mailbox))];
  if (mailboxes.length === 0) return bounced ? { name: 'bounced', host: bounced.host } : { name: 'ended' };
  return bounced ? { name: 'partly', mailboxes, host: bounced.host } : { name: 'delivered', mailboxes };
}
