// Applies one event to a LabState. Counterpart: state.ts. Rule: the state depends on nothing but
// the events, so that a saved log folds to the same state on any machine. It is changed in place
// (a busy lab writes tens of thousands of events a second); whoever keeps a moment clones it.

import { cloneJson } from '../clone.ts';
import type { LabEvent, LabEventOf } from '../events.ts';
import type { Topology } from '../topology.ts';
import { foldActor, noteActorDelivery } from './fold-actor.ts';
import { foldFault } from './fold-fault.ts';
import { patchTopology } from './patch-topology.ts';
import { FOLD_LIMITS, type LabState, type MessageState, type QueueState } from './state.ts';

/** Applies `event` and returns the same object, changed. */
export function foldEvent(state: LabState, event: LabEvent): LabState {
  if (event.type === 'lab.opened') openRun(state, event);
  state.seq = event.seq;
  state.now_ms = event.at_ms;
  switch (event.type) {
    case 'lab.door':
      state.doors.push(event.data);
      break;
    case 'conn.opened':
      openConn(state, event);
      break;
    case 'conn.closed':
      closeConn(state, event);
      break;
    case 'wire.line':
    case 'wire.bulk':
      countLine(state, event);
      break;
    case 'tls.started':
      markTls(state, event);
      break;
    case 'wire.held':
      state.held.push({ conn: event.conn ?? '', from: event.data.from, rule: event.data.rule });
      break;
    case 'wire.released':
      release(state, event);
      break;
    case 'queue.entered':
      enterQueue(state, event);
      break;
    case 'queue.attempted':
      attempt(state, event);
      break;
    case 'queue.delivered':
      finishRecipients(state, event, event.data.recipients);
      break;
    case 'queue.deferred':
      defer(state, event);
      break;
    case 'queue.bounced':
      finishRecipients(state, event, event.data.recipients);
      break;
    case 'queue.recovered':
      keepRecovered(state, event);
      break;
    case 'queue.operated':
      operate(state, event);
      break;
    case 'queue.removed':
      leaveQueue(state, event);
      break;
    case 'message.arrived':
    case 'message.stamped':
      noteHop(state, event);
      break;
    case 'field.added':
    case 'field.changed':
      noteField(state, event);
      break;
    case 'store.delivered':
      deliver(state, event);
      break;
    case 'store.found':
    case 'store.appended':
      find(state, event);
      break;
    case 'store.flagged':
      flag(state, event);
      break;
    case 'store.removed':
      removeLetter(state, event);
      break;
    case 'store.created':
      state.mailboxes[event.data.mailbox] = { total: 0, letters: [] };
      break;
    case 'store.renamed':
      renameMailbox(state, event);
      break;
    case 'store.deleted':
      delete state.mailboxes[event.data.mailbox];
      break;
    case 'fault.set':
    case 'fault.cleared':
    case 'fault.struck':
      foldFault(state, event);
      break;
    case 'actor.started':
    case 'actor.tried':
    case 'actor.stopped':
      foldActor(state, event);
      break;
    case 'clock.rated':
      state.rate = event.data.rate;
      break;
    case 'config.changed':
      patchTopology(state, event);
      break;
    default:
      break; // the other events are read by views of their own
  }
  return state;
}

function openRun(state: LabState, event: LabEventOf<'lab.opened'>): void {
  const from = cloneJson(event.data.state);
  delete state.faults;
  Object.assign(state, from, {
    run: event.run,
    topology: withoutPasswords(event.data.topology),
    conns: {},
    held: [],
    doors: [],
  });
  state.rate = event.data.clock === 'manual' ? 0 : 1;
}

/** A state is shown and compared, also from a file whose passwords were starred: here they always are. */
function withoutPasswords(topology: Topology): Topology {
  const users = topology.users.map((user) => ({ ...user, password: '*'.repeat(user.password.length) }));
  return cloneJson({ ...topology, users });
}

function openConn(state: LabState, event: LabEventOf<'conn.opened'>): void {
  if (event.conn === undefined) return;
  const { client, server, protocol, door } = event.data;
  state.conns[event.conn] = {
    client,
    server,
    protocol,
    door,
    openedAt: event.seq,
    opened_ms: event.at_ms,
    lines: 0,
    tls: false,
    ...(event.message === undefined ? {} : { message: event.message }),
  };
}

function closeConn(state: LabState, event: LabEventOf<'conn.closed'>): void {
  const conn = event.conn === undefined ? undefined : state.conns[event.conn];
  if (conn) conn.closedAt = event.seq;
  dropOldest(state.conns, FOLD_LIMITS.closedConns, (one) => one.closedAt !== undefined);
}

function countLine(state: LabState, event: LabEventOf<'wire.line'> | LabEventOf<'wire.bulk'>): void {
  const conn = event.conn === undefined ? undefined : state.conns[event.conn];
  if (!conn) return;
  conn.lines += 1;
  if (event.message !== undefined) conn.message = event.message;
}

function markTls(state: LabState, event: LabEventOf<'tls.started'>): void {
  const conn = event.conn === undefined ? undefined : state.conns[event.conn];
  if (conn) conn.tls = true;
}

function release(state: LabState, event: LabEventOf<'wire.released'>): void {
  const index = state.held.findIndex((one) => one.conn === event.conn && one.from === event.data.from);
  if (index >= 0) state.held.splice(index, 1);
}

function messageOf(state: LabState, event: LabEvent): MessageState | undefined {
  if (event.message === undefined) return undefined;
  const known = state.messages[event.message];
  if (known) return known;
  // Without a prototype it is a dictionary from the start: every letter's fields have other names, and an ordinary
  // object would make a new shape for each.
  const fields = Object.create(null) as MessageState['fields'];
  const fresh: MessageState = { fields, hops: [], entries: [], reversePath: '', recipients: [], delivered: [] };
  state.messages[event.message] = fresh;
  dropOldest(state.messages, FOLD_LIMITS.messages, () => true);
  return fresh;
}

function queueItem(state: LabState, event: LabEvent): QueueState | undefined {
  return event.queueId === undefined ? undefined : state.queues[event.host]?.[event.queueId];
}

function enterQueue(state: LabState, event: LabEventOf<'queue.entered'>): void {
  if (event.queueId === undefined || event.message === undefined) return;
  const { kind, parents, reversePath, recipients, octets } = event.data;
  const queue = (state.queues[event.host] ??= {});
  queue[event.queueId] = { message: event.message, reversePath, recipients: [...recipients], octets, attempt: 0 };
  const message = messageOf(state, event);
  if (!message) return;
  if (message.entries.length === 0) Object.assign(message, { reversePath, recipients: [...recipients] });
  message.entries.push({ host: event.host, queueId: event.queueId, kind, parents });
}

function attempt(state: LabState, event: LabEventOf<'queue.attempted'>): void {
  const item = queueItem(state, event);
  if (!item) return;
  item.attempt = event.data.attempt;
  delete item.next_ms;
}

function defer(state: LabState, event: LabEventOf<'queue.deferred'>): void {
  const item = queueItem(state, event);
  if (item) Object.assign(item, { next_ms: event.data.next_ms, lastReply: event.data.reply });
}

function operate(state: LabState, event: LabEventOf<'queue.operated'>): void {
  const item = queueItem(state, event);
  if (!item) return;
  delete item.next_ms;
  if (event.data.to === 'hold') item.held = true;
  else delete item.held;
}

function finishRecipients(state: LabState, event: LabEvent, done: readonly string[]): void {
  const item = queueItem(state, event);
  if (item) item.recipients = item.recipients.filter((recipient) => !done.includes(recipient));
}

/** What isn't in the spool any more has been delivered, whatever was last told. */
function keepRecovered(state: LabState, event: LabEventOf<'queue.recovered'>): void {
  const queue = state.queues[event.host] ?? {};
  for (const queueId of Object.keys(queue)) if (!event.data.entries.includes(queueId)) delete queue[queueId];
}

function leaveQueue(state: LabState, event: LabEventOf<'queue.removed'>): void {
  if (event.queueId === undefined) return;
  delete state.queues[event.host]?.[event.queueId];
  const entry = messageOf(state, event)?.entries.find(
    (one) => one.host === event.host && one.queueId === event.queueId,
  );
  if (entry) entry.outcome = event.data.outcome;
}

function noteHop(state: LabState, event: LabEventOf<'message.arrived'> | LabEventOf<'message.stamped'>): void {
  const message = messageOf(state, event);
  if (!message) return;
  if (event.type === 'message.arrived') {
    message.hops.push({
      host: event.host,
      ...(event.queueId === undefined ? {} : { queueId: event.queueId }),
      ...(event.conn === undefined ? {} : { conn: event.conn }),
      arrived: event.data.fields,
      stamped: event.data.fields,
    });
    return;
  }
  const hop = message.hops.findLast((one) => one.host === event.host && one.queueId === event.queueId);
  if (hop) hop.stamped = event.data.fields;
}

function noteField(state: LabState, event: LabEventOf<'field.added'> | LabEventOf<'field.changed'>): void {
  const message = messageOf(state, event);
  if (!message) return;
  const { field, name, raw, standing } = event.data;
  message.fields[field] = {
    name,
    raw,
    standing,
    host: event.host,
    by: event.cause ?? event.seq,
    ...(event.type === 'field.changed' ? { was: event.data.was } : {}),
  };
}

function deliver(state: LabState, event: LabEventOf<'store.delivered'>): void {
  const { mailbox, uid, file, octets, fields } = event.data;
  const box = (state.mailboxes[mailbox] ??= { total: 0, letters: [] });
  box.total += 1;
  box.letters.push({
    uid,
    file,
    octets,
    flags: [],
    ...(event.message === undefined ? {} : { message: event.message }),
  });
  if (box.letters.length > FOLD_LIMITS.lettersPerMailbox) box.letters.shift();
  messageOf(state, event)?.delivered.push({ host: event.host, mailbox, uid, fields });
  if (state.actors) noteActorDelivery(state, event);
}

function find(state: LabState, event: LabEventOf<'store.found' | 'store.appended'>): void {
  const { mailbox, uid, file, octets, flags } = event.data;
  const box = (state.mailboxes[mailbox] ??= { total: 0, letters: [] });
  box.total += 1;
  box.letters.push({ uid, file, octets, flags });
  if (box.letters.length > FOLD_LIMITS.lettersPerMailbox) box.letters.shift();
}

function flag(state: LabState, event: LabEventOf<'store.flagged'>): void {
  const letter = state.mailboxes[event.data.mailbox]?.letters.find((one) => one.uid === event.data.uid);
  if (letter) letter.flags = event.data.flags;
}

function removeLetter(state: LabState, event: LabEventOf<'store.removed'>): void {
  const box = state.mailboxes[event.data.mailbox];
  if (!box) return;
  box.total -= 1;
  box.letters = box.letters.filter((one) => one.uid !== event.data.uid);
}

function renameMailbox(state: LabState, event: LabEventOf<'store.renamed'>): void {
  const { mailbox, to } = event.data;
  const box = state.mailboxes[mailbox];
  if (!box) return;
  delete state.mailboxes[mailbox];
  state.mailboxes[to] = box;
}

/** Forgets the oldest droppable entries beyond `keep`. Keys of an object keep their order of birth. */
function dropOldest<T>(entries: Record<string, T>, keep: number, droppable: (entry: T) => boolean): void {
  const keys = Object.keys(entries);
  let excess = keys.length - keep;
  for (const key of keys) {
    if (excess <= 0) return;
    const entry = entries[key];
    if (entry === undefined || !droppable(entry)) continue;
    delete entries[key];
    excess -= 1;
  }
}
