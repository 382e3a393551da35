// Bounds of a report. Counterpart: error-book.ts. Rule: no number of this kind stands anywhere else in this folder.

export const REPORT_LIMITS = {
  /** Errors that are remembered, the latest: what led to the one that was noticed. */
  errors: 50,
  /** Characters of one: a deep stack. */
  errorCharacters: 4000,
} as const;
