// An action as a view needs it: may it be done now, is it under way, and the way to do it. Counterpart: perform.ts.
// Rule: a view is drawn again only when an answer changes, however often the stores do.

import { useCallback, useSyncExternalStore } from 'react';

import { useBenchParts, useFrame } from '../app/use-bench.ts';
import type { Action } from './action.ts';
import { actionState, perform } from './perform.ts';

export function useAction(action: Action): { isPossible: boolean; isBusy: boolean; run: () => void } {
  const bench = useBenchParts();
  const { store, frame, inbox } = bench;
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = [store.subscribe(changed), frame.subscribe(changed), inbox.store.subscribe(changed)];
      return () => stops.forEach((stop) => stop());
    },
    [store, frame, inbox],
  );
  const isPossible = useSyncExternalStore(subscribe, () => action.isPossible(actionState(bench)));
  const isBusy = useFrame(({ busy }) => busy.has(action.id));
  const run = useCallback(() => perform(bench, action), [bench, action]);
  return { isPossible, isBusy, run };
}
