// What there is to look at, latest first: each letter with the dialogs it went through, and each conversation that
// carried none. Counterpart: inbox/letter-list.tsx lists them, terminal/ and inspector/ show the chosen one.
// Rule: dialogs stand in the order in which they were opened, which is hop order.

import type { LabState, MessageState } from '../../contract/fold/state.ts';
import type { MessageId } from '../../contract/ids.ts';
import type { Beginning, Beginnings } from './beginnings.ts';
import type { Dialog } from './dialog.ts';
import type { Dialogs } from './dialogs.ts';
import { fieldText, type LetterStatus, statusOf } from './letter.ts';

export interface Journey {
  id: string;
  dialogs: Dialog[];
  letter?: { id: MessageId; state: MessageState; subject: string; status: LetterStatus };
  reversePath: string;
  recipients: string[];
  /** Absent for a letter of an earlier run, whose dialogs are in that run's log. */
  begun?: Beginning;
}

interface Sources {
  lab: LabState;
  dialogs: Dialogs;
  beginnings: Beginnings;
}

/** Every journey, latest first. */
export function journeysOf({ lab, dialogs, beginnings }: Sources): Journey[] {
  const byLetter = new Map<MessageId, Dialog[]>();
  const alone: Dialog[] = [];
  for (const dialog of dialogs.byId.values()) {
    const letters = dialog.messages;
    for (const id of letters) byLetter.set(id, [...(byLetter.get(id) ?? []), dialog]);
    if (letters.length === 0) alone.push(dialog);
  }
  // A letter that was refused before its first line has dialogs and no state. It is shown if nothing else of them is.
  const isKnown = (dialog: Dialog) => dialog.messages.some((id) => lab.messages[id] !== undefined);
  const lost = [...byLetter.values()].flatMap((carriers) => (carriers.some(isKnown) ? [] : carriers.slice(0, 1)));
  const letters = Object.entries(lab.messages).map(([id, state]) =>
    letterJourney(lab, { id, state, dialogs: byLetter.get(id) ?? [], begun: beginnings.get(id) }),
  );
  const order = ({ begun }: Journey) => begun?.seq ?? 0;
  // The sort is stable and keys of an object keep their order of birth: letters of earlier runs stay in order too.
  return [...letters, ...[...new Set([...alone, ...lost])].map(conversation)]
    .toReversed()
    .toSorted((one, other) => order(other) - order(one));
}

interface LetterParts {
  id: MessageId;
  state: MessageState;
  dialogs: Dialog[];
  begun: Beginning | undefined;
}

function letterJourney(lab: LabState, { id, state, dialogs, begun }: LetterParts): Journey {
  const { reversePath, recipients } = state;
  const letter = { id, state, subject: fieldText(state, 'Subject'), status: statusOf(lab, id, state) };
  return { id, dialogs, letter, reversePath, recipients, ...(begun === undefined ? {} : { begun }) };
}

function conversation(dialog: Dialog): Journey {
  const begun = { seq: dialog.openedAt, at_ms: dialog.opened_ms };
  return { id: dialog.id, dialogs: [dialog], reversePath: '', recipients: [], begun };
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
  const { hops, entries } = letter.state;
  return [...new Set([...hops, ...entries].map((one) => one.host))].map((host) => ({ host }));
}

/** Milliseconds from the first connection to the last answer; undefined while it goes on. */
export function durationOf({ dialogs }: Journey): number | undefined {
  const [first] = dialogs;
  const ends = dialogs.map((one) => one.closed_us);
  if (!first || ends.some((end) => end === undefined)) return undefined;
  return (Math.max(...ends.map((end) => end ?? 0)) - first.opened_us) / 1000;
}
