// Where a screen's events come from: a running engine (live.ts) or a saved session (session/session-source.ts). One interface, so that
// no view knows which. Counterpart: store/bench-store.ts folds what comes. Rule: a source keeps order and repeats
// nothing within a run; a new run begins with `lab.opened`.

import type { Dispatch } from '../../contract/commands.ts';
import type { CommandError } from '../../contract/frames.ts';
import type { LabEvent } from '../../contract/events.ts';

/** How the way to the engine is doing. */
export type LinkState =
  | { name: 'connecting' }
  /** The engine's process is starting. */
  | { name: 'starting' }
  | { name: 'live'; dir: string }
  /** The engine ended by itself; `detail` is what it said. */
  | { name: 'stopped'; detail: string }
  /** Nobody answers; it is tried again. */
  | { name: 'lost' }
  /** The server is there and doesn't take our token. */
  | { name: 'refused' }
  /** There is no lab: Posthorn was started to show a session, which lies with the server. */
  | { name: 'none'; session: string }
  /** A lecture is followed from another machine: nothing can be asked there. */
  | { name: 'following' }
  /** A saved session is shown. */
  | { name: 'session'; file: string; isExact: boolean; saved_ms?: number };

/** Whether there is nobody to ask for anything. */
export const isReadOnly = ({ name }: LinkState) => name === 'session' || name === 'following';

export interface SourceListener {
  onEvents: (events: readonly LabEvent[]) => void;
  onLink: (link: LinkState) => void;
  /** So many more have happened already, and come next. */
  onBehind?: (events: number) => void;
}

export interface Source {
  start(listener: SourceListener): void;
  dispatch: Dispatch;
  /** Starts a stopped engine again. */
  restartEngine(): void;
  dispose(): void;
}

/** A command that was refused or never answered: a code for the catalogue, and what to mend. */
export class CommandFailed extends Error {
  override name = 'CommandFailed';
  readonly problem: string;
  readonly detail: string;

  constructor({ problem, detail }: CommandError) {
    super(`${problem}: ${detail}`);
    this.problem = problem;
    this.detail = detail;
  }
}
