// A letter that comes by LMTP goes straight to the delivery agents: no queue, and an answer for each recipient
// (RFC 2033). Counterpart: smtp/connection.ts asks and tells; dispatch.ts delivers. Rule: 250 means that it is in the
// mailbox, or on disk as somebody's forwarded copy; what can't be done now stays in the queue of the server that called.

import { type ByteString, fromByteString, toByteString } from '../../mail/bytes.ts';
import { fieldsNamed, headerLength, splitMessage } from '../../mail/fields.ts';
import { REPLIES, type Reply } from '../../mail/smtp/replies.ts';
import type { IncomingLetter } from '../smtp/agent.ts';
import type { Dispatch } from './dispatch.ts';
import type { Origin } from './origin.ts';
import { HeaderHistory } from './provenance.ts';
import type { RecipientResult } from './queue.ts';
import { newEntry, type QueueEntry } from './queue-entry.ts';

export interface DirectParts {
  origin: Origin;
  /** The Received field of the letter under this id. */
  received: (queueId: string) => ByteString;
  dispatch: Dispatch;
}

export async function deliverDirectly(
  letter: IncomingLetter,
  { origin, received, dispatch }: DirectParts,
): Promise<ReadonlyMap<string, Reply>> {
  const { conn, octets, reversePath, wishes } = letter;
  const recipients = [...new Set(letter.recipients)];
  const length = headerLength(octets);
  const { fields } = splitMessage(toByteString(octets.subarray(0, length)));
  if (fieldsNamed(fields, 'Received').length >= origin.settings().hopCountLimit) {
    return new Map(recipients.map((recipient) => [recipient, REPLIES.tooManyHops]));
  }
  const { message, parent, fields: changed } = conn.carried ?? { message: origin.newMessage() };
  const queueId = origin.newQueueId();
  const scope = conn.speaker('server').about({ message, queueId });
  const header = new HeaderHistory(origin.newField);
  header.arrive(
    fields.map((field) => field.raw),
    changed ?? (parent ? origin.ledger.get(parent.host, parent.queueId) : []),
    conn.speaker('client').about({ message }),
    conn.last,
  );
  const arrived = scope.emit('message.arrived', { fields: header.ids, octets: octets.length }, conn.last);
  const trace = received(queueId);
  header.prepend(trace, 'witnessed', scope, arrived);
  const whole = Buffer.concat([fromByteString(trace), octets]);
  scope.emit('message.stamped', { fields: header.ids, octets: whole.length }, arrived);
  const parents = parent ? [parent] : [];
  const origins = { kind: parent ? 'relay' : 'submit', queueId, parents, message } as const;
  const entry: QueueEntry = {
    ...newEntry(origin.now_ms(), origins, { reversePath, wishes, recipients, wanted: letter.wanted }),
    fields: header.ids,
  };
  // The delivery agents find the header's history by this id, for as long as they are at it.
  origin.ledger.set(origin.host, queueId, header.fields);
  try {
    const results = await dispatch.deliver(entry, whole, scope);
    return new Map(results.map((result) => [result.recipient, replyOf(result, queueId)]));
  } finally {
    origin.ledger.drop(origin.host, queueId);
  }
}

function replyOf({ recipient, outcome, reply }: RecipientResult, queueId: string): Reply {
  return outcome === 'delivered' ? REPLIES.saved(recipient, queueId) : reply;
}
