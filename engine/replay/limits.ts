// Bounds of playing runs again, each with its reason. Rule: no number of this kind stands anywhere else in this folder.

export const REPLAY_LIMITS = {
  /** Kept beside the lab: as it was and with a change, and the one that is made meanwhile. Each is a whole lab in memory. */
  kept: 3,
  /** Nothing is said for so long only when somebody waits for an answer that never comes: then time-outs pass. */
  stuck_us: 1_000_000,
  /** Lab time that may pass after the end until no letter waits: a queue gives up after five days. */
  goOn_ms: 6 * 86_400_000,
  /** Steps of that: a try of each letter every few minutes. */
  goOnSteps: 10_000,
  /** How finely progress is told. */
  shares: 100,
} as const;
