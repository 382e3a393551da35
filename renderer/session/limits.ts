// Bounds of saving and opening sessions on a page. Counterpart: contract/session/limits.ts has those of the file.
// Rule: no number of this kind stands anywhere else in this folder.

export const SESSION_VIEW_LIMITS = {
  /** Work that is done sooner needs no progress bar; a bar that flashes only startles. */
  quiet_ms: 500,
  /** Longest that reading a file keeps the page from drawing. */
  slice_ms: 12,
  /** Events folded between two drawings: some milliseconds. */
  eventsPerFrame: 1500,
} as const;
