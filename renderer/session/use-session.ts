// How views reach the session desk. Counterpart: session-desk.ts. Rule: views read by selector and act by its methods.

import { useStore } from 'zustand';

import { useBenchParts } from '../app/use-bench.ts';
import type { SessionDesk, SessionDeskState } from './session-desk.ts';

export const useSessionDesk = (): SessionDesk => useBenchParts().sessions;

export function useSessions<T>(select: (state: SessionDeskState) => T): T {
  return useStore(useSessionDesk().store, select);
}
