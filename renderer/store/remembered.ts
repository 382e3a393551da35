// What the browser keeps for this screen between visits. Counterpart: who names a key. Rule: hostile until parsed: what
// doesn't fit its schema, or can't be read at all, counts as never kept.

import type { z } from '../../contract/schema.ts';

export type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface Remembered<T> {
  recall(): T | undefined;
  remember(value: T): void;
  forget(): void;
}

/** `open`: asked each time, because a browser that keeps nothing throws already when its storage is named. */
export function remembered<T>(key: string, schema: z.ZodType<T>, open: () => Keep = () => localStorage): Remembered<T> {
  const quietly = <A>(act: (keep: Keep) => A): A | undefined => {
    try {
      return act(open());
    } catch {
      return undefined;
    }
  };
  return {
    recall: () =>
      quietly((keep) => {
        const text = keep.getItem(key);
        return text === null ? undefined : schema.parse(JSON.parse(text));
      }),
    remember: (value) => quietly((keep) => keep.setItem(key, JSON.stringify(value))),
    forget: () => quietly((keep) => keep.removeItem(key)),
  };
}
