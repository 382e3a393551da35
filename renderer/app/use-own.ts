// State that belongs to what is shown: another letter on the same place of the page begins with its own. Counterpart:
// slots.ts, by which places outlive what stands in them.

import { useState } from 'react';

/** As useState, but what was set for one `owner` doesn't hold for another. */
export function useOwn<T>(owner: string | undefined, initial: T): [T, (value: T) => void] {
  const [kept, keep] = useState({ owner, value: initial });
  return [kept.owner === owner ? kept.value : initial, (value) => keep({ owner, value })];
}
