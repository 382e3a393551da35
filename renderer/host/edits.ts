// What a person changed in hosts' settings, and how each change is taken back. Counterpart: use-editing.ts makes them,
// edit-status.tsx shows the last. Rule: a change is taken back as one more change, made of the host as it is by then; what
// belongs to an earlier run is forgotten.

import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

import type { Host } from '../../contract/topology.ts';
import { HOST_SHEET_LIMITS } from './limits.ts';

/** What is to stand where. */
export interface Patch {
  path: string;
  /** Undefined: it goes. */
  value: unknown;
}

/** Makes a patch of the host as it is; undefined when it can't be done any more. */
export type MakePatch = (host: Host) => Patch | undefined;

export interface Edit {
  run: number;
  host: string;
  /** Which editor made it. */
  editor: string;
  /** What has changed, as a sentence. */
  said: string;
  back: MakePatch;
}

const store = createStore<{ edits: readonly Edit[] }>()(() => ({ edits: [] }));

export const edits = {
  add(edit: Edit): void {
    store.setState(({ edits: before }) => ({ edits: [...before, edit].slice(-HOST_SHEET_LIMITS.edits) }));
  },
  remove(edit: Edit): void {
    store.setState(({ edits: before }) => ({ edits: before.filter((one) => one !== edit) }));
  },
};

/** The last change that an editor made at a host. */
export function useLastEdit(host: string, editor: string, run: number): Edit | undefined {
  return useStore(store, (state) =>
    state.edits.findLast((one) => one.host === host && one.editor === editor && one.run === run),
  );
}
