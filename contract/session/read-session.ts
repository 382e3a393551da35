// A session whole: all its events, folded. Counterpart: session-file.ts reads it in pieces. Rule: for runs that a page holds
// in memory, and for who compares or replays one; it gives way to others between its steps.

import type { LabEvent } from '../events.ts';
import { foldEvent } from '../fold/fold.ts';
import { stateHash } from '../fold/hash.ts';
import { emptyState, type LabState } from '../fold/state.ts';
import type { SessionCheckpoint } from './manifest.ts';
import { SessionProblem } from './problem.ts';
import type { SessionFile } from './session-file.ts';

export interface Session {
  file: SessionFile;
  checkpoint: SessionCheckpoint;
  events: LabEvent[];
  /** What the events fold to. */
  state: LabState;
  /** Whether that is the state the session was saved in; another version may fold differently. */
  isExact: boolean;
}

export interface ReadWatch {
  /** Lets others work; may throw to cancel. `share` of the whole is done. */
  pause: (share: number) => Promise<void>;
}

/** Throws SessionProblem. */
export async function readSession(file: SessionFile, { pause }: ReadWatch): Promise<Session> {
  const { manifest } = file;
  const checkpoint = await file.checkpoint();
  const events: LabEvent[] = [];
  const state = emptyState();
  for await (const some of file.events()) {
    for (const event of some) {
      foldSound(state, event);
      events.push(event);
    }
    await pause(events.length / manifest.seq);
  }
  return { file, checkpoint, events, state, isExact: stateHash(state) === manifest.hash };
}

/** Folds an event of a file, which may be sound by itself and nonsense where it stands. */
export function foldSound(state: LabState, event: LabEvent): void {
  try {
    foldEvent(state, event);
  } catch {
    throw new SessionProblem('damaged', event.type, event.seq);
  }
}
