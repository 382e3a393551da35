// Bounds of the experiment's view. Rule: no number of this kind stands anywhere else in this folder.

export const EXPERIMENT_VIEW_LIMITS = {
  /** Seeds that fit into their field. */
  seed: 9999,
} as const;
