// What the frame around the views shows: which place, which sheet, what is being asked, what went wrong. Counterpart:
// app.tsx draws it, actions/ change it. Rule: nothing of the lab is kept here; it is gone with the page, and may be.

import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Action } from '../actions/action.ts';
import type { HostName, Seq } from '../../contract/ids.ts';
import type { Stage } from '../../contract/lecture/stage.ts';

/** Where one can be; the rail has an item for each (places.tsx). */
export type PlaceId =
  | 'lab'
  | 'lessons'
  | 'inbox'
  | 'actors'
  | 'experiment'
  | 'tools'
  | 'analyzer'
  | 'reference'
  | 'lecture';

/** What can lie over the bench; one at a time (sheets.tsx). */
export type SheetId =
  | 'palette'
  | 'keys'
  | 'settings'
  | 'about'
  | 'breakpoints'
  | 'faults'
  | 'fork'
  | 'compare'
  | 'labs'
  | 'topology'
  | 'export'
  | 'ladder'
  | 'report'
  | 'reader'
  | 'move';

/** What can be different in a fork (fork/fork-sheet.tsx). */
export const FORK_KINDS = ['line', 'typed', 'undone', 'policy', 'record', 'host'] as const;
export type ForkKind = (typeof FORK_KINDS)[number];

export interface ForkStart {
  kind: ForkKind;
  /** The line, or what was done; undefined: the latest. */
  at?: Seq;
}

export interface FrameState {
  place: PlaceId;
  sheet: SheetId | undefined;
  /** What the fork sheet begins with. */
  fork: ForkStart;
  /** Hosts that the sheet of faults begins with: none, one, or both ends of a link. */
  disturbing: readonly HostName[];
  /** An action that waits for a yes. */
  asking: Action | undefined;
  /** The actions under way, by id. */
  busy: ReadonlySet<string>;
  /** What the last action failed of, as a sentence. */
  failure: string | undefined;
  /** The form for a letter of one's own is unfolded. */
  isWriting: boolean;
  /** What is being looked for; absent: the field is closed. */
  filter: { text: string; isOnly: boolean } | undefined;
  /** The entry of the reference that was asked for: `replies/550`. */
  reference: string | undefined;
  /** What stands on the stage of a lecture, here or at who is followed. */
  stage: Stage | undefined;
  /** The letter that the analyzer reads, one character an octet, or a mailbox file of them. */
  analysed: { octets: string } | undefined;
  isShellOpen: boolean;
  /** How often the keyboard was asked into the shell: a change takes it there. */
  shellCalls: number;
}

export type FrameStore = StoreApi<FrameState>;

export function createFrameStore(): FrameStore {
  return createStore<FrameState>()(() => ({
    place: 'lab',
    sheet: undefined,
    fork: { kind: 'line' },
    disturbing: [],
    asking: undefined,
    busy: new Set(),
    failure: undefined,
    isWriting: false,
    filter: undefined,
    reference: undefined,
    stage: undefined,
    analysed: undefined,
    isShellOpen: false,
    shellCalls: 0,
  }));
}
