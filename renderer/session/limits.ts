// Bounds of saving and opening sessions on a page. Counterpart: contract/session/limits.ts has those of the file.
// Rule: no number of this kind stands anywhere else in this folder.

export const SESSION_VIEW_LIMITS = {
  /** Work that is done sooner needs no progress bar; a bar that flashes only startles. */
  quiet_ms: 500,
  /** Longest that reading a file keeps the page from drawing. */
  slice_ms: 12,
  /** Events folded between two drawings: some milliseconds. */
  eventsPerFrame: 1500,
  /** Octets read beyond what was asked for: a page of events behind the state before it. Each asking costs a millisecond. */
  aheadOctets: 128 * 1024,
  /** Octets from which on nothing is read ahead: who asks for so much at once goes on from there by itself. */
  aheadFor: 1024 * 1024,
} as const;
