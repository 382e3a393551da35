// What there is to look at, latest first: each letter with the dialogs it went through, and each conversation that
// carried none. Counterpart: inbox/letter-list.tsx lists them, terminal/ and inspector/ show the chosen one.
// Rule: dialogs stand in the order in which they were opened, which is hop order.

import type { LabState, MessageState } from '../../contract/fold/state.ts';
import type { MessageId } from '../../contract/ids.ts';
import type { Dialog } from './dialog.ts';
import type { Dialogs } from './dialogs.ts';
import { fieldText, type LetterStatus, statusOf } from './letter.ts';

export interface Journey {
  id: string;
  dialogs: Dialog[];
  letter?: { id: MessageId; state: MessageState; subject: string; status: LetterStatus };
  reversePath: string;
  recipients: string[];
  /** Lab time of its beginning; absent for a letter of an earlier run, whose dialogs are in that run's log. */
  begun_ms?: number;
}

/** Every journey, latest first. */
export function journeysOf(lab: LabState, dialogs: Dialogs): Journey[] {
  const byLetter = new Map<MessageId, Dialog[]>();
  const alone: Dialog[] = [];
  for (const dialog of dialogs.byId.values()) {
    const letters = dialog.messages;
    for (const id of letters) byLetter.set(id, [...(byLetter.get(id) ?? []), dialog]);
    if (letters.length === 0) alone.push(dialog);
  }
  // A letter that was refused before its first line has dialogs and no state.
  const ids = new Set([...Object.keys(lab.messages), ...byLetter.keys()]);
  const letters = [...ids].map((id) => letterJourney(lab, id, byLetter.get(id) ?? []));
  const others = alone.map((dialog) => conversation(dialog.id, [dialog]));
  const order = (one: Journey) => one.dialogs[0]?.openedAt ?? 0;
  // The sort is stable and keys of an object keep their order of birth: letters of earlier runs stay in order too.
  return [...letters, ...others].toReversed().toSorted((one, other) => order(other) - order(one));
}

function letterJourney(lab: LabState, id: MessageId, dialogs: Dialog[]): Journey {
  const state = lab.messages[id];
  if (!state) return conversation(id, dialogs);
  const { reversePath, recipients } = state;
  const letter = { id, state, subject: fieldText(state, 'Subject'), status: statusOf(lab, id, state) };
  return { ...conversation(id, dialogs), letter, reversePath, recipients };
}

function conversation(id: string, dialogs: Dialog[]): Journey {
  const begun_ms = dialogs[0]?.opened_ms;
  return { id, dialogs, reversePath: '', recipients: [], ...(begun_ms === undefined ? {} : { begun_ms }) };
}

/** A host on a letter's way, and when it took the letter. */
export interface Stop {
  host: string;
  taken_ms?: number;
}

/** The hosts of a journey in the order in which they appear. */
export function stopsOf({ dialogs, letter }: Journey): Stop[] {
  const stops = new Map<string, Stop>();
  for (const { client, server, taken_ms } of dialogs) {
    if (!stops.has(client.host)) stops.set(client.host, { host: client.host });
    const taken = letter === undefined ? undefined : taken_ms[letter.id];
    if (taken !== undefined || !stops.has(server.host)) {
      stops.set(server.host, { host: server.host, ...(taken === undefined ? {} : { taken_ms: taken }) });
    }
  }
  if (stops.size > 0 || letter === undefined) return [...stops.values()];
  return [...new Set(letter.state.hops.map((hop) => hop.host))].map((host) => ({ host }));
}

/** Milliseconds from the first connection to the last answer; undefined while it goes on. */
export function durationOf({ dialogs }: Journey): number | undefined {
  const [first] = dialogs;
  const ends = dialogs.map((one) => one.closed_us);
  if (!first || ends.some((end) => end === undefined)) return undefined;
  return (Math.max(...ends.map((end) => end ?? 0)) - first.opened_us) / 1000;
}
