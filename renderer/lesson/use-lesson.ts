// How views reach the lesson. Counterpart: lesson-store.ts. Rule: views read by selector and act by the desk's methods.

import { createContext, useContext } from 'react';
import { useStore } from 'zustand';

import type { LessonDeskState } from './lesson-desk-state.ts';
import type { LessonDesk } from './lesson-store.ts';

export const LessonContext = createContext<LessonDesk | undefined>(undefined);

export function useLessonDesk(): LessonDesk {
  const desk = useContext(LessonContext);
  if (!desk) throw new Error('a view stands outside LessonContext');
  return desk;
}

export function useLessons<T>(select: (state: LessonDeskState) => T): T {
  return useStore(useLessonDesk().store, select);
}
