// How views reach the learner's progress. Counterpart: progress-desk.ts. Rule: views read by selector and act by the
// desk's methods.

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';

import type { ProgressDesk, ProgressState } from './progress-desk.ts';

export const ProgressContext = createContext<ProgressDesk | undefined>(undefined);

export function useProgressDesk(): ProgressDesk {
  const desk = useContext(ProgressContext);
  if (!desk) throw new Error('a view stands outside ProgressContext');
  return desk;
}

export function useProgress<T>(select: (state: ProgressState) => T): T {
  return useStore(useProgressDesk().store, select);
}
