// How views reach the session desk. Counterpart: session-desk.ts. Rule: views read by selector and act by its methods.

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';

import type { SessionDesk, SessionDeskState } from './session-desk.ts';

export const SessionContext = createContext<SessionDesk | undefined>(undefined);

export function useSessionDesk(): SessionDesk {
  const desk = useContext(SessionContext);
  if (!desk) throw new Error('a view stands outside SessionContext');
  return desk;
}

export function useSessions<T>(select: (state: SessionDeskState) => T): T {
  return useStore(useSessionDesk().store, select);
}
