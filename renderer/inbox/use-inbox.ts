// How the Inbox's views reach its desk. Counterpart: inbox-desk.ts. Rule: views read by selector and act by the desk or
// by an action.

import { useStore } from 'zustand';

import { useBenchParts } from '../app/use-bench.ts';
import type { InboxState } from './inbox-state.ts';

export function useInbox<T>(select: (state: InboxState) => T): T {
  return useStore(useBenchParts().inbox.store, select);
}
