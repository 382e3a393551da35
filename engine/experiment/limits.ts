// Bounds of the experiment, each with its reason. Rule: no number of this kind stands anywhere else in this folder.

export const EXPERIMENT_LIMITS = {
  /** Kept with all their letters: two to be compared, and the one before. */
  kept: 3,
  /** Lab time of one step, between two looks at whether it is over or cancelled. */
  step_ms: 600_000,
  /** Lab time after which nobody waits for anything any more: queues give up after five days. */
  longest_ms: 6 * 86_400_000,
  /** So long nothing is said only when somebody waits for an answer that never comes: then time-outs pass too. */
  stuck_us: 20_000_000,
  /** Octets of a line that is shown; and lines of one dialog. */
  lineOctets: 400,
  lines: 60,
} as const;
