// How much one drawing holds, and why. Counterpart: ladder.ts.

export const LADDER_LIMITS = {
  /** Arrows: five days of retries with room to spare; a picture that is longer nobody looks at. */
  rungs: 1500,
  /** Characters of a line above its arrow. */
  chars: 90,
  /** Lab time between two rungs from which on it is told: less is seen in the dialogs. */
  pause_ms: 10_000,
  /** Of a PNG's longer side, in pixels: what browsers still draw. */
  pixels: 16_000,
} as const;
