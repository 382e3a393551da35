// How views reach the comparison. Counterpart: compare-desk.ts. Rule: read by selector, act by the desk's methods.

import { useStore } from 'zustand';

import { useBenchParts } from '../app/use-bench.ts';
import type { CompareState } from './compare-desk.ts';

export function useCompare<T>(select: (state: CompareState) => T): T {
  return useStore(useBenchParts().compare.store, select);
}
