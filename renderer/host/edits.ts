// What a person changed in hosts' settings, and how each change is taken back. Counterpart: use-editing.ts makes them,
// edit-status.tsx shows the last. Rule: a change is taken back as one more change, made of the host as it is by then; what
// belongs to an earlier run is forgotten.

import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

import type { CommandInput } from '../../contract/commands.ts';
import type { Host } from '../../contract/topology.ts';
import { HOST_SHEET_LIMITS } from './limits.ts';

/** Commands by which settings are changed. */
type Changing = 'config.patch' | 'blocklist.add' | 'blocklist.remove' | 'blocklist.dead';
export type Act = { [C in Changing]: { command: C; args: CommandInput<C> } }[Changing];

/** Makes an act of the host as it is; undefined when it can't be done any more. */
export type MakeAct = (host: Host) => Act | undefined;

/** `value` is undefined: what stands there goes. */
export function patched(host: string, path: string, value: unknown): Act {
  return { command: 'config.patch', args: { host, path, value } };
}

export interface Edit {
  run: number;
  host: string;
  /** Which editor made it. */
  editor: string;
  /** What has changed, as a sentence. */
  said: string;
  back: MakeAct;
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
