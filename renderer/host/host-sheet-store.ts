// Which host's sheet is open. Counterpart: host-sheet.tsx shows it; the map and the dialogs open it. Rule: who opened
// it gets the focus back.

import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';

export type HostTab = 'services' | 'zones' | 'policies' | 'routes' | 'tables' | 'queue' | 'log' | 'files';

interface HostSheetState {
  host: string | undefined;
  tab: HostTab;
  /** Of the tab of zones: the one that is shown. */
  zone: string | undefined;
}

const store = createStore<HostSheetState>()(() => ({ host: undefined, tab: 'services', zone: undefined }));
let opener: Element | null = null;

export const hostSheet = {
  get shown(): string | undefined {
    return store.getState().host;
  },
  /** Opens a host's sheet where it was last, or at `tab`. */
  open(host: string, tab?: HostTab): void {
    if (store.getState().host === undefined) opener = document.activeElement;
    store.setState({ host, ...(tab === undefined ? {} : { tab }) });
  },
  /** Opens the records of a zone at its name server. */
  openZone(host: string, zone: string): void {
    hostSheet.open(host, 'zones');
    store.setState({ zone });
  },
  showZone(zone: string): void {
    store.setState({ zone });
  },
  show(tab: HostTab): void {
    store.setState({ tab });
  },
  close(): void {
    store.setState({ host: undefined });
    if (opener instanceof HTMLElement || opener instanceof SVGElement) opener.focus();
    opener = null;
  },
  /** Closes it; the keyboard is elsewhere, and stays there. */
  putAway(): void {
    opener = null;
    hostSheet.close();
  },
};

export function useHostSheet<T>(select: (state: HostSheetState) => T): T {
  return useStore(store, select);
}
