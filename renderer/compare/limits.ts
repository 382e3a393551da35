// Bounds of laying two runs side by side. Rule: no number of this kind stands anywhere else in this folder.

export const COMPARE_LIMITS = {
  /** Octets of a letter that is compared line by line; a longer one is compared as a whole. */
  letterOctets: 200_000,
  /** Equal lines beside a difference that aren't folded away: what a person needs to see where they are. */
  around: 2,
  /** Fewer equal lines than these aren't worth folding. */
  foldable: 4,
  /** Lines that stand on one side only and are shown of each stretch: how it begins. */
  oneSided: 6,
  /** Connections, verdicts and letters that are listed; what is beyond them is counted. */
  pairs: 400,
  verdicts: 40,
  fates: 60,
  /** Lines to choose among: as many as one reads through. */
  offered: 60,
  /** Work that is done sooner shows no progress. */
  quiet_ms: 500,
  /** Longest that reading a run keeps the page from drawing. */
  slice_ms: 12,
} as const;
