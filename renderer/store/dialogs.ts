// Folds events into dialogs and the DNS questions that belong to them. Counterpart: dialog.ts has the shapes,
// causes.ts says what belongs to what. Rule: depends on the events alone; changed in place (a busy lab writes
// thousands of events a second), each change counted in `revision`.

import type { LabEvent, LabEventOf } from '../../contract/events.ts';
import type { ConnId, Seq, Side } from '../../contract/ids.ts';
import type { Protocol } from '../../contract/topology.ts';
import { type Causes, noCauses, noteCause, type Origin } from './causes.ts';
import type { Dialog, DialogItem, Lookup, SecretSpan } from './dialog.ts';
import { SCREEN_LIMITS } from './limits.ts';

export interface Dialogs {
  /** In the order of their opening. */
  byId: Map<ConnId, Dialog>;
  /** By the event where the chain began: a connection, or an attempt to deliver. */
  lookups: Map<Seq, Lookup[]>;
  causes: Causes;
  /** Sides whose next unit was put there by a person, as `conn side`. */
  changed: Set<string>;
}

export function noDialogs(): Dialogs {
  return { byId: new Map(), lookups: new Map(), causes: noCauses(), changed: new Set() };
}

/** A copy that goes on by itself. Lines, and where chains of causes begin, never change once they are there: shared. */
export function cloneDialogs({ byId, lookups, causes, changed }: Dialogs): Dialogs {
  const copies = [...byId].map(([id, dialog]) => [id, cloneDialog(dialog)] as const);
  const groups = [...lookups].map(([seq, group]) => [seq, group.map((one) => ({ ...one }))] as const);
  return {
    byId: new Map(copies),
    lookups: new Map(groups),
    causes: { origins: new Map(causes.origins), conns: new Map(causes.conns) },
    changed: new Set(changed),
  };
}

function cloneDialog(dialog: Dialog): Dialog {
  const { messages, taken_ms, items } = dialog;
  return { ...dialog, messages: [...messages], taken_ms: { ...taken_ms }, items: [...items] };
}

/** Applies `event` in place. */
export function foldDialogs(dialogs: Dialogs, event: LabEvent): void {
  if (event.type === 'lab.opened') Object.assign(dialogs, noDialogs());
  const openedBy = event.cause === undefined ? undefined : dialogs.causes.origins.get(event.cause);
  const origin = noteCause(dialogs.causes, event);
  if (event.type === 'conn.opened') open(dialogs, event, openedBy);
  else if (event.type === 'dns.asked' || event.type === 'dns.answered') noteLookup(dialogs, event, origin);
  const dialog = event.conn === undefined ? undefined : dialogs.byId.get(event.conn);
  if (!dialog) return;
  bind(dialog, event);
  speak(dialogs, dialog, event);
}

function open({ byId }: Dialogs, event: LabEventOf<'conn.opened'>, openedBy: Origin | undefined): void {
  if (event.conn === undefined) return;
  const { client, server, protocol, door } = event.data;
  byId.set(event.conn, {
    id: event.conn,
    protocol,
    door,
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
    ...(openedBy === undefined ? {} : { askedBefore: openedBy.seq }),
    revision: 0,
  });
  dropOldest(byId, SCREEN_LIMITS.dialogs);
}

function bind(dialog: Dialog, { message }: LabEvent): void {
  if (message === undefined || dialog.messages.includes(message)) return;
  dialog.messages.push(message);
  dialog.revision += 1;
}

function speak(dialogs: Dialogs, dialog: Dialog, event: LabEvent): void {
  const spoken = { seq: event.seq, at_us: event.mono_us };
  switch (event.type) {
    case 'wire.line': {
      const { from, bytes, secret } = event.data;
      const refused = from === 'server' && isRefusal(bytes, dialog.protocol);
      const changed = dialogs.changed.delete(`${dialog.id} ${from}`);
      const line = { bytes: blank(bytes, secret), ...(secret === undefined ? {} : { secret }) };
      add(dialog, { ...spoken, kind: 'line', from, ...line, refused, changed });
      break;
    }
    case 'wire.bulk': {
      const { from, kind: content, ref, secret } = event.data;
      add(dialog, { ...spoken, kind: 'bulk', from, content, ref, ...(secret === undefined ? {} : { secret }) });
      break;
    }
    case 'wire.released':
      if (event.data.changed) dialogs.changed.add(`${dialog.id} ${event.data.from satisfies Side}`);
      break;
    case 'tls.started':
      dialog.tls = true;
      add(dialog, { ...spoken, kind: 'tls', version: event.data.version });
      break;
    case 'smtp.data':
      if (event.data.accepted && event.message !== undefined) dialog.taken_ms[event.message] = event.at_ms;
      dialog.revision += 1;
      break;
    case 'conn.closed':
      dialog.closed_us = event.mono_us;
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

/** `bytes` without the password in it, which no view needs; the other octets keep their places. */
function blank(bytes: string, secret: SecretSpan | undefined): string {
  if (secret === undefined) return bytes;
  return bytes.slice(0, secret.start) + '*'.repeat(secret.end - secret.start) + bytes.slice(secret.end);
}

/** Whether a server's line says no (RFC 5321 section 4.2.1, RFC 1939 section 3, RFC 3501 section 7.1). */
function isRefusal(line: string, protocol: Protocol | 'raw'): boolean {
  if (protocol === 'pop3') return line.startsWith('-ERR');
  if (protocol === 'imap') return /^\S+ (NO|BAD)\b/i.test(line);
  return /^[45]\d\d[ -]/.test(line);
}

function noteLookup(
  { lookups }: Dialogs,
  event: LabEventOf<'dns.asked'> | LabEventOf<'dns.answered'>,
  origin: Origin | undefined,
): void {
  if (!origin) return;
  if (event.type === 'dns.asked') {
    const group = lookups.get(origin.seq) ?? [];
    lookups.set(origin.seq, group);
    const { name, type } = event.data;
    if (group.length < SCREEN_LIMITS.lookupsPerGroup) group.push({ seq: event.seq, host: event.host, name, type });
    dropOldest(lookups, SCREEN_LIMITS.lookupGroups);
    return;
  }
  const asked = lookups.get(origin.seq)?.find((one) => one.seq === event.cause);
  const { rcode, answers, cached, problem } = event.data;
  if (!asked) return;
  asked.outcome = {
    rcode,
    answers: answers.map((one) => one.data),
    cached,
    ...(problem === undefined ? {} : { problem }),
  };
}

function dropOldest<K, V>(map: Map<K, V>, keep: number): void {
  if (map.size <= keep) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}

/** The questions of a dialog: what was asked before it was opened, and because of it. */
export function lookupsOf(dialogs: Dialogs, dialog: Dialog): { before: Lookup[]; during: Lookup[] } {
  const group = (seq: Seq | undefined) => (seq === undefined ? [] : (dialogs.lookups.get(seq) ?? []));
  // A lookup that is answered later than the connection opens belongs to the same attempt and was still asked for it.
  return { before: group(dialog.askedBefore), during: group(dialog.openedAt) };
}
