// Views whose code comes after the first screen: when one is shown, or when the page has nothing else to do. Counterpart:
// sheets.tsx, places.tsx. Rule: what the first screen shows isn't among them.

import { type ComponentType, lazy, Suspense } from 'react';

const waiting: (() => Promise<unknown>)[] = [];

export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loading: Promise<{ default: ComponentType<P> }> | undefined;
  const once = () => (loading ??= load().then((View) => ({ default: View })));
  waiting.push(once);
  const View = lazy(once);
  return function Later(props: P) {
    return (
      <Suspense fallback={null}>
        <View {...props} />
      </Suspense>
    );
  };
}

/** Fetches all of them, one at a time. `rest` resolves when nothing else is to be done. */
export async function fetchLater(rest: () => Promise<void>): Promise<void> {
  for (const load of waiting) {
    await rest();
    // One that can't be had says so when it is shown.
    await load().catch(() => undefined);
  }
}
