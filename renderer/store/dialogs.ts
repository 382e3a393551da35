// Folds events into dialogs and the DNS questions that belong to them. Counterpart: dialog.ts has the shapes,
// causes.ts says what belongs to what. Rule: depends on the events alone; changed in place (a busy lab writes
// thousands of events a second), each change counted in `revision`.

import type { LabEvent, LabEventOf } from '../../contract/events.ts';
import type { ConnId, Seq, Side } from '../../contract/ids.ts';
import { type Feedback, foldFeedback, noFeedback } from '../../lessons/feedback.ts';
import { isRefusal } from '../../mail/answer.ts';
import { type Causes, cloneCauses, noCauses, noteCause, type Origin, originAt } from './causes.ts';
import { isChange, isStamp, type Strike, strikeOf } from './strikes.ts';
import {
  type Dialog,
  type DialogItem,
  type DialogLine,
  type Fact,
  FACT_TYPES,
  type Lookup,
  type RefusedCall,
  type SecretSpan,
} from './dialog.ts';
import { SCREEN_LIMITS } from './limits.ts';

export interface Dialogs {
  /** In the order of their opening. */
  byId: Map<ConnId, Dialog>;
  /** By the event where the chain began: a connection, or an attempt to deliver. */
  lookups: Map<Seq, readonly Lookup[]>;
  causes: Causes;
  /** Sides whose next unit was put there by a person, as `conn side`. */
  changed: Set<string>;
  /** What faults did to the unit that is told next, as `conn side`. */
  struck: Map<string, readonly Strike[]>;
  /** When each unit that is held, or was let go and isn't written down yet, was caught: microseconds, as `conn side`. */
  held: Map<string, number[]>;
  /** What looks mistyped in the dialogs of persons; programs are left alone. */
  feedback: Feedback;
  /** Connections that never came to be, oldest first. */
  refused: RefusedCall[];
  /** Dialogs that nobody shares: they may be changed in place. */
  own: Set<ConnId>;
}

export function noDialogs(): Dialogs {
  return {
    byId: new Map(),
    lookups: new Map(),
    causes: noCauses(),
    changed: new Set(),
    struck: new Map(),
    held: new Map(),
    feedback: noFeedback,
    refused: [],
    own: new Set(),
  };
}

/** A copy that goes on by itself. Both share their dialogs from now on, until one of them changes one. */
export function cloneDialogs(dialogs: Dialogs): Dialogs {
  const { byId, lookups, causes, changed, struck, held, feedback, refused, own } = dialogs;
  own.clear();
  return {
    byId: new Map(byId),
    lookups: new Map(lookups),
    causes: cloneCauses(causes),
    changed: new Set(changed),
    struck: new Map(struck),
    held: new Map([...held].map(([side, since]) => [side, [...since]])),
    feedback,
    refused: [...refused],
    own: new Set(),
  };
}

/** The dialog of a connection, to be changed: a copy of one that is shared. Its lines never change and stay shared. */
function ownDialog({ byId, own }: Dialogs, id: ConnId | undefined): Dialog | undefined {
  const dialog = id === undefined ? undefined : byId.get(id);
  if (!dialog || own.has(dialog.id)) return dialog;
  const { messages, taken_ms, items, facts, flights, strikes } = dialog;
  const copy = {
    ...dialog,
    messages: [...messages],
    taken_ms: { ...taken_ms },
    items: [...items],
    facts: [...facts],
    flights: [...flights],
    strikes: [...strikes],
  };
  // Its place among the others stays the same.
  byId.set(dialog.id, copy);
  own.add(dialog.id);
  return copy;
}

/** Applies `event` in place. */
export function foldDialogs(dialogs: Dialogs, event: LabEvent): void {
  if (event.type === 'lab.opened') Object.assign(dialogs, noDialogs());
  const openedBy = event.cause === undefined ? undefined : originAt(dialogs.causes, event.cause);
  const origin = noteCause(dialogs.causes, event);
  if (event.type === 'conn.opened') open(dialogs, event, openedBy);
  else if (event.type === 'dns.asked' || event.type === 'dns.answered') noteLookup(dialogs, event, origin);
  else if (event.type === 'fault.struck') noteLookupStrike(dialogs, event, origin);
  else if (event.type === 'conn.refused') noteRefused(dialogs, event);
  const dialog = ownDialog(dialogs, event.conn);
  if (!dialog) return;
  if (event.type === 'dns.asked' || event.type === 'dns.answered') dialog.revision += 1;
  bind(dialog, event);
  if (dialog.person) dialogs.feedback = foldFeedback(dialogs.feedback, event);
  if (isFact(event)) noteFact(dialog, event);
  speak(dialogs, dialog, event);
}

const FACTS: ReadonlySet<string> = new Set(FACT_TYPES);
const isFact = (event: LabEvent): event is Fact => FACTS.has(event.type);

function noteFact(dialog: Dialog, fact: Fact): void {
  dialog.facts.push(fact);
  if (dialog.facts.length > SCREEN_LIMITS.factsPerDialog) dialog.facts.shift();
  dialog.revision += 1;
}

function noteRefused({ refused }: Dialogs, { seq, at_ms, message, data }: LabEventOf<'conn.refused'>): void {
  refused.push({ seq, at_ms, ...data, ...(message === undefined ? {} : { message }) });
  if (refused.length > SCREEN_LIMITS.refusedCalls) refused.shift();
}

function open({ byId, own }: Dialogs, event: LabEventOf<'conn.opened'>, openedBy: Origin | undefined): void {
  if (event.conn === undefined) return;
  const { client, server, protocol, door, purpose } = event.data;
  byId.set(event.conn, {
    id: event.conn,
    protocol,
    door,
    person: door || purpose === 'shell',
    client,
    server,
    openedAt: event.seq,
    opened_ms: event.at_ms,
    opened_us: event.mono_us,
    tls: false,
    messages: openedBy?.message === undefined ? [] : [openedBy.message],
    taken_ms: {},
    items: [],
    dropped: 0,
    facts: [],
    flights: [],
    strikes: [],
    ...(openedBy === undefined ? {} : { askedBefore: openedBy.seq }),
    revision: 0,
  });
  own.add(event.conn);
  dropOldest(byId, SCREEN_LIMITS.dialogs);
}

function bind(dialog: Dialog, { message }: LabEvent): void {
  if (message === undefined || dialog.messages.includes(message)) return;
  dialog.messages.push(message);
  dialog.revision += 1;
}

function speak(dialogs: Dialogs, dialog: Dialog, event: LabEvent): void {
  const spoken = { seq: event.seq, at_ms: event.at_ms, at_us: event.mono_us };
  switch (event.type) {
    case 'wire.line': {
      const { from, bytes, secret } = event.data;
      const refused = from === 'server' && isRefusal(bytes, dialog.protocol);
      const handled = { ...handledOf(dialogs, dialog, from), ...heldFor(dialogs, dialog, event) };
      const line = { bytes: blank(bytes, secret), ...(secret === undefined ? {} : { secret }) };
      add(dialog, { ...spoken, kind: 'line', from, ...line, refused, ...handled });
      break;
    }
    case 'wire.bulk': {
      const { from, kind: content, ref, secret } = event.data;
      const told = { ...handledOf(dialogs, dialog, from), ...heldFor(dialogs, dialog, event) };
      add(dialog, {
        ...spoken,
        kind: 'bulk',
        from,
        content,
        ref,
        ...told,
        ...(secret === undefined ? {} : { secret }),
      });
      break;
    }
    case 'wire.held': {
      const side = `${dialog.id} ${event.data.from satisfies Side}`;
      dialogs.held.set(side, [...(dialogs.held.get(side) ?? []), event.mono_us]);
      dialog.revision += 1;
      break;
    }
    case 'wire.ciphertext':
      dialog.flights.push(...event.data.flights);
      dialog.revision += 1;
      break;
    case 'wire.released':
      dialog.revision += 1;
      if (event.data.changed) dialogs.changed.add(`${dialog.id} ${event.data.from satisfies Side}`);
      break;
    case 'fault.struck':
      strike(dialogs, dialog, strikeOf(event.seq, event.data));
      break;
    case 'tls.started':
      dialog.tls = true;
      add(dialog, { ...spoken, kind: 'tls', ...event.data });
      break;
    case 'smtp.data':
      if (event.data.accepted && event.message !== undefined) dialog.taken_ms[event.message] = event.at_ms;
      dialog.revision += 1;
      break;
    case 'conn.closed':
      dialog.closed_us = event.mono_us;
      for (const from of ['client', 'server']) dialogs.held.delete(`${dialog.id} ${from}`);
      dialog.revision += 1;
      break;
    default:
      break; // other events of a connection are read by other views
  }
}

function add(dialog: Dialog, item: DialogItem): void {
  dialog.items.push(item);
  dialog.revision += 1;
  if (dialog.items.length <= SCREEN_LIMITS.linesPerDialog) return;
  dialog.items.shift();
  dialog.dropped += 1;
}

function strike({ struck }: Dialogs, dialog: Dialog, one: Strike): void {
  dialog.revision += 1;
  if (isStamp(one)) {
    const side = `${dialog.id} ${one.from}`;
    struck.set(side, [...(struck.get(side) ?? []), one]);
    return;
  }
  dialog.strikes.push(one);
  if (dialog.strikes.length > SCREEN_LIMITS.factsPerDialog) dialog.strikes.shift();
}

/** What was done to the unit that is written down now. */
function handledOf({ changed, struck }: Dialogs, { id }: Dialog, from: Side): Pick<DialogLine, 'changed' | 'strikes'> {
  const side = `${id} ${from}`;
  const isEdited = changed.delete(side);
  const strikes = struck.size === 0 ? undefined : struck.get(side);
  if (!strikes) return { changed: isEdited };
  struck.delete(side);
  return { changed: isEdited || strikes.some(isChange), strikes };
}

/** How long the unit that is written down now was held: units keep their order, so it is the one caught first. */
function heldFor({ held }: Dialogs, { id }: Dialog, { data, mono_us }: Unit): { held_ms?: number } {
  const caught = held.get(`${id} ${data.from}`);
  const since = caught?.shift();
  if (caught?.length === 0) held.delete(`${id} ${data.from}`);
  return since === undefined ? {} : { held_ms: Math.round((mono_us - since) / 1000) };
}

type Unit = LabEventOf<'wire.line'> | LabEventOf<'wire.bulk'>;

/** `bytes` without the password in it, which no view needs; the other octets keep their places. */
function blank(bytes: string, secret: SecretSpan | undefined): string {
  if (secret === undefined) return bytes;
  return bytes.slice(0, secret.start) + '*'.repeat(secret.end - secret.start) + bytes.slice(secret.end);
}

function noteLookup(
  { lookups }: Dialogs,
  event: LabEventOf<'dns.asked'> | LabEventOf<'dns.answered'>,
  origin: Origin | undefined,
): void {
  if (!origin) return;
  if (event.type === 'dns.asked') {
    const group = lookups.get(origin.seq) ?? [];
    const { name, type } = event.data;
    const asked = { seq: event.seq, host: event.host, name, type };
    lookups.set(origin.seq, [...group, asked].slice(0, SCREEN_LIMITS.lookupsPerGroup));
    dropOldest(lookups, SCREEN_LIMITS.lookupGroups);
    return;
  }
  const group = lookups.get(origin.seq);
  if (!group) return;
  const { rcode, answers, cached, problem } = event.data;
  const outcome = {
    rcode,
    answers: answers.map((one) => one.data),
    cached,
    ...(problem === undefined ? {} : { problem }),
  };
  lookups.set(
    origin.seq,
    group.map((one) => (one.seq === event.cause ? { ...one, outcome } : one)),
  );
}

/** A fault struck a datagram: its cause is the question. */
function noteLookupStrike({ lookups }: Dialogs, event: LabEventOf<'fault.struck'>, origin: Origin | undefined): void {
  const group = origin && lookups.get(origin.seq);
  if (!origin || !group?.some(({ seq }) => seq === event.cause)) return;
  const one = strikeOf(event.seq, event.data);
  lookups.set(
    origin.seq,
    group.map((asked) => (asked.seq === event.cause ? { ...asked, strikes: [...(asked.strikes ?? []), one] } : asked)),
  );
}

function dropOldest<K, V>(map: Map<K, V>, keep: number): void {
  if (map.size <= keep) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}

/** The same where there are none, so that who asks again hears that nothing changed. */
const NONE: readonly Lookup[] = [];

/** The questions of a dialog: what was asked before it was opened, and because of it. */
export function lookupsOf(dialogs: Dialogs, dialog: Dialog): { before: readonly Lookup[]; during: readonly Lookup[] } {
  const group = (seq: Seq | undefined) => (seq === undefined ? undefined : dialogs.lookups.get(seq)) ?? NONE;
  // A lookup that is answered later than the connection opens belongs to the same attempt and was still asked for it.
  return { before: group(dialog.askedBefore), during: group(dialog.openedAt) };
}
