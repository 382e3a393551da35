// Bounds of labs beside the open one. Counterpart: aside-lab.ts. Rule: each with its reason.

export const ASIDE_LIMITS = {
  /** At one time: one that is played and one that is still packed. */
  labs: 3,
  /** Events of one command: more than a scene's longest, the letters of an afternoon; what is beyond isn't answered. */
  events: 20_000,
  /** For how long nothing is said before time-outs pass too, in microseconds. */
  stuck_us: 2_000_000,
} as const;
