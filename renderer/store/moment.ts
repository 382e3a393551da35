// One moment of the lab as the screen knows it. Counterpart: bench-store.ts folds the live one, history.ts rebuilds
// earlier ones. Rule: folded in place, because a busy lab writes thousands of events a second; whoever keeps a moment
// clones it, and a clone shares only what no fold ever changes.

import { cloneState } from '../../contract/fold/clone-state.ts';
import type { LabEvent } from '../../contract/events.ts';
import { foldEvent } from '../../contract/fold/fold.ts';
import { emptyState, type LabState } from '../../contract/fold/state.ts';
import { type Beginnings, cloneBeginnings, foldBeginnings, noBeginnings } from './beginnings.ts';
import { type Decisions, foldDecisions } from './decisions.ts';
import { cloneDialogs, type Dialogs, foldDialogs, noDialogs } from './dialogs.ts';
import { type FileDoings, foldFileDoings } from './file-doings.ts';
import type { Login } from './doors.ts';

export interface Moment {
  lab: LabState;
  dialogs: Dialogs;
  beginnings: Beginnings;
  decisions: Decisions;
  files: FileDoings;
  /** The lab's users with their passwords, which the lab's state keeps starred: for the commands to copy. */
  logins: readonly Login[];
}

export function emptyMoment(): Moment {
  return {
    lab: emptyState(),
    dialogs: noDialogs(),
    beginnings: noBeginnings(),
    decisions: new Map(),
    files: new Map(),
    logins: [],
  };
}

/** Applies `event` in place. */
export function foldMoment(moment: Moment, event: LabEvent): void {
  foldEvent(moment.lab, event);
  foldAround(moment, event);
}

/** The same for all but the lab's state, where that is known already. */
export function foldAround(moment: Moment, event: LabEvent): void {
  foldDialogs(moment.dialogs, event);
  foldBeginnings(moment.beginnings, event);
  foldDecisions(moment.decisions, event);
  foldFileDoings(moment.files, event);
  if (event.type !== 'lab.opened') return;
  moment.logins = event.data.topology.users.map(({ address, password }) => ({ address, password }));
}

export function cloneMoment({ lab, dialogs, beginnings, decisions, files, logins }: Moment): Moment {
  return {
    lab: cloneState(lab),
    dialogs: cloneDialogs(dialogs),
    beginnings: cloneBeginnings(beginnings),
    decisions: new Map(decisions),
    files: new Map(files),
    logins,
  };
}
