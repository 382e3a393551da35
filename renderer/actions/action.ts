// One command of the screen as a record: it feeds buttons, shortcuts, the command palette and the sheet of keys.
// Counterpart: index.ts lists all of them, perform.ts runs them. Rule: a record knows no view; what it needs it takes
// from the bench that it is handed.

import type { Bench } from '../app/use-bench.ts';
import type { FrameState } from '../app/frame-store.ts';
import type { InboxState } from '../inbox/inbox-state.ts';
import type { BenchState } from '../store/bench-store.ts';
import { isReadOnly } from '../source/source.ts';
import type { TextKey } from '../text/t.ts';

/** In the order in which the sheet of keys shows them. */
export const ACTION_GROUPS = ['stage', 'letters', 'inbox', 'time', 'lab', 'places', 'screen'] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

export interface ActionState {
  bench: BenchState;
  frame: FrameState;
  inbox: InboxState;
}

export interface Action {
  /** Unique, and what is remembered of recent use: `clock.advance`. */
  id: string;
  title: TextKey;
  /** What it does, where the title alone doesn't say it. */
  help?: TextKey;
  group: ActionGroup;
  /** `Mod+K` (Mod is Ctrl, and Command on a Mac), `F6`, `Shift+F6`, `?`; see keys.ts. */
  keys?: string;
  /** Others that do the same: those of a presenter's remote control. */
  otherKeys?: readonly string[];
  isPossible: (state: ActionState) => boolean;
  /** Why not, where its title and the screen don't say it. */
  unless?: TextKey;
  /** A promise that fails is told to the person. */
  run: (bench: Bench) => unknown;
  /** It may take a while, and that is told meanwhile (busy-notice.tsx). */
  isLong?: true;
  /** Ends it half-way. */
  cancel?: (bench: Bench) => unknown;
  /** Asked before it runs: for what can't be undone. */
  confirm?: { question: TextKey; yes: TextKey };
}

export const isAlways = () => true;
export const isLive = ({ bench }: ActionState) => bench.link.name === 'live';
/** A saved session has no mail servers to ask. */
export const isLab = ({ bench }: ActionState) => !isReadOnly(bench.link);
