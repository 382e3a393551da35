// Which host's sheet is open. Counterpart: host-sheet.tsx shows it; the map and the dialogs open it. Rule: who opened
// it gets the focus back.

import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

export type HostTab = 'services' | 'policies' | 'routes' | 'tables' | 'queue' | 'log' | 'files';

interface HostSheetState {
  host: string | undefined;
  tab: HostTab;
}

const store = createStore<HostSheetState>()(() => ({ host: undefined, tab: 'services' }));
let opener: Element | null = null;

export const hostSheet = {
  /** Opens a host's sheet where it was last, or at `tab`. */
  open(host: string, tab?: HostTab): void {
    if (store.getState().host === undefined) opener = document.activeElement;
    store.setState({ host, ...(tab === undefined ? {} : { tab }) });
  },
  show(tab: HostTab): void {
    store.setState({ tab });
  },
  close(): void {
    store.setState({ host: undefined });
    if (opener instanceof HTMLElement || opener instanceof SVGElement) opener.focus();
    opener = null;
  },
};

export function useHostSheet<T>(select: (state: HostSheetState) => T): T {
  return useStore(store, select);
}
