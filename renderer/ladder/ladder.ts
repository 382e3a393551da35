// A letter's whole way as one drawing: hosts side by side, time downwards, an arrow for everything that one says to
// another. Counterpart: ladder-drawing.tsx draws it. Rule: pure; made of the dialogs that the other views show, so it shows
// the same moment; a turn of many lines is one arrow unless every line is asked for.

import type { ConnId, HostName, Seq, Side } from '../../contract/ids.ts';
import type { Dialog, DialogItem, Lookup, RefusedCall } from '../store/dialog.ts';
import { type Dialogs, lookupsOf } from '../store/dialogs.ts';
import type { Journey } from '../store/journeys.ts';
import { showLine } from '../store/octets.ts';
import type { Strike } from '../store/strikes.ts';
import { LADDER_LIMITS } from './limits.ts';

export type Rung =
  | { kind: 'open'; seq: Seq; conn: ConnId; from: HostName; to: HostName; port: number }
  | {
      kind: 'say';
      seq: Seq;
      conn: ConnId;
      from: HostName;
      to: HostName;
      text: string;
      /** Lines of the same turn that aren't drawn. */
      more: number;
      /** Octets, where it is the letter itself or other bulk. */
      octets?: number;
      isRefused: boolean;
      isChanged: boolean;
      /** What faults did to it on its way. */
      strikes: readonly Strike[];
      isEncrypted: boolean;
    }
  | { kind: 'tls'; seq: Seq; conn: ConnId; from: HostName; to: HostName; version: string }
  | { kind: 'question'; seq: Seq; from: HostName; to: HostName; text: string; answer: string; isCached: boolean }
  | { kind: 'policy'; seq: Seq; at: HostName; policy: string; text: string }
  | { kind: 'refused'; seq: Seq; from: HostName; to: HostName; port: number; problem: RefusedCall['problem'] }
  /** A fault, where nothing arrived. */
  | { kind: 'struck'; seq: Seq; conn: ConnId; from: HostName; to: HostName; strike: Strike }
  | { kind: 'pause'; seq: Seq; ms: number };

export interface Ladder {
  /** In the order in which they come into it; who only answers questions stands last. */
  hosts: HostName[];
  rungs: Rung[];
  /** Rungs that there was no room for. */
  left: number;
}

interface Sources {
  journey: Journey;
  dialogs: Dialogs;
  /** The hosts by address, for calls that were never answered. */
  hostAt: (address: string) => HostName | undefined;
  /** Who answers questions of names. */
  nameServer: HostName | undefined;
  isEveryLine: boolean;
}

/** A rung and the lab time of it, where it has one. */
interface Timed {
  rung: Rung;
  at_ms?: number;
}

export function ladderOf(sources: Sources): Ladder {
  const { journey, dialogs, nameServer } = sources;
  const timed = [
    ...journey.dialogs.flatMap((dialog) => [
      ...rungsOf(dialog, sources.isEveryLine),
      ...questionsOf(dialog, dialogs, nameServer),
    ]),
    ...refusedOf(sources),
  ];
  // A question that two dialogs share is asked once.
  const once = [...new Map(timed.map((one) => [`${one.rung.kind} ${one.rung.seq}`, one])).values()];
  const all = withPauses(once.toSorted((one, other) => one.rung.seq - other.rung.seq));
  const rungs = all.slice(0, LADDER_LIMITS.rungs);
  return { hosts: hostsOf(rungs, nameServer), rungs, left: all.length - rungs.length };
}

function rungsOf(dialog: Dialog, isEveryLine: boolean): Timed[] {
  const { id: conn, client, server, opened_ms } = dialog;
  const ends = { conn, from: client.host, to: server.host };
  const rungs: Timed[] = [
    { at_ms: opened_ms, rung: { kind: 'open', seq: dialog.openedAt, ...ends, port: server.port } },
  ];
  let isEncrypted = false;
  let previous: DialogItem | undefined;
  for (const item of dialog.items) {
    const last = rungs.at(-1)?.rung;
    if (item.kind === 'tls') {
      isEncrypted = true;
      rungs.push({ at_ms: item.at_ms, rung: { kind: 'tls', seq: item.seq, ...ends, version: item.version } });
    } else if (!isEveryLine && last?.kind === 'say' && isSameTurn(previous, item)) {
      last.more += 1;
    } else rungs.push({ at_ms: item.at_ms, rung: saidBy(item, dialog, isEncrypted) });
    previous = item;
  }
  for (const strike of dialog.strikes) {
    rungs.push({ rung: { kind: 'struck', seq: strike.seq, conn, ...speakerFirst(strike.from, dialog), strike } });
  }
  for (const fact of dialog.facts) {
    if (fact.type !== 'policy.spoken') continue;
    const { policy, reply } = fact.data;
    rungs.push({
      at_ms: fact.at_ms,
      rung: { kind: 'policy', seq: fact.seq, at: server.host, policy, text: `${reply.code} ${reply.text}` },
    });
  }
  return rungs;
}

/** Lines of one reply, or commands that one goes ahead with: whatever one end says without hearing the other. */
function isSameTurn(previous: DialogItem | undefined, item: DialogItem): boolean {
  if (previous?.kind !== 'line' || item.kind !== 'line') return false;
  return previous.from === item.from && item.from === 'server' && isContinued(previous.bytes);
}

/** A reply's line that isn't its last (RFC 5321 section 4.2.1), or an untagged one (RFC 3501 section 2.2.2). */
const isContinued = (bytes: string): boolean => /^(?:\d{3}-|\* )/.test(bytes);

function saidBy(item: Exclude<DialogItem, { kind: 'tls' }>, dialog: Dialog, isEncrypted: boolean): Rung {
  const line = item.kind === 'line' ? showLine(item.bytes, item.secret) : '';
  return {
    ...{ kind: 'say', seq: item.seq, conn: dialog.id, ...speakerFirst(item.from, dialog), more: 0, isEncrypted },
    text: line.slice(0, LADDER_LIMITS.chars),
    ...(item.kind === 'bulk' ? { octets: item.ref.length } : {}),
    isRefused: item.kind === 'line' && item.refused,
    isChanged: item.changed,
    strikes: item.strikes ?? [],
  };
}

/** From whoever speaks to whoever hears; where that isn't known, as the connection was opened. */
function speakerFirst(from: Side | undefined, { client, server }: Dialog): { from: HostName; to: HostName } {
  return from === 'server' ? { from: server.host, to: client.host } : { from: client.host, to: server.host };
}

function questionsOf(dialog: Dialog, dialogs: Dialogs, nameServer: HostName | undefined): Timed[] {
  if (nameServer === undefined) return [];
  const { before, during } = lookupsOf(dialogs, dialog);
  return [...before, ...during].map((lookup) => ({ rung: questionOf(lookup, nameServer) }));
}

function questionOf({ seq, host, name, type, outcome }: Lookup, to: HostName): Rung {
  const answer = outcome === undefined ? '' : outcome.answers.join(', ') || outcome.rcode;
  const text = `${type} ${name}`.slice(0, LADDER_LIMITS.chars);
  const isCached = outcome?.cached === true;
  return { kind: 'question', seq, from: host, to, text, answer: answer.slice(0, LADDER_LIMITS.chars), isCached };
}

function refusedOf({ journey, dialogs, hostAt }: Sources): Timed[] {
  const id = journey.letter?.id;
  return dialogs.refused
    .filter((call) => id !== undefined && call.message === id)
    .map(({ seq, at_ms, client, address, port, problem }) => ({
      at_ms,
      rung: { kind: 'refused', seq, from: client, to: hostAt(address) ?? address, port, problem },
    }));
}

/** Where the letter waited, so long that it tells something. */
function withPauses(timed: readonly Timed[]): Rung[] {
  const rungs: Rung[] = [];
  let before: number | undefined;
  for (const { rung, at_ms } of timed) {
    if (at_ms !== undefined && before !== undefined && at_ms - before >= LADDER_LIMITS.pause_ms) {
      rungs.push({ kind: 'pause', seq: rung.seq, ms: at_ms - before });
    }
    rungs.push(rung);
    before = at_ms ?? before;
  }
  return rungs;
}

function hostsOf(rungs: readonly Rung[], nameServer: HostName | undefined): HostName[] {
  const hosts = new Set<HostName>();
  for (const rung of rungs) {
    if (rung.kind === 'policy') hosts.add(rung.at);
    else if (rung.kind === 'question') hosts.add(rung.from);
    else if (rung.kind !== 'pause') {
      hosts.add(rung.from);
      hosts.add(rung.to);
    }
  }
  if (nameServer !== undefined && rungs.some(({ kind }) => kind === 'question')) {
    hosts.delete(nameServer);
    hosts.add(nameServer);
  }
  return [...hosts];
}
