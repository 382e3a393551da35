// Sets of octets: what one place of a pattern may be. Counterpart: syntax.ts. Rule: one entry for each of the 256.

/** 1 where the octet belongs to it. */
export type OctetSet = Uint8Array;

/** One octet, or all from one to another. */
export function setOf(from: string, to = from): OctetSet {
  const set = new Uint8Array(256);
  set.fill(1, from.charCodeAt(0), to.charCodeAt(0) + 1);
  return set;
}

export function unionOf(sets: readonly OctetSet[]): OctetSet {
  return new Uint8Array(256).map((_, octet) => (sets.some((set) => set[octet] === 1) ? 1 : 0));
}

export function without(set: OctetSet): OctetSet {
  return set.map((is) => 1 - is);
}

/** With the other case of every ASCII letter in it. */
export function inBothCases(set: OctetSet): OctetSet {
  const both = Uint8Array.from(set);
  for (let letter = 0x61; letter <= 0x7a; letter += 1) {
    if (set[letter] === 1 || set[letter - 32] === 1) both[letter] = both[letter - 32] = 1;
  }
  return both;
}

const alpha = unionOf([setOf('a', 'z'), setOf('A', 'Z')]);
const digit = setOf('0', '9');

export const CLASSES = {
  any: setOf('\0', '\xff'),
  alpha,
  digit,
  word: unionOf([alpha, digit, setOf('_')]),
  space: unionOf([setOf(' '), setOf('\t', '\r')]),
} as const;
