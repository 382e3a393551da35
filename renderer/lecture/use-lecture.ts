// How the lecture's views reach its desk. Counterpart: lecture-desk.ts. Rule: views read by selector and act by the desk's methods.

import { use } from 'react';
import { useStore } from 'zustand';

import { useBenchParts } from '../app/use-bench.ts';
import type { LectureDesk } from './lecture-desk.ts';
import type { LectureState } from './lecture-state.ts';

/** Suspends until the desk is there. */
export function useLectureDesk(): LectureDesk {
  const { lecture } = useBenchParts();
  return lecture.current ?? use(lecture.load());
}

export function useLecture<T>(select: (state: LectureState) => T): T {
  return useStore(useLectureDesk().store, select);
}
