// A map that forgets its oldest entries, a generation at a time. Counterpart: causes.ts. Rule: taking single entries off
// the front of a large Map leaves holes that every look at its front walks over, event after event; a whole
// generation goes at once and costs nothing.

export interface Generations<K, V> {
  young: Map<K, V>;
  old: Map<K, V>;
}

export function noGenerations<K, V>(): Generations<K, V> {
  return { young: new Map(), old: new Map() };
}

export function recall<K, V>({ young, old }: Generations<K, V>, key: K): V | undefined {
  return young.get(key) ?? old.get(key);
}

/** Keeps at least `keep` of the latest entries, and at most twice as many. */
export function remember<K, V>(generations: Generations<K, V>, key: K, value: V, keep: number): void {
  generations.young.set(key, value);
  if (generations.young.size < keep) return;
  generations.old = generations.young;
  generations.young = new Map();
}

export function cloneGenerations<K, V>({ young, old }: Generations<K, V>): Generations<K, V> {
  return { young: new Map(young), old: new Map(old) };
}
