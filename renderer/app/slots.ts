// Places on the page for what is listed. Counterpart: lists of letters, dialogs and lines use a slot as React's key. Rule:
// what stays keeps its place, and with it what a person opened there; in the past, what comes takes the place of what is
// gone, because to change a line's words costs a tenth of making the line anew.

import { useState } from 'react';

/** A key for each of `ids`; `mayReuse`: what comes may take the place of what went. */
export function useSlots(ids: readonly string[], mayReuse: boolean): string[] {
  const [slots] = useState(() => new Slots());
  return slots.place(ids, mayReuse);
}

export class Slots {
  #taken: ReadonlyMap<string, number> = new Map();
  #next = 0;

  /** Asked twice for the same, it gives the same. */
  place(ids: readonly string[], mayReuse: boolean): string[] {
    const wanted = new Set(ids);
    const free = mayReuse ? [...this.#taken].filter(([id]) => !wanted.has(id)).map(([, slot]) => slot) : [];
    const taken = new Map<string, number>();
    for (const id of ids) taken.set(id, this.#taken.get(id) ?? free.shift() ?? this.#next++);
    this.#taken = taken;
    return [...taken.values()].map((slot) => `slot ${slot}`);
  }
}
