// A map that forgets its oldest entries, a generation at a time. Counterpart: causes.ts. Rule: taking single entries off
// the front of a large Map leaves holes that every look at its front walks over, event after event; a whole
// generation goes at once and costs nothing. Only the youngest ever changes, so that a copy shares all others.

/** Older generations: the more there are, the less a copy copies, and the more a look for what isn't there asks. */
const OLDER = 8;

export interface Generations<K, V> {
  young: Map<K, V>;
  /** Youngest first. */
  old: readonly ReadonlyMap<K, V>[];
}

export function noGenerations<K, V>(): Generations<K, V> {
  return { young: new Map(), old: [] };
}

export function recall<K, V>({ young, old }: Generations<K, V>, key: K): V | undefined {
  const value = young.get(key);
  if (value !== undefined) return value;
  for (const generation of old) {
    const older = generation.get(key);
    if (older !== undefined) return older;
  }
  return undefined;
}

/** Keeps at least `keep` of the latest entries, and an eighth more at most. */
export function remember<K, V>(generations: Generations<K, V>, key: K, value: V, keep: number): void {
  const { young, old } = generations;
  young.set(key, value);
  if (young.size < keep / OLDER) return;
  generations.old = [young, ...old.slice(0, OLDER - 1)];
  generations.young = new Map();
}

/** A copy that goes on by itself. */
export function cloneGenerations<K, V>({ young, old }: Generations<K, V>): Generations<K, V> {
  return { young: new Map(young), old };
}
