// A copy of a lab's state that goes on by itself. Counterpart: fold.ts, which changes states in place. Rule: shares only
// what fold.ts replaces whole and never changes inside: the topology, fields, replies, lists of ids, parents.

import type { ActorState, LabState, MailboxState, MessageState, QueueState } from './state.ts';

export function cloneState(state: LabState): LabState {
  const { doors, conns, messages, queues, mailboxes, held, actors } = state;
  return {
    ...state,
    doors: [...doors],
    conns: mapValues(conns, (conn) => ({ ...conn })),
    messages: mapValues(messages, cloneMessage),
    queues: mapValues(queues, (queue) => mapValues(queue, (item): QueueState => ({ ...item }))),
    mailboxes: mapValues(mailboxes, cloneMailbox),
    held: [...held],
    ...(actors === undefined ? {} : { actors: mapValues(actors, cloneActor) }),
  };
}

function cloneMessage(message: MessageState): MessageState {
  const { fields, hops, entries, delivered } = message;
  return {
    ...message,
    fields: { ...fields },
    hops: hops.map((hop) => ({ ...hop })),
    entries: entries.map((entry) => ({ ...entry })),
    delivered: [...delivered],
  };
}

function cloneActor(actor: ActorState): ActorState {
  return { ...actor, written: mapValues(actor.written, (letter) => ({ ...letter })) };
}

function cloneMailbox({ total, letters }: MailboxState): MailboxState {
  return { total, letters: letters.map((letter) => ({ ...letter })) };
}

function mapValues<T>(record: Record<string, T>, clone: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, clone(value)]));
}
