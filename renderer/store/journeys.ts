// What there is to look at, latest first: each letter with the dialogs it went through, and each conversation that
// carried none. Counterpart: inbox/letter-list.tsx lists them, terminal/ and inspector/ show the chosen one.
// Rule: dialogs stand in the order in which they were opened, which is hop order; a journey in which nothing happened
// stays the same object, so that nothing of it is drawn again while others pour in.

import type { LabState, MessageState } from '../../contract/fold/state.ts';
import type { MessageId, Seq } from '../../contract/ids.ts';
import type { Beginning, Beginnings } from './beginnings.ts';
import type { Dialog } from './dialog.ts';
import type { Dialogs } from './dialogs.ts';
import { fieldText, type LetterStatus, queuedIn, statusOf } from './letter.ts';

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

/** The journeys as they were made last, by id. */
export type KnownJourneys = Map<string, { journey: Journey; stamp: Stamp }>;

/** What a journey is made of: while none of it changes, the journey hasn't. */
interface Stamp {
  state: MessageState | undefined;
  last: Seq;
  first: Dialog | undefined;
  /** Dialogs and their changes. */
  spoken: number;
}

/** Every journey, latest first. `known`: those made before; it is brought up to date. */
export function journeysOf({ lab, dialogs, beginnings }: Sources, known: KnownJourneys = new Map()): Journey[] {
  const byLetter = new Map<MessageId, Dialog[]>();
  const alone: Dialog[] = [];
  for (const dialog of dialogs.byId.values()) {
    for (const id of dialog.messages) {
      const carriers = byLetter.get(id);
      if (carriers) carriers.push(dialog);
      else byLetter.set(id, [dialog]);
    }
    if (dialog.messages.length === 0) alone.push(dialog);
  }
  // A letter that was refused before its first line has dialogs and no state. It is shown if nothing else of them is.
  const isKnown = (dialog: Dialog) => dialog.messages.some((id) => lab.messages[id] !== undefined);
  const lost = [...byLetter.values()].flatMap((carriers) => (carriers.some(isKnown) ? [] : carriers.slice(0, 1)));
  const made: KnownJourneys = new Map();
  const same = (id: string, stamp: Stamp, make: () => Journey): Journey => {
    const before = known.get(id);
    const journey = before && isSame(before.stamp, stamp) ? before.journey : make();
    made.set(id, { journey, stamp });
    return journey;
  };
  const queued = queuedIn(lab);
  const letters = Object.entries(lab.messages).map(([id, state]) => {
    const carriers = byLetter.get(id) ?? [];
    const last = Math.max(beginnings.last.get(id) ?? 0, beginnings.changedAll);
    const begun = beginnings.first.get(id);
    const stamp = { state, last, first: carriers[0], spoken: spokenIn(carriers) };
    return same(id, stamp, () => {
      const status = statusOf(state, queued.get(id) ?? []);
      return letterJourney({ id, state, status, dialogs: carriers, begun });
    });
  });
  const others = [...new Set([...alone, ...lost])].map((dialog) => {
    const stamp = { state: undefined, last: 0, first: dialog, spoken: spokenIn([dialog]) };
    return same(dialog.id, stamp, () => conversation(dialog));
  });
  known.clear();
  for (const [id, one] of made) known.set(id, one);
  const order = ({ begun }: Journey) => begun?.seq ?? 0;
  // The sort is stable and keys of an object keep their order of birth: letters of earlier runs stay in order too.
  return [...letters, ...others].toReversed().toSorted((one, other) => order(other) - order(one));
}

function spokenIn(dialogs: readonly Dialog[]): number {
  return dialogs.reduce((sum, { revision }) => sum + revision + 1, 0);
}

function isSame(one: Stamp, other: Stamp): boolean {
  return (
    one.state === other.state && one.last === other.last && one.first === other.first && one.spoken === other.spoken
  );
}

interface LetterParts {
  id: MessageId;
  state: MessageState;
  status: LetterStatus;
  dialogs: Dialog[];
  begun: Beginning | undefined;
}

function letterJourney({ id, state, status, dialogs, begun }: LetterParts): Journey {
  const { reversePath, recipients } = state;
  const letter = { id, state, subject: fieldText(state, 'Subject'), status };
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
