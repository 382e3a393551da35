// The topology that somebody edits as text. Counterpart: topology-sheet.tsx shows it. Rule: what was typed outlives the sheet;
// it goes when a lab was made of it, or when somebody begins with another one.

import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

export interface TopologyDraft {
  /** What the new lab is to be called. */
  name: string;
  /** The text as it was. */
  original: string;
  text: string;
}

const store = createStore<{ draft: TopologyDraft | undefined }>()(() => ({ draft: undefined }));

export const topologyDesk = {
  /** Lays another one on the desk; one that was begun from the same text stays as it is. */
  lay(name: string, text: string): void {
    if (store.getState().draft?.original === text) return;
    store.setState({ draft: { name, original: text, text } });
  },
  change(change: Partial<Pick<TopologyDraft, 'name' | 'text'>>): void {
    store.setState(({ draft }) => ({ draft: draft && { ...draft, ...change } }));
  },
  clear(): void {
    store.setState({ draft: undefined });
  },
};

export const useDraft = (): TopologyDraft | undefined => useStore(store, (state) => state.draft);
