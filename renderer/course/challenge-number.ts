// The number that makes a challenge, as somebody types it or as chance gives it. Counterpart: lessons/challenges/.

import { MOST_SEED } from '../../lessons/challenges/index.ts';

/** Numbers that are easy to say to one's neighbour. */
const SAYABLE = 10_000;

export function numberByChance(): number {
  return 1 + Math.floor(Math.random() * (SAYABLE - 1));
}

/** Undefined where it is none. */
export function numberTyped(text: string): number | undefined {
  const number = /^\d{1,10}$/.test(text.trim()) ? Number(text) : undefined;
  return number !== undefined && number <= MOST_SEED ? number : undefined;
}
